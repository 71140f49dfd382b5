using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Positioning;

/// <summary>Covariance accuracy: distributions, the kernel against the textbook form, and both against positions that were really solved.</summary>
public sealed class AnalyticAccuracyTests(ITestOutputHelper output)
{
    /// <summary>Round: sqrt(-2 ln 0.05) = 2.44775 (Rayleigh); flat: 1.95996; in space, round: 2.79548, the root of the 95 % chi-square with three degrees of freedom.</summary>
    [Fact]
    public void Quantiles_of_round_and_flat_errors()
    {
        Assert.Equal(Math.Sqrt(-2 * Math.Log(0.05)), RadialError.Quantile(0.95, 1, 1), 1e-8);
        Assert.Equal(1.959963984540054, RadialError.Quantile(0.95, 1, 0), 1e-5);           // quadrature of a step
        Assert.Equal(2.7954834829151074, RadialError.Quantile(0.95, 1, 1, 1), 1e-7);
        Assert.Equal(RadialError.Quantile(0.95, 2, 1, 0.5), RadialError.Quantile(0.95, 0.5, 2, 1), 1e-5);     // order of the axes
    }

    /// <summary>Ellipses between: 400,000 draws, four standard errors of the share.</summary>
    [Theory, InlineData(1.0, 0.7), InlineData(1.0, 0.3), InlineData(3.0, 0.2)]
    public void Probability_is_the_share_of_draws(double major, double minor)
    {
        RandomDraws draws = new(11, 0, EntityId.Scenario, NoisePurpose.UserThermal);
        const int n = 400_000;
        double limit = RadialError.Quantile(0.95, major, minor);
        int inside = 0;
        for (int i = 0; i < n; i++)
        {
            (double a, double b) = draws.NormalPairAt((ulong)i);
            inside += Math.Sqrt((major * major * a * a) + (minor * minor * b * b)) <= limit ? 1 : 0;
        }

        Check.Within(Tolerance.Of(4 * Math.Sqrt(0.95 * 0.05 / n), "", "4 standard errors"), 0.95, (double)inside / n, "share inside");
    }

    [Fact]
    public void Tables_equal_the_integrals()
    {
        for (double k = 0; k <= 1; k += 0.0173)
        {
            Assert.Equal(RadialError.Quantile(0.95, 1, k), RadialErrorTable.Factor95(k), 1e-4);     // linear between 64 entries
        }

        float[] major = [1, 2, 1.5f, 0.7f], minor = [0.9f, 0.4f, 1.5f, 0.1f];
        double tabled = RadialErrorTable.Quantile(0.95, major, minor);
        double mean = Enumerable.Range(0, 4).Average(i => RadialError.Probability(tabled, major[i], minor[i]));
        Assert.Equal(0.95, mean, 5e-4);                                      // entries 1/32 of a deviation apart
    }

    [Fact]
    public void Axes_of_a_symmetric_matrix()
    {
        (double a, double b, double c) = Symmetric3Axes.Of(new(2, 1, 0, 2, 0, 5));
        Assert.Equal((5.0, 3.0, 1.0), (Math.Round(a, 12), Math.Round(b, 12), Math.Round(c, 12)));
        Assert.Equal((4.0, 4.0, 4.0), Symmetric3Axes.Of(new(4, 0, 0, 4, 0, 4)));
        PositionSpread spread = PositionSpread.From(new(2, 1, 0, 2, 0, 5));
        Assert.Equal(Math.Sqrt(3), spread.Major, 1e-12);
        Assert.Equal(Math.PI / 4, spread.Azimuth, 1e-12);                    // north-east
    }

    [Fact]
    public void Fitted_code_variance_is_the_model()
    {
        RangeErrorBudget budget = new(UserModel.DualFrequency);
        foreach (GnssSystem system in (GnssSystem[])[GnssSystem.Gps, GnssSystem.BeiDou, GnssSystem.Glonass])
        {
            foreach (double maskDeg in (double[])[0, 5, 30])
            {
                double sinMask = Math.Sin(double.DegreesToRadians(maskDeg));
                double[] c = CodeVarianceFit.Of(budget, system, sinMask);
                for (int i = 0; i <= 333; i++)
                {
                    double sin = sinMask + ((1 - sinMask) * i / 333), fit = CodeVarianceFit.At(c, sin);
                    double exact = budget.Code(system, sin);
                    Check.Within(Tolerance.Of(CodeVarianceFit.Tolerance * exact, "m^2", "what the fit promises"), exact, fit, $"{system} sin {sin:0.000}");
                }
            }
        }
    }

    [Theory, InlineData(1), InlineData(5), InlineData(12)]
    public void Kernel_equals_the_textbook(int users)
    {
        (Position<Itrf>[] satellites, GnssSystem[] systems) = TwoSystems(7000);
        UserDefinition[] places = [.. new UserGrid(30, 0).Users.Skip(17).Take(users)];
        RangeErrorBudget budget = new(UserModel.DualFrequency);
        double[] sigma = [.. systems.Select((_, i) => 0.2 + (0.05 * (i % 7)))];
        double mask = double.DegreesToRadians(7);
        AccuracyGrid grid = new(places, mask, budget, systems, sigma);
        grid.Compute(SatelliteSnapshot.From(satellites));
        for (int u = 0; u < users; u++)
        {
            Symmetric3? expected = CovarianceReference.Solve(Terms(places[u], satellites, systems, sigma, budget, mask));
            PositionSpread spread = PositionSpread.From(expected!.Value);
            Check.Within(Tolerance.Of(1e-3 * spread.Major, "m", "fit of the code variance"), spread.Major, grid.Major[u], "major");
            Check.Within(Tolerance.Of(1e-3 * spread.Major, "m", "fit of the code variance"), spread.Minor, grid.Minor[u], "minor");
            Check.Within(Tolerance.Of(1e-3 * spread.Up, "m", "fit of the code variance"), spread.Up, grid.Up[u], "up");
            Check.Within(Tolerance.Of(2e-3 * spread.Horizontal95, "m", "fit and table"), spread.Horizontal95, grid.Horizontal95(u), "95 % horizontal");
        }
    }

