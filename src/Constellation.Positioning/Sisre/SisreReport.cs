using Constellation.Core;

namespace Constellation.Positioning;

/// <summary>Outcome of a comparison of broadcast messages with precise products.</summary>
/// <param name="Samples">By epoch, then satellite, outliers left out.</param>
/// <param name="Satellites">By satellite.</param>
/// <param name="Groups">Name of each datum group with its pooled statistics (the satellite is its first).</param>
/// <param name="Outliers">Samples left out, by satellite.</param>
public sealed record SisreReport(
    IReadOnlyList<SisreSample> Samples,
    IReadOnlyList<SisreStatistics> Satellites,
    IReadOnlyList<(string Group, SisreStatistics Statistics)> Groups,
    IReadOnlyDictionary<SatelliteId, int> Outliers)
{
    public static SisreReport Of(IReadOnlyList<SisreSample> samples, IReadOnlyDictionary<SatelliteId, int> outliers) => new(
        samples,
        [.. samples.GroupBy(s => s.Satellite).OrderBy(g => g.Key).Select(g => SisreStatistics.From(g.Key, [.. g]))],
        [.. samples.GroupBy(s => s.Group).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, SisreStatistics.From(g.Min(s => s.Satellite), [.. g])))],
        outliers);

    /// <summary>SISRE (m, rms) of a group after each satellite's mean clock error is taken out: code biases of the product's receivers and group delays gone.</summary>
    public double Debiased(string group)
    {
        double sum = 0.0;
        int n = 0;
        foreach (IGrouping<SatelliteId, SisreSample> satellite in Samples.Where(s => s.Group == group).GroupBy(s => s.Satellite))
        {
            double mean = satellite.Average(s => s.InRange);
            sum += satellite.Sum(s => (s.Sisre * s.Sisre) - (s.InRange * s.InRange) + ((s.InRange - mean) * (s.InRange - mean)));
            n += satellite.Count();
        }

        return Math.Sqrt(sum / n);
    }
}
