using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Formats;

/// <summary>Reads table <c>[errors]</c> of a crosslink payload: what it does to ranges beside white noise and calibrated delays. A key left out is zero.</summary>
internal static class LinkErrorsReader
{
    private const double SecondsPerDay = 86_400;

    public static LinkRangingErrors Read(TomlTable table)
    {
        LinkRangingErrors errors = new()
        {
            PhaseCentre = Vector(table, "phase_centre_m"),
            PhaseCentreSigma = table.Number("phase_centre_sigma_m", 0, 0, 10),
            AttitudeSigma = double.DegreesToRadians(table.Number("attitude_sigma_deg", 0, 0, 10)),
            Eccentricity = table.Boolean("proper_time", false),
            DelayDriftSigma = table.Number("delay_drift_m_per_day", 0, 0, 100) / SecondsPerDay,
            ThermalSigma = table.Number("thermal_m", 0, 0, 100),
            EclipseSigma = table.Number("eclipse_m", 0, 0, 100),
            ThermalTime = table.Number("thermal_time_s", LinkRangingErrors.None.ThermalTime, 1, 1e6),
            JumpRate = table.Number("jumps_per_day", 0, 0, 24) / SecondsPerDay,
            JumpSigma = table.Number("jump_m", 0, 0, 100),
            PatternPeak = table.Number("pattern_m", 0, 0, 10),
            ColouredNoise = table.Number("coloured_noise_m", 0, 0, 100),
            ColouredTime = table.Number("coloured_time_s", LinkRangingErrors.None.ColouredTime, 1, 1e7),
            OutlierProbability = table.Number("outlier_probability", 0, 0, 1),
            OutlierSigma = table.Number("outlier_m", 0, 0, 1e6),
            LossProbability = table.Number("loss_probability", 0, 0, 1),
        };
        Together(table, "jumps_per_day", "jump_m");
        Together(table, "outlier_probability", "outlier_m");
        return errors;
    }

    private static Vector3d Vector(TomlTable table, string key)
    {
        IReadOnlyList<double> values = table.Numbers(key, [0, 0, 0]);
        if (values.Count == 3 && values.All(v => Math.Abs(v) <= 100))
        {
            return new(values[0], values[1], values[2]);
        }

        if (table.Has(key) && values.Count > 0)
        {
            table.Error(key, "CN2142", $"'{table.Child(key)}' is not a place on a satellite", "write three numbers within 100 m: x, y, z from the centre of mass in body axes");
        }

        return default;
    }

    /// <summary>How often without how large, or the other way round, is a figure forgotten.</summary>
    private static void Together(TomlTable table, string a, string b)
    {
        if (table.Has(a) != table.Has(b))
        {
            (string given, string missing) = table.Has(a) ? (a, b) : (b, a);
            table.Error(given, "CN2142", $"'{table.Child(given)}' is of no effect without '{missing}'", $"add {missing}, or leave {given} out");
        }
    }
}
