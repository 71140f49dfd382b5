using System.CommandLine;
using Constellation.Core;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Options that the verbs of <c>design</c> share.</summary>
internal static class DesignOptions
{
    public const double LeastAxis = 6.5e6, GreatestAxis = 5e8;

    public static Option<double?> Axis() => Options.Length("--axis", "Mean semi-major axis", LeastAxis, GreatestAxis);

    public static Option<(int Revolutions, int Days)?> Repeat() => Options.Repeat("--repeat", "Axis from a ground track that closes after N revolutions in D days, in place of --axis");

    public static Option<double> Inclination() => Options.Number("--inclination", "Inclination", 55, 0, 180, "DEG");

    public static Option<double> Eccentricity() => Options.Number("--eccentricity", "Mean eccentricity", 0, 0, 0.9, "");

    /// <summary>The axis given, or the one that the repeat asks for.</summary>
    public static double AxisOf(double? axis, (int Revolutions, int Days)? repeat, double eccentricity, double inclinationDeg)
    {
        if (axis is null == repeat is null)
        {
            throw new InputException(Diagnostic.Error("CN1004", new SourceSpan("--axis"), axis is null ? "neither --axis nor --repeat is given" : "both --axis and --repeat are given", "write one of them, as in --axis 27906km or --repeat 13/7"));
        }

        double a = axis ?? RepeatAxis(repeat!.Value, eccentricity, inclinationDeg);
        return a * (1 - eccentricity) >= LeastAxis - 1e5
            ? a
            : throw new InputException(Diagnostic.Error("CN2135", new SourceSpan("--eccentricity"), $"the perigee is at {a * (1 - eccentricity) / 1000:0} km from the geocentre", "keep it above 6400 km"));
    }

    public static double RepeatAxis((int Revolutions, int Days) repeat, double eccentricity, double inclinationDeg)
    {
        try
        {
            return RepeatTrack.SemiMajorAxis(repeat.Revolutions, repeat.Days, eccentricity, double.DegreesToRadians(inclinationDeg));
        }
        catch (ArgumentException e)
        {
            throw new InputException(Diagnostic.Error("CN1030", new SourceSpan("--repeat"), e.Message.Split(" (Parameter")[0], "the Earth is orbited 16.5 times a day at most"));
        }
    }
}
