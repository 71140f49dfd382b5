using Constellation.Clocks;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Reads a clock of the catalogue (<c>ephemeris/clocks/*.toml</c>). A key that is not known is an error, and so is a name that is not the file's.</summary>
/// <remarks>Units at this edge: ns, days and seconds as the key says; noise levels in SI. Codes: CN2120 the name, CN2121 the published figures.</remarks>
public static class ClockModelReader
{
    private const double SecondsPerDay = 86_400;

    /// <summary>Above any oscillator: a level outside is a slip of units.</summary>
    private const double GreatestLevel = 1e-9;

    public static ReadResult<ClockModel> Read(string text, string fileName)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        ClockModel model = Model(document.Root);
        RequireFileName(document.Root, model.Name, fileName);
        return document.Finish(() => model);
    }

    private static ClockModel Model(TomlTable root)
    {
        TomlTable noise = root.Table("noise"), unit = root.Table("unit"), harmonic = root.Table("harmonic");
        return new ClockModel(root.String("name"), root.String("description"), root.String("source"))
        {
            H2 = Level(noise, "h_2"),
            H1 = Level(noise, "h_1"),
            H0 = Level(noise, "h_0"),
            HMinus1 = Level(noise, "h_minus_1"),
            HMinus2 = Level(noise, "h_minus_2"),
            Bandwidth = noise.Number("bandwidth_hz", 0.5, 1e-6, 1e9),
            LoopPhaseSigma = 1e-9 * noise.Number("loop_phase_ns", 0, 0, 1e6),
            LoopPhaseTime = noise.Number("loop_time_s", noise.Has("loop_phase_ns") ? null : 1, 1e-3, 1e7),
            DriftMean = unit.Number("drift_per_day", 0, -1, 1) / SecondsPerDay,
            DriftSpread = unit.Number("drift_spread_per_day", 0, 0, 1) / SecondsPerDay,
            InitialOffsetSpread = unit.Number("initial_offset_s", 0, 0, 1),
            InitialFrequencySpread = unit.Number("initial_frequency", 0, 0, 1e-3),
            HarmonicAmplitude = 1e-9 * harmonic.Number("amplitude_ns", 0, 0, 1e6),
            HarmonicPeriod = harmonic.Number("period_s", harmonic.Has("amplitude_ns") ? null : 43_200, 1, 1e8),
            Published = root.Has("published") ? Published(root.Table("published")) : null,
        };
    }

    private static double Level(TomlTable noise, string key) => noise.Number(key, 0, 0, GreatestLevel);

    private static PublishedStability Published(TomlTable table)
    {
        IReadOnlyList<double> taus = table.Numbers("tau_s"), deviations = table.Numbers("adev");
        if (taus.Count != deviations.Count)
        {
            table.Error("adev", "CN2121", $"{deviations.Count} deviations for {taus.Count} averaging times", "give one deviation for each averaging time");
        }

        if (taus.Concat(deviations).Any(v => !(v > 0 && double.IsFinite(v))))
        {
            table.Error("tau_s", "CN2121", "an averaging time or a deviation is not positive", "give positive numbers");
        }

        return new([.. taus.Zip(deviations, (tau, deviation) => new StabilityFigure(tau, deviation))], table.Number("within", null, 1, 100), table.String("source"));
    }

    private static void RequireFileName(TomlTable root, string name, string fileName)
    {
        string stem = Path.GetFileNameWithoutExtension(fileName);
        if (root.Has("name") && name.Length > 0 && !string.Equals(name, stem.ToUpperInvariant(), StringComparison.Ordinal))
        {
            root.Error("name", "CN2120", $"clock '{name}' in file '{Path.GetFileName(fileName)}'", $"write the name in upper case and call the file {name.ToLowerInvariant()}.toml");
        }
    }
}
