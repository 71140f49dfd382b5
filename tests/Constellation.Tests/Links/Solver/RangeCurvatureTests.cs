using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Tests.Links.Solver;

public class RangeCurvatureTests
{
    private const double Distance = 4e7;

    /// <summary>By hand, sigma s per axis of both ends, independent: two transverse axes of variance 2 s^2 each lengthen the distance by 2 s^2 / d, with variance (2 s^2 / d)^2.</summary>
    [Fact]
    public void Mean_and_variance_are_those_of_two_transverse_axes()
    {
        const double sigma = 1e4, expected = 2 * sigma * sigma / Distance;
        MeasurementRow row = Row();
        RangeCurvature.Allow([row], 2, (i, j) => i == j ? sigma * sigma : 0);
        Check.Within(Tolerance.Of(1e-9, "m", "rounding"), -expected, row.Innovation, "mean");
        Check.Within(Tolerance.Of(1e-6, "m^2", "rounding, and 1e-2 m^2 of before"), (expected * expected) + 1e-2, row.Variance, "variance");
    }

    /// <summary>Ends that are wrong together by 10 km are as far from each other as before.</summary>
    [Fact]
    public void What_both_ends_have_in_common_does_not_bend_the_range()
    {
        MeasurementRow row = Row();
        int size = FilterLayout.Orbit(1) - FilterLayout.Orbit(0);
        RangeCurvature.Allow([row], 2, (i, j) => i % size == j % size ? 1e8 : 0);
        Assert.Equal((0, 1e-2), (row.Innovation, row.Variance));
    }

    [Fact]
    public void Metres_are_left_alone()
    {
        MeasurementRow row = Row();
        RangeCurvature.Allow([row], 2, (i, j) => i == j ? 100 : 0);
        Assert.Equal((0, 1e-2), (row.Innovation, row.Variance));
    }

    private static MeasurementRow Row()
    {
        Vector3d u = new Vector3d(1, -2, 2).Unit();
        MeasurementRow row = new() { NodeA = 0, NodeB = 1, Distance = Distance, Variance = 1e-2 };
        foreach ((int node, double sign) in new[] { (0, -1.0), (1, 1.0) })
        {
            int o = FilterLayout.Orbit(node);
            row.Add(o, sign * u.X);
            row.Add(o + 1, sign * u.Y);
            row.Add(o + 2, sign * u.Z);
        }

        return row;
    }
}
