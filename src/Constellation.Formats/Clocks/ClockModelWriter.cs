using System.Globalization;
using System.Text;
using Constellation.Clocks;

namespace Constellation.Formats;

/// <summary>Writes a clock of the catalogue as <see cref="ClockModelReader"/> reads it.</summary>
public static class ClockModelWriter
{
    private const double SecondsPerDay = 86_400;

    /// <param name="model">What is written.</param>
    /// <param name="fit">Gives the uncertainties in the comments; null for none.</param>
    public static string Write(ClockModel model, ClockFit? fit = null)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"# {OneLine(model.Description)}\n");
        text.Append(CultureInfo.InvariantCulture, $"name = {Quoted(model.Name)}\ndescription = {Quoted(model.Description)}\nsource = {Quoted(model.Source)}\n\n");
        text.Append("# One-sided spectrum of fractional frequency, S_y(f) = sum of h_a f^a.\n[noise]\n");
        Level("h_2", model.H2, fit?.Sigmas.H2, "s^3");
        Level("h_1", model.H1, fit?.Sigmas.H1, "s^2");
        Level("h_0", model.H0, fit?.Sigmas.H0, "s");
        Level("h_minus_1", model.HMinus1, fit?.Sigmas.HMinus1, "dimensionless");
        Level("h_minus_2", model.HMinus2, fit?.Sigmas.HMinus2, "1/s");
        Number("bandwidth_hz", model.Bandwidth, "");
        if (model.LoopPhaseSigma > 0)
        {
            Number("loop_phase_ns", model.LoopPhaseSigma * 1e9, "");
            Number("loop_time_s", model.LoopPhaseTime, "");
        }

        text.Append("\n# How one unit differs from the next (standard deviations).\n[unit]\n");
        string sigma = fit is null ? "" : string.Create(CultureInfo.InvariantCulture, $" +- {fit.DriftSigma * SecondsPerDay:G2}");
        Number("drift_per_day", model.DriftMean * SecondsPerDay, fit is null ? "" : "of this unit," + sigma);
        Number("drift_spread_per_day", model.DriftSpread * SecondsPerDay, "");
        Number("initial_offset_s", model.InitialOffsetSpread, "");
        Number("initial_frequency", model.InitialFrequencySpread, "");
        if (model.HarmonicAmplitude > 0)
        {
            text.Append("\n[harmonic]\n");
            Number("amplitude_ns", model.HarmonicAmplitude * 1e9, "");
            Number("period_s", model.HarmonicPeriod, "");
        }

        return text.ToString();

        void Level(string key, double value, double? deviation, string unit)
        {
            string comment = deviation is { } d ? string.Create(CultureInfo.InvariantCulture, $"{unit}, +- {d:G2}") : unit;
            if (value > 0 || deviation is not null)
            {
                Number(key, value, comment);
            }
        }

        void Number(string key, double value, string comment) =>
            text.Append(CultureInfo.InvariantCulture, $"{key} = {Real(value)}{(comment.Length > 0 ? "    # " + comment : "")}\n");
    }

    /// <summary>Round-trip, with the point that makes it a real number of TOML.</summary>
    private static string Real(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return text.Contains('.', StringComparison.Ordinal) || text.Contains('e', StringComparison.Ordinal) ? text : text + ".0";
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Quoted(string text) =>
        "\"" + string.Concat(OneLine(text).Select(c => c is '"' or '\\' ? "\\" + c : char.IsControl(c) ? " " : c.ToString())) + "\"";
}
