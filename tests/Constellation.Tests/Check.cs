using System.Globalization;
using Constellation.Geodesy;
using Xunit.Sdk;

namespace Constellation.Tests;

/// <summary>Comparisons that say what was expected, what came, how far apart and what was allowed, and why. NaN never passes.</summary>
internal static class Check
{
    public static void Within(Tolerance tolerance, double expected, double actual, string what = "value")
    {
        double difference = Math.Abs(actual - expected);
        if (!(difference <= tolerance.Allowance))
        {
            Fail(tolerance, what, Text(expected), Text(actual), actual - expected);
        }
    }

    /// <summary>The length of the difference of two vectors.</summary>
    public static void Within(Tolerance tolerance, Vector3d expected, Vector3d actual, string what = "vector")
    {
        double difference = (actual - expected).Norm;
        if (!(difference <= tolerance.Allowance))
        {
            Fail(tolerance, what, Text(expected), Text(actual), difference);
        }
    }

    private static void Fail(Tolerance tolerance, string what, string expected, string actual, double difference) =>
        throw new XunitException(string.Join(
            Environment.NewLine,
            $"{what} is not within its tolerance",
            $"  expected   {expected} {tolerance.Unit}",
            $"  actual     {actual} {tolerance.Unit}",
            $"  difference {Text(difference)} {tolerance.Unit}",
            $"  allowed    {Text(tolerance.Allowance)} {tolerance.Unit}",
            $"  because    {tolerance.Reason}"));

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(Vector3d v) => $"({Text(v.X)}, {Text(v.Y)}, {Text(v.Z)})";
}
