using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Precise orbits and clocks of chosen satellites, read from files.</summary>
internal sealed class ComparedProducts
{
    private readonly Sp3File _orbits;

    private ComparedProducts(Sp3File orbits, Dictionary<SatelliteId, PreciseSatellite> satellites) => (_orbits, Satellites) = (orbits, satellites);

    public IReadOnlyDictionary<SatelliteId, PreciseSatellite> Satellites { get; }

    /// <param name="sp3">Orbits; several days are merged.</param>
    /// <param name="clk">Clocks; without any those of the SP3 files.</param>
    /// <param name="filter">Which satellites.</param>
    public static ComparedProducts Read(IReadOnlyList<string> sp3, IReadOnlyList<string> clk, SatelliteSelector filter)
    {
        Sp3File orbits = Sp3File.Merge(InputFiles.ReadAll(sp3, Sp3Reader.Read, Console.Error.WriteLine), Console.Error.WriteLine);
        ClkFile? clocks = clk.Count > 0 ? ClkFile.Merge(InputFiles.ReadAll(clk, ClkReader.Read, Console.Error.WriteLine)) : null;
        Dictionary<SatelliteId, PreciseSatellite> precise = [];
        foreach (Sp3Satellite satellite in orbits.Satellites.Where(s => filter.Accepts(s.Id)))
        {
            TabulatedClock? clock = clocks is null ? orbits.Clock(satellite.Id) : clocks.Clock(satellite.Id);
            if (clock is not null && orbits.Orbit(satellite.Id) is { } orbit)
            {
                precise[satellite.Id] = new PreciseSatellite(orbit, clock);
            }
        }

        return new(orbits, precise);
    }

    /// <summary>Epochs of the orbits, or every step from their first to their last.</summary>
    /// <param name="step">Null: their interval.</param>
    /// <param name="mostSamples">More satellites times epochs are refused.</param>
    public IEnumerable<Epoch> Epochs(Duration? step, double mostSamples)
    {
        if (_orbits.Epochs.Length == 0)
        {
            yield break;
        }

        Duration between = step ?? _orbits.Interval;
        if (between <= Duration.Zero || (_orbits.Epochs[^1] - _orbits.Epochs[0]).TotalSeconds / between.TotalSeconds * _orbits.Satellites.Count > mostSamples)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), $"the step is not positive, or makes more than {mostSamples} samples", "choose a longer step such as 5min"));
        }

        for (Epoch epoch = _orbits.Epochs[0]; epoch <= _orbits.Epochs[^1]; epoch += between)
        {
            yield return epoch;
        }
    }
}
