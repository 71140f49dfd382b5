using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Tests.Positioning;

public class DopTests
{
    /// <summary>Zenith and three satellites on the horizon at 120 degrees: by hand, C = diag(2/3, 2/3, 4/3), t = 1/3 (zenith sees z and t, the ring x, y and t).</summary>
    [Fact]
    public void Four_satellites_by_hand()
    {
        double h = Math.Sqrt(3) / 2;
        Dop dop = DopSolver.Solve([0, 0, h, -h], [0, 1, -0.5, -0.5], [1, 0, 0, 0], new(0, 0, 1));
        Assert.Equal(Math.Sqrt(4.0 / 3), dop.Hdop, 1e-14);      // rounding of a dozen operations near 1
        Assert.Equal(Math.Sqrt(4.0 / 3), dop.Vdop, 1e-14);
        Assert.Equal(Math.Sqrt(8.0 / 3), dop.Pdop, 1e-14);
        Assert.Equal(Math.Sqrt(1.0 / 3), dop.Tdop, 1e-14);
        Assert.Equal(Math.Sqrt(3.0), dop.Gdop, 1e-14);
    }

    [Fact]
    public void Satellites_on_a_cone_have_no_dop()
    {
        double[] x = [.. Enumerable.Range(0, 6).Select(i => Math.Cos(i) * 0.6)], y = [.. Enumerable.Range(0, 6).Select(i => Math.Sin(i) * 0.6)];
        Assert.False(DopSolver.Solve(x, y, [.. Enumerable.Repeat(0.8, 6)], new(0, 0, 1)).IsDefined);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(1, 12)]
    [InlineData(2, 9)]
    [InlineData(4, 30)]
    public void Closed_form_equals_reference(int clocks, int satellites)
    {
        for (int seed = 1; seed <= 50; seed++)
        {
            Vector3d[] los = RandomSky(seed, satellites);
            int[] column = [.. Enumerable.Range(0, satellites).Select(i => i % clocks)];
            Dop expected = DopReference.Solve(los, column);
            Dop actual = DopSolver.Solve([.. los.Select(v => v.X)], [.. los.Select(v => v.Y)], [.. los.Select(v => v.Z)], new(0, 0, 1), column);
            if (expected.Gdop < 100)
            {
                double allowed = 1e-13 * expected.Gdop * expected.Gdop * expected.Gdop;     // rounding grows with the condition number, of the order of GDOP^2
                Assert.Equal(expected.Pdop, actual.Pdop, allowed + 1e-13);
                Assert.Equal(expected.Hdop, actual.Hdop, allowed + 1e-13);
                Assert.Equal(expected.Vdop, actual.Vdop, allowed + 1e-13);
                Assert.Equal(expected.Tdop, actual.Tdop, allowed + 1e-13);
            }
        }
    }

    [Fact]
    public void Kernel_equals_solver_at_every_length()
    {
        CircularConstellation orbits = CircularConstellation.Gps;
        Vector3d[] satellites = [.. Enumerable.Range(0, orbits.Count).Select(i => orbits.Position(i, 5000))];
        IReadOnlyList<UserDefinition> users = new UserGrid(30, 0.1).Users;
        for (int n = 1; n <= 23; n++)
        {
            DopGrid grid = new([.. users.Take(n)], 0.1);
            grid.Compute([.. satellites.Select(v => new Position<Itrf>(v))]);
            for (int p = 0; p < n; p++)
            {
                Vector3d up = LocalAxes.At(users[p].Place).Up;
                Vector3d[] seen = [.. satellites.Select(s => (s - users[p].Position.Vector).Unit()).Where(u => u.Dot(up) >= Math.Sin(0.1))];
                Dop expected = DopSolver.Solve([.. seen.Select(v => v.X)], [.. seen.Select(v => v.Y)], [.. seen.Select(v => v.Z)], up);
                Assert.Equal(seen.Length, grid.Count[p]);
                Assert.Equal(expected.Pdop, grid.Pdop[p], 1e-11);        // rounding, condition below 1e3
                Assert.Equal(expected.Hdop, grid.Hdop[p], 1e-11);
                Assert.Equal(expected.Vdop, grid.Vdop[p], 1e-11);
                Assert.Equal(expected.Tdop, grid.Tdop[p], 1e-11);
            }
        }
    }

    /// <summary>Published-pattern figures computed independently on a 274-point equal-area grid of a 6371 km sphere over one repeat cycle.</summary>
    [Theory]
    [InlineData("GPS", 8.14, 1.79, 2.50, 0.94, 1)]
    [InlineData("BDS", 8.28, 1.86, 2.39, 0.94, 7)]
    [InlineData("GAL", 8.42, 1.83, 2.42, 0.92, 10)]
    [InlineData("GLO", 8.02, 1.85, 2.41, 0.96, 8)]
    public void Nominal_constellations_reach_their_figures(string name, double visible, double pdopMedian, double pdop95, double hdopMedian, int days)
    {
        CircularConstellation orbits = name switch
        {
            "GPS" => CircularConstellation.Gps,
            "BDS" => CircularConstellation.BeiDouMeo,
            "GAL" => CircularConstellation.Galileo,
            _ => CircularConstellation.Glonass,
        };
        double mask = double.DegreesToRadians(5);
        DopGrid grid = new(new UserGrid(10, mask).Users, mask);
        List<double> counts = [], pdop = [], hdop = [], weights = [];
        for (int k = 0; k < 60; k++)
        {
            double t = k * days * 86164.1 / 60;
            grid.Compute([.. Enumerable.Range(0, orbits.Count).Select(i => new Position<Itrf>(orbits.Position(i, t)))]);
            for (int p = 0; p < grid.Users.Count; p++)
            {
                counts.Add(grid.Count[p]);
                pdop.Add(grid.Pdop[p]);
                hdop.Add(grid.Hdop[p]);
                weights.Add(grid.Users[p].AreaWeight);
            }
        }

        double[] w = [.. weights];
        // 0.05: samples of 60 epochs lie up to 0.03 beside N (1 - cos lambda) / 2, which is 8.13, 8.26, 8.41, 8.01.
        Assert.Equal(visible, WeightedStatistics.Mean([.. counts], w), 0.05);
        Assert.Equal(pdopMedian, WeightedStatistics.Percentile([.. pdop], w, 0.5), 0.03);       // stated reproducibility of the figures
        Assert.Equal(pdop95, WeightedStatistics.Percentile([.. pdop], w, 0.95), 0.1);
        Assert.Equal(hdopMedian, WeightedStatistics.Percentile([.. hdop], w, 0.5), 0.03);
    }

    private static Vector3d[] RandomSky(int seed, int n)
    {
        Constellation.Core.RandomDraws draws = new((ulong)seed, 0, Constellation.Core.EntityId.Scenario, Constellation.Core.NoisePurpose.UserThermal);
        return [.. Enumerable.Range(0, n).Select(i =>
        {
            double z = draws.UniformAt((ulong)(2 * i)), a = 2 * Math.PI * draws.UniformAt((ulong)((2 * i) + 1)), h = Math.Sqrt(1 - (z * z));
            return new Vector3d(h * Math.Cos(a), h * Math.Sin(a), z);
        })];
    }
}
