using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Tests.Positioning;

public sealed class CoverageSweepTests
{
    private static readonly EpochGrid Epochs = new(Epoch.Parse("2025-01-01T00:00:00GPST"), Duration.FromMinutes(30), 48);

    /// <summary>The mean number in view is the solid angle of the cap that a satellite sees, whatever the pattern: N (1 - cos(central angle)) / 2.</summary>
    [Theory, InlineData(3, 8, 55), InlineData(6, 4, 70), InlineData(2, 3, 20)]
    public void Satellites_in_view_are_those_of_their_caps(int planes, int perPlane, double inclinationDeg)
    {
        CoverageResult result = Sweep(15, 1).Evaluate(Case(planes, perPlane, inclinationDeg));
        double mask = double.DegreesToRadians(5), ratio = 6.371e6 / 27_906_000, angle = Math.Acos(ratio * Math.Cos(mask)) - mask;
        double expected = 0.5 * planes * perPlane * (1 - Math.Cos(angle));
        Check.Within(Tolerance.Of(0.02 * expected, "satellites", "cells of 15 degrees, 48 epochs, an Earth that is no sphere"), expected, result.MeanSatellites);
    }

    [Fact]
    public void More_satellites_are_better_and_threads_change_nothing()
    {
        CoverageResult few = Sweep(15, 1).Evaluate(Case(3, 6, 55)), many = Sweep(15, 1).Evaluate(Case(3, 8, 55)), again = Sweep(15, 2).Evaluate(Case(3, 8, 55));
        Assert.True(many.Pdop95 < few.Pdop95 && many.LeastSatellites > few.LeastSatellites);
        Assert.Equal(many, again);
        Assert.Equal(1, many.Coverage);
    }

    private static CoverageCase Case(int planes, int perPlane, double inclinationDeg) => new(WalkerPattern.Delta, planes, perPlane, 1, 27_906_000, double.DegreesToRadians(inclinationDeg));

    private static CoverageSweep Sweep(double grid, int threads) =>
        new(new UserGrid(grid, elevationMask: 0).Users, Epochs, EarthOrientation.BuiltIn, double.DegreesToRadians(5), 6, threads);
}
