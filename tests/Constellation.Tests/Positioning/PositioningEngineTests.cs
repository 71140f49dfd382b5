using System.Runtime.InteropServices;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Positioning;

public class PositioningEngineTests
{
    private static readonly EpochGrid Grid = new(Epoch.FromGps(2333, Duration.FromHours(24)), Duration.FromMinutes(5), 289);

    private static UserDefinition[] Users(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            GeodeticPoint place = GeodeticPoint.FromDegrees(-80 + (160.0 * i / Math.Max(1, count - 1)), -170 + ((i * 137.5) % 340), 100);
            return new UserDefinition { Index = i, Name = $"user {i}", Place = place, Position = Ellipsoid.Wgs84.ToCartesian(place) };
        }),
    ];

    private static SatelliteEpochState[][] States(int epochs, Func<int, Vector3d>? shift = null) =>
        [.. Enumerable.Range(0, epochs).Select(k => CircularConstellation.BeiDouMeo.States(300.0 * k, shift))];

    /// <summary>Ranges made here from the exact orbit at the exact time of transmission, with the closed rotation, agree with the engine's expansion.</summary>
    [Fact]
    public void Light_time_expansion_matches_the_exact_orbit_to_ten_micrometres()
    {
        CircularConstellation orbits = CircularConstellation.BeiDouMeo;
        UserDefinition user = Users(3)[1];
        for (int i = 0; i < orbits.Count; i++)
        {
            SatelliteMotion motion = new(new(orbits.Position(i, 1000)), orbits.Velocity(i, 1000));
            double range = (orbits.Position(i, 1000) - user.Position.Vector).Norm;
            for (int pass = 0; pass < 6; pass++)
            {
                double tau = range / 299_792_458.0;
                Vector3d turned = Matrix3d.R3(CircularConstellation.EarthRate * tau) * orbits.Position(i, 1000 - tau);
                range = (turned - user.Position.Vector).Norm;
            }

            // 1e-5 m: the third derivative over 0.1 s is 3e-8 m and 3e7 m resolve to 4e-9 m; what is required is 1e-5 m.
            Assert.Equal(range, motion.Range(user.Position), 1e-5);
        }
    }

    [Fact]
    public void Without_errors_the_fix_is_the_truth_below_a_hundredth_of_a_millimetre()
    {
        PositioningEngine engine = new(Users(40), UserModel.NoiseFree, Grid with { Count = 5 }, seed: 1);
        foreach (UserFix fix in engine.SolveAll(States(5), threads: 1, cancel: TestContext.Current.CancellationToken).SelectMany(f => f))
        {
            Assert.Equal(FixStatus.Ok, fix.Status);
            Assert.True(fix.HorizontalError < 1e-5 && fix.VerticalError < 1e-5, $"{fix}");
        }
    }

    [Fact]
    public void Same_bytes_on_any_number_of_threads()
    {
        PositioningEngine engine = new(Users(50), UserModel.DualFrequency, Grid with { Count = 12 }, seed: 7);
        UserFix[] one = [.. engine.SolveAll(States(12), threads: 1, cancel: TestContext.Current.CancellationToken).SelectMany(f => f)];
        UserFix[] four = [.. engine.SolveAll(States(12), threads: 4, cancel: TestContext.Current.CancellationToken).SelectMany(f => f)];
        Assert.True(MemoryMarshal.AsBytes<UserFix>(one).SequenceEqual(MemoryMarshal.AsBytes<UserFix>(four)));
    }

    [Fact]
    public void A_user_keeps_its_errors_when_others_are_added()
    {
        UserFix few = new PositioningEngine(Users(50)[7..8], UserModel.DualFrequency, Grid, seed: 7).SolveAll(States(3), 1, cancel: TestContext.Current.CancellationToken)[2][0];
        UserFix many = new PositioningEngine(Users(50), UserModel.DualFrequency, Grid, seed: 7).SolveAll(States(3), 1, cancel: TestContext.Current.CancellationToken)[2][7];
        Assert.Equal(few, many);
    }

    /// <summary>A radial error on one satellite moves the fix by (H'H)^-1 h' times its projection on the line of sight: formed here by hand.</summary>
    [Fact]
    public void One_metre_radial_error_appears_as_the_geometry_predicts()
    {
        CircularConstellation orbits = CircularConstellation.BeiDouMeo;
        UserDefinition user = Users(5)[3];
        Vector3d up = LocalUp.At(user.Position);
        int[] seen = [.. Enumerable.Range(0, orbits.Count).Where(i => up.Dot((orbits.Position(i, 0) - user.Position.Vector).Unit()) > Math.Sin(user.ElevationMask))];
        int bad = seen[2];
        Vector3d shift = orbits.Position(bad, 0).Unit();

        // Equal weights: residual of the bad satellite is minus the growth of its computed range; 4 x 4 normal equations by Cramer's rule.
        double[,] normal = new double[4, 4];
        double[] right = new double[4];
        foreach (int i in seen)
        {
            Vector3d u = (orbits.Position(i, 0) - user.Position.Vector).Unit();
            double[] h = [-u.X, -u.Y, -u.Z, 1];
            double residual = i == bad ? -u.Dot(shift) : 0;
            for (int a = 0; a < 4; a++)
            {
                right[a] += h[a] * residual;
                for (int b = 0; b < 4; b++)
                {
                    normal[a, b] += h[a] * h[b];
                }
            }
        }

        Vector3d predicted = new(Cramer(normal, right, 0), Cramer(normal, right, 1), Cramer(normal, right, 2));
        LocalAxes axes = LocalAxes.At(user.Place);

        PositioningEngine engine = new([user], UserModel.NoiseFree, Grid, seed: 1);
        UserFix fix = engine.SolveAll([orbits.States(0, i => i == bad ? shift : default)], 1, cancel: TestContext.Current.CancellationToken)[0][0];

        // 0.1 mm: the prediction uses lines of sight at reception, which differ by 1e-5 rad from those of transmission.
        Assert.Equal(axes.East.Dot(predicted), fix.East, 1e-4);
        Assert.Equal(axes.North.Dot(predicted), fix.North, 1e-4);
        Assert.Equal(axes.Up.Dot(predicted), fix.Up, 1e-4);
        Assert.True(predicted.Norm > 0.1);
    }

    /// <summary>With white noise of known size on equal weights, the normalised error e' C^-1 e is chi-square with 3 degrees of freedom.</summary>
    [Fact]
    public void Errors_are_as_large_as_sigma_times_dop()
    {
        UserModel white = UserModel.NoiseFree with { Multipath = new CodeMultipath(0.7, 0, 1), AssumedSignalInSpaceError = 0 };
        UserDefinition[] users = Users(100);
        PositioningEngine engine = new(users, white, Grid with { Count = 30 }, seed: 11);
        double sum = 0;
        int n = 0;
        foreach (UserFix fix in engine.SolveAll(States(30), 1, cancel: TestContext.Current.CancellationToken).SelectMany(f => f))
        {
            double error2 = (fix.East * fix.East) + (fix.North * fix.North) + (fix.Up * fix.Up);
            sum += error2 / Math.Pow(0.7 * fix.Pdop, 2);
            n++;
        }

        // Mean of e'e / (sigma PDOP)^2 is 1; its variance is at most 2 (all error along one axis), so 5 sigma over 3000 fixes is 0.13.
        Assert.Equal(1.0, sum / n, 0.13);
    }

    [Fact]
    public void Fewer_than_four_satellites_is_a_status_not_a_number()
    {
        PositioningEngine engine = new(Users(1), UserModel.NoiseFree, Grid, seed: 1);
        UserFix fix = engine.SolveAll([CircularConstellation.BeiDouMeo.States(0)[..2]], 1, cancel: TestContext.Current.CancellationToken)[0][0];
        Assert.Equal(FixStatus.TooFewSatellites, fix.Status);
        Assert.True(double.IsNaN(fix.East));
        Assert.Equal(FixStatus.TooFewSatellites, engine.SolveAll([[]], 1, cancel: TestContext.Current.CancellationToken)[0][0].Status);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_day_of_a_five_degree_grid_has_a_fix_for_every_user_and_epoch()
    {
        UserGrid grid = new(5, double.DegreesToRadians(5));
        SatelliteEpochState[][] states = States(289);
        PositioningEngine engine = new(grid.Users, UserModel.DualFrequency, Grid, seed: 3);
        UserFix[][] fixes = engine.SolveAll(states, threads: 2, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(289 * 2592, fixes.Sum(f => f.Count(fix => fix.Status == FixStatus.Ok)));
    }

    private static double Cramer(double[,] m, double[] r, int column)
    {
        double[,] replaced = (double[,])m.Clone();
        for (int a = 0; a < 4; a++)
        {
            replaced[a, column] = r[a];
        }

        return Determinant(replaced) / Determinant(m);
    }

    private static double Determinant(double[,] m)
    {
        double sum = 0;
        for (int c = 0; c < 4; c++)
        {
            int[] k = [.. Enumerable.Range(0, 4).Where(x => x != c)];
            double minor = (m[1, k[0]] * ((m[2, k[1]] * m[3, k[2]]) - (m[2, k[2]] * m[3, k[1]])))
                - (m[1, k[1]] * ((m[2, k[0]] * m[3, k[2]]) - (m[2, k[2]] * m[3, k[0]])))
                + (m[1, k[2]] * ((m[2, k[0]] * m[3, k[1]]) - (m[2, k[1]] * m[3, k[0]])));
            sum += (c % 2 == 0 ? 1 : -1) * m[0, c] * minor;
        }

        return sum;
    }
}