    /// <summary>Positions solved by the engine from drawn errors of users and satellites, against the covariance: a day, a coarse grid.</summary>
    [Fact]
    public void Solved_positions_scatter_as_the_covariance_says()
    {
        EpochGrid epochs = new(Epoch.FromGps(2333, Duration.FromDays(5)), Duration.FromMinutes(15), 96);
        UserGrid users = new(30, double.DegreesToRadians(5));
        UserModel model = UserModel.DualFrequency;
        const double space = 0.5;
        RandomDraws draws = new(3, 0, EntityId.Scenario, NoisePurpose.SignalBias);
        SatelliteEpochState[][] states = new SatelliteEpochState[epochs.Count][];
        SatelliteSnapshot[] snapshots = new SatelliteSnapshot[epochs.Count];
        GnssSystem[] systems = [];
        for (int k = 0; k < epochs.Count; k++)
        {
            double seconds = 900 * k;
            (Position<Itrf>[] there, systems) = TwoSystems(seconds);
            (Position<Itrf>[] later, _) = TwoSystems(seconds + 1);
            (Position<Itrf>[] earlier, _) = TwoSystems(seconds - 1);
            states[k] = [.. there.Select((p, s) =>
            {
                Vector3d velocity = 0.5 * (later[s] - earlier[s]);
                double clock = space * draws.NormalAt((ulong)((k * 100) + s)) / PhysicalConstants.SpeedOfLight;
                return new SatelliteEpochState(new SatelliteId(systems[s], s + 1), p, velocity, 0, p, velocity, clock, true, 0);
            })];
            snapshots[k] = SatelliteSnapshot.From(there);
        }

        UserFix[][] fixes = new PositioningEngine(users.Users, model, epochs, seed: 9).SolveAll(states, 2, null, TestContext.Current.CancellationToken);
        AccuracyGrid grid = new(users.Users, double.DegreesToRadians(5), new(model), systems, [.. systems.Select(_ => space)]);
        double solvedHorizontal = 0, solvedUp = 0, saidHorizontal = 0, saidUp = 0;
        int inside = 0, insideUp = 0, n = 0;
        for (int k = 0; k < epochs.Count; k++)
        {
            grid.Compute(snapshots[k]);
            for (int u = 0; u < users.Users.Count; u++)
            {
                UserFix fix = fixes[k][u];
                solvedHorizontal += fix.HorizontalError * fix.HorizontalError;
                solvedUp += fix.Up * fix.Up;
                saidHorizontal += (grid.Major[u] * grid.Major[u]) + (grid.Minor[u] * grid.Minor[u]);
                saidUp += grid.Up[u] * grid.Up[u];
                inside += fix.HorizontalError <= grid.Horizontal95(u) ? 1 : 0;
                insideUp += fix.VerticalError <= grid.Vertical95(u) ? 1 : 0;
                n++;
            }
        }

        output.WriteLine($"horizontal rms {Math.Sqrt(solvedHorizontal / n):0.0000} said {Math.Sqrt(saidHorizontal / n):0.0000}; up {Math.Sqrt(solvedUp / n):0.0000} said {Math.Sqrt(saidUp / n):0.0000}; inside {(double)inside / n:0.0000}, {(double)insideUp / n:0.0000} of {n}");

        // 6912 fixes; satellite errors are shared by users in view of each other, troposphere by half a day of epochs: some 1500 independent ones, 4 sigma of a rms 7 %, of a share 2.3 %.
        Assert.Equal(1.0, Math.Sqrt(solvedHorizontal / saidHorizontal), 0.07);
        Assert.Equal(1.0, Math.Sqrt(solvedUp / saidUp), 0.07);
        Assert.Equal(0.95, (double)inside / n, 0.023);
        Assert.Equal(0.95, (double)insideUp / n, 0.023);
    }

    private static RangeTerm[] Terms(UserDefinition user, Position<Itrf>[] satellites, GnssSystem[] systems, double[] sigma, RangeErrorBudget budget, double mask)
    {
        LocalAxes axes = LocalAxes.At(user.Place);
        List<RangeTerm> terms = [];
        for (int s = 0; s < satellites.Length; s++)
        {
            Vector3d line = (satellites[s] - user.Position).Unit();
            double sin = line.Dot(axes.Up);
            if (sin >= Math.Sin(mask))
            {
                terms.Add(new(
                    new(line.Dot(axes.East), line.Dot(axes.North), sin), (int)systems[s] == 'G' ? 0 : 1, budget.Believed(systems[s], sin),
                    budget.Code(systems[s], sin) + (sigma[s] * sigma[s]), budget.ZenithSigma * TroposphereMapping.Simple(sin), 0));
            }
        }

        return [.. terms];
    }

    private static (Position<Itrf>[] Satellites, GnssSystem[] Systems) TwoSystems(double seconds)
    {
        CircularConstellation gps = CircularConstellation.Gps, galileo = CircularConstellation.Galileo;
        return (
            [.. Enumerable.Range(0, gps.Count).Select(i => new Position<Itrf>(gps.Position(i, seconds))), .. Enumerable.Range(0, galileo.Count).Select(i => new Position<Itrf>(galileo.Position(i, seconds)))],
            [.. Enumerable.Repeat(GnssSystem.Gps, gps.Count), .. Enumerable.Repeat(GnssSystem.Galileo, galileo.Count)]);
    }
}
