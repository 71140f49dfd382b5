using System.Globalization;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>One event of <c>clock simulate --event KIND@TIME=VALUE</c>: <c>phase@1d=1e-9</c>, <c>fail@30d</c>.</summary>
internal static class ClockHappening
{
    private const double SecondsPerDay = 86_400;
    private const string Remedy = "write KIND@TIME=VALUE: phase@1d=1e-9 (s), frequency@2d=1e-13, drift@12h=1e-14 (per day), noise@3d=2 (factor), lamp@1d=1e-12 (dies away in 6 h), fail@30d";

    /// <param name="text">The option's value.</param>
    /// <param name="start">Where its time counts from.</param>
    public static ClockEvent Parse(string text, Epoch start)
    {
        string[] sides = text.Split('=', 2), head = sides[0].Split('@', 2);
        if (head.Length != 2 || !Duration.TryParse(head[1], out Duration after) || after < Duration.Zero)
        {
            throw Wrong(text, "has no time after the start");
        }

        Epoch epoch = start + after;
        if (head[0] == "fail")
        {
            return sides.Length == 1 ? new ClockEvent(epoch, 0) { Failure = true } : throw Wrong(text, "has a value");
        }

        if (sides.Length != 2 || !double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            throw Wrong(text, "has no value");
        }

        return head[0] switch
        {
            "phase" => new ClockEvent(epoch, value),
            "frequency" => new ClockEvent(epoch, 0, value),
            "drift" => new ClockEvent(epoch, 0) { DriftStep = value / SecondsPerDay },
            "noise" when value >= 0 => new ClockEvent(epoch, 0) { NoiseFactor = value },
            "lamp" => new ClockEvent(epoch, 0) { TransientFrequency = value, TransientTime = 6 * 3600 },
            _ => throw Wrong(text, $"is of no known kind: '{head[0]}'"),
        };
    }

    private static InputException Wrong(string text, string problem) =>
        new(Diagnostic.Error("CN1003", new SourceSpan("--event"), $"'{text}' {problem}", Remedy));
}
