using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads a clock of the catalogue (<c>ephemeris/clocks/*.toml</c>). A key that is not known is an error, and so is a name that is not the file's.</summary>
/// <remarks>Units at this edge: ns, days and seconds as the key says; noise levels in SI. Codes: CN2120 the name, CN2121 the published figures, CN2122 levels
/// and points of stability together, CN2123 harmonics.</remarks>
public static class ClockModelReader
{
    private const double SecondsPerDay = 86_400;

    /// <summary>Above any oscillator: a level outside is a slip of units.</summary>
    private const double GreatestLevel = 1e-9;

    private static readonly string[] s_levels = ["h_2", "h_1", "h_0", "h_minus_1", "h_minus_2", "h_minus_4"];

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
        ClockModel model = new(root.String("name"), root.String("description"), root.String("source"))
        {
            H2 = Level(noise, "h_2"),
            H1 = Level(noise, "h_1"),
            H0 = Level(noise, "h_0"),
            HMinus1 = Level(noise, "h_minus_1"),
            HMinus2 = Level(noise, "h_minus_2"),
            HMinus4 = Level(noise, "h_minus_4"),
            Bandwidth = noise.Number("bandwidth_hz", 0.5, 1e-6, 1e9),
            LoopPhaseSigma = 1e-9 * noise.Number("loop_phase_ns", 0, 0, 1e6),
            LoopPhaseTime = noise.Number("loop_time_s", noise.Has("loop_phase_ns") ? null : 1, 1e-3, 1e7),
            DriftMean = unit.Number("drift_per_day", 0, -1, 1) / SecondsPerDay,
            DriftSpread = unit.Number("drift_spread_per_day", 0, 0, 1) / SecondsPerDay,
            InitialOffsetSpread = unit.Number("initial_offset_s", 0, 0, 1),
            InitialFrequencySpread = unit.Number("initial_frequency", 0, 0, 1e-3),
            HarmonicAmplitude = 1e-9 * harmonic.Number("amplitude_ns", 0, 0, 1e6),
            HarmonicPeriod = harmonic.Number("period_s", harmonic.Has("amplitude_ns") ? null : 43_200, 1, 1e8),
            HigherHarmonics = HigherHarmonics(harmonic),
            AgeingSpread = unit.Number("ageing", 0, 0, 1e-3),
            AgeingTime = SecondsPerDay * unit.Number("ageing_time_days", unit.Has("ageing") ? null : 1, 1e-6, 1e6),
            TemperatureCoefficient = unit.Number("temperature_per_k", 0, -1e-3, 1e-3),
            Events = root.Has("events") ? Events(root.Table("events")) : null,
            Published = root.Has("published") ? Published(root.Table("published")) : null,
        };
        return noise.Has("tau_s") ? WithPoints(model, noise) : model;
    }

    /// <summary>Noise levels from a list of Allan deviations, in place of the levels.</summary>
    private static ClockModel WithPoints(ClockModel model, TomlTable noise)
    {
        if (s_levels.FirstOrDefault(noise.Has) is { } level)
        {
            noise.Error(level, "CN2122", $"both '{level}' and a list of deviations", "give the levels h_... or the lists tau_s and adev");
        }

        StabilityFigure[] points = Figures(noise);
        if (points.Length is 0 or > 1000)
        {
            noise.Error("tau_s", "CN2121", $"{points.Length} points of stability", "give 1 to 1000 of them");
        }

        if (points.Length is 0 or > 1000 || points.Any(p => !(p.Tau > 0 && p.Deviation > 0 && double.IsFinite(p.Tau) && double.IsFinite(p.Deviation))))
        {
            return model;
        }

        ClockModel fitted = StabilityPoints.Fit(points, model.Bandwidth);
        return model with { H2 = fitted.H2, H1 = fitted.H1, H0 = fitted.H0, HMinus1 = fitted.HMinus1, HMinus2 = fitted.HMinus2 };
    }

    private static ClockHarmonic[] HigherHarmonics(TomlTable harmonic)
    {
        IReadOnlyList<double> orders = harmonic.Numbers("orders", []), amplitudes = harmonic.Numbers("amplitudes_ns", []);
        if (orders.Count != amplitudes.Count || orders.Any(n => !(n is >= 2 and <= 1000 && n == Math.Floor(n))) || orders.Distinct().Count() != orders.Count)
        {
            harmonic.Error("orders", "CN2123", "orders and amplitudes of the harmonics do not match", "give whole, different orders from 2 on and one amplitude (amplitudes_ns) for each");
            return [];
        }

        return [.. orders.Zip(amplitudes, (n, a) => new ClockHarmonic((int)n, 1e-9 * a))];
    }

    /// <summary>Mean times in days; what has none does not happen.</summary>
    private static ClockEventRates Events(TomlTable table)
    {
        Duration? mean(string key) => table.Has(key) ? Duration.FromSeconds(SecondsPerDay * table.Number(key, null, 1e-3, 1e9)) : null;
        return new()
        {
            PhaseJumpInterval = mean("phase_jump_days"),
            PhaseJumpSigma = 1e-9 * table.Number("phase_jump_ns", 0, 0, 1e9),
            FrequencyStepInterval = mean("frequency_step_days"),
            FrequencyStepSigma = table.Number("frequency_step", 0, 0, 1e-3),
            DriftChangeInterval = mean("drift_change_days"),
            DriftChangeSigma = table.Number("drift_change_per_day", 0, 0, 1) / SecondsPerDay,
            NoiseChangeInterval = mean("noise_change_days"),
            NoiseChangeSigma = table.Number("noise_change_ln", 0, 0, 10),
            LampInterval = mean("lamp_days"),
            LampSigma = table.Number("lamp_frequency", 0, 0, 1e-3),
            LampTime = Duration.FromSeconds(3600 * table.Number("lamp_hours", 6, 1e-3, 1e6)),
            FailureInterval = mean("failure_days"),
        };
    }

    private static double Level(TomlTable noise, string key) => noise.Number(key, 0, 0, GreatestLevel);

    private static PublishedStability Published(TomlTable table) => new(Figures(table), table.Number("within", null, 1, 100), table.String("source"));

    private static StabilityFigure[] Figures(TomlTable table)
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

        return [.. taus.Zip(deviations, (tau, deviation) => new StabilityFigure(tau, deviation))];
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
