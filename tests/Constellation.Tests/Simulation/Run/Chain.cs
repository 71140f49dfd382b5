using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Run;

/// <summary>Whole-chain runs of built-in scenarios with settings changed, and what tests ask of them.</summary>
internal static class Chain
{
    public const double SpeedOfLight = 299_792_458;

    /// <summary>Noise-free: short, few users, the noise that a test is about is turned on by its settings.</summary>
    public static readonly string[] Quiet = ["control.station_noise_scale=0", "control.warm_up=6h", "time.duration=2h", "users.grid_step_deg=30"];

    public static RunResult Run(string scenario, params string[] settings) => Run(scenario, 2, settings);

    public static RunResult Run(string scenario, int threads, params string[] settings) =>
        RunPipeline.Execute(ScenarioReader.Read(scenario, settings).ValueOrThrow(), threads, null, TestContext.Current.CancellationToken);

    public static double Summary(this RunResult result, string metric, string scope) =>
        result.Summary.Single(r => r.Metric == metric && r.Scope == scope).Value;

    public static IEnumerable<SisreRow> Of(this IEnumerable<SisreRow> rows, string satellite) => rows.Where(r => r.Satellite == SatelliteId.Parse(satellite));

    public static IEnumerable<OdtsRow> Of(this IEnumerable<OdtsRow> rows, string satellite) => rows.Where(r => r.Satellite == SatelliteId.Parse(satellite));

    public static double Rms(IEnumerable<double> values) => Math.Sqrt(values.Average(v => v * v));

    /// <summary>Position error (E, N, U) that range errors (m, broadcast minus truth as computed ranges) make at a user, by its own normal equations.</summary>
    public static Vector3d PositionErrorByHand(SatelliteEpochState[] satellites, UserDefinition user, Func<SatelliteEpochState, Vector3d, double> rangeError)
    {
        Vector3d up = new(Math.Cos(user.Place.Latitude) * Math.Cos(user.Place.Longitude), Math.Cos(user.Place.Latitude) * Math.Sin(user.Place.Longitude), Math.Sin(user.Place.Latitude));
        Vector3d east = new(-Math.Sin(user.Place.Longitude), Math.Cos(user.Place.Longitude), 0), north = up.Cross(east);
        double[,] normal = new double[4, 5];
        foreach (SatelliteEpochState s in satellites)
        {
            Vector3d line = (s.TruthPosition - user.Position).Unit();
            if (line.Dot(up) < Math.Sin(user.ElevationMask))
            {
                continue;
            }

            // P - |r_s - r_u| - clock = 0 linearised: a range computed too long by e moves the user by e along +line.
            double[] row = [line.Dot(east), line.Dot(north), line.Dot(up), -1];
            double e = rangeError(s, line);
            for (int i = 0; i < 4; i++)
            {
                for (int j = 0; j < 4; j++)
                {
                    normal[i, j] += row[i] * row[j];
                }

                normal[i, 4] += row[i] * e;
            }
        }

        double[] x = Solve(normal);
        return new(x[0], x[1], x[2]);
    }

    public static Epoch Start(this RunResult result) => result.Grid.Start;

    private static double[] Solve(double[,] a)
    {
        const int n = 4;
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                if (i == k)
                {
                    continue;
                }

                double f = a[i, k] / a[k, k];
                for (int j = k; j <= n; j++)
                {
                    a[i, j] -= f * a[k, j];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => a[i, n] / a[i, i])];
    }
}
