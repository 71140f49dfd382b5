using Constellation.Core;

namespace Constellation.Positioning;

/// <summary>Signal-in-space error of one satellite over many epochs: root mean squares and the 95th percentile of the instantaneous SISRE, m.</summary>
public sealed record SisreStatistics(
    SatelliteId Satellite, int Count, double RadialRms, double AlongRms, double CrossRms, double ClockRms, double Sisre, double SisreOrbit, double P95)
{
    public static SisreStatistics From(SatelliteId satellite, IReadOnlyList<SignalInSpaceError> errors, SisreWeights weights) =>
        From(satellite, errors, [.. errors.Select(e => e.Sisre(weights))], [.. errors.Select(e => e.OrbitSisre(weights))]);

    /// <summary>Of samples that carry their SISRE, also of satellites with different weights.</summary>
    public static SisreStatistics From(SatelliteId satellite, IReadOnlyList<SisreSample> samples) =>
        From(satellite, [.. samples.Select(s => s.Error)], [.. samples.Select(s => s.Sisre)], [.. samples.Select(s => s.OrbitSisre)]);

    private static SisreStatistics From(SatelliteId satellite, IReadOnlyList<SignalInSpaceError> errors, double[] sisre, double[] orbit) => new(
        satellite,
        errors.Count,
        Rms(errors.Select(e => e.Radial)),
        Rms(errors.Select(e => e.Along)),
        Rms(errors.Select(e => e.Cross)),
        Rms(errors.Select(e => e.Clock)),
        Rms(sisre),
        Rms(orbit),
        WeightedStatistics.Percentile(sisre, [], 0.95));

    private static double Rms(IEnumerable<double> values)
    {
        double sum = 0.0;
        int n = 0;
        foreach (double v in values)
        {
            sum += v * v;
            n++;
        }

        return n == 0 ? double.NaN : Math.Sqrt(sum / n);
    }
}
