using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Minutes since the epoch of an element set: start, start + step, ... up to stop.</summary>
internal sealed record MinuteGrid(double Start, double Step, long Count, double? First = null, double? Last = null)
{
    private const double MostMinutes = 1e9;

    /// <summary>What a hundredth of a step may be missing by rounding of decimal steps.</summary>
    private const double Slack = 1e-9;

    public static double Reach { get; } = Sgp4Orbit.Reach.TotalSeconds / 60;

    public static Option<MinuteGrid?> Option() => new("--minutes")
    {
        Description = "Minutes since the epoch of each set, such as 0:10:1440 or -60:1:60, or one number; for a verification file its own columns if not given",
        HelpName = "START:STEP:STOP",
        CustomParser = Parse,
    };

    /// <summary>The times of a verification case as its authors' program goes through them: the epoch, then from start on, and the stop itself.</summary>
    public static MinuteGrid? Of(VerificationMinutes verification, out string problem)
    {
        (double start, double stop, double step) = (verification.Start, verification.Stop, verification.Step);
        if (TryOf(start, step, stop, out MinuteGrid? grid, out problem))
        {
            double end = grid.Start + (grid.Step * (grid.Count - 1));
            return grid with { First = start == 0 ? null : 0, Last = Math.Abs(end - stop) > Slack ? stop : null };
        }

        return null;
    }

    public IEnumerable<double> Values()
    {
        if (First is { } first)
        {
            yield return first;
        }

        for (long i = 0; i < Count; i++)
        {
            yield return Start + (Step * i);
        }

        if (Last is { } last)
        {
            yield return last;
        }
    }

    private static MinuteGrid? Parse(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "", problem = "";
        double[] parts = [.. text.Split(':').Select(p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : double.NaN)];
        if ((parts.Length == 3 && TryOf(parts[0], parts[1], parts[2], out MinuteGrid? grid, out problem)) || (parts.Length == 1 && TryOf(parts[0], 1, parts[0], out grid, out problem)))
        {
            return grid;
        }

        result.AddError(problem.Length > 0 ? $"--minutes {text}: {problem}" : $"'{text}' is not a range of minutes; write START:STEP:STOP such as 0:10:1440");
        return null;
    }

    private static bool TryOf(double start, double step, double stop, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out MinuteGrid? grid, out string problem)
    {
        (grid, problem) = (null, "");
        double count = Math.Floor(((stop - start) / step) + Slack) + 1;
        if (!double.IsFinite(start + step + stop))
        {
            problem = "not three finite numbers; write START:STEP:STOP such as 0:10:1440";
        }
        else if (Math.Abs(start) > Reach || Math.Abs(stop) > Reach)
        {
            problem = $"more than a century, {Reach} min, from the epoch";
        }
        else if (step == 0 || !(count >= 1))
        {
            problem = "the step does not lead from start to stop";
        }
        else if (count > MostMinutes)
        {
            problem = $"more than {MostMinutes:0e0} times; choose a longer step or a shorter span";
        }
        else
        {
            grid = new MinuteGrid(start, step, (long)count);
        }

        return grid is not null;
    }
}
