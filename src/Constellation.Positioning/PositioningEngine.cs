using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Simulates the pseudoranges of many users from the true satellites and solves them with the broadcast ones.</summary>
/// <remarks>
/// Truth enters only through the pseudoranges; the solver sees pseudoranges, messages and sigmas. Every random number has an address
/// (user, purpose, epoch, satellite), results are written by index: the bytes do not depend on the number of threads.
/// </remarks>
public sealed class PositioningEngine
{
    private const double LowestModelElevation = 0.05;      // rad; the broadcast ionosphere model is not meant for less

    private readonly UserDefinition[] _users;
    private readonly UserModel _model;
    private readonly EpochGrid _grid;
    private readonly RangeErrorModel[] _errors;
    private readonly RandomDraws[] _clocks;
    private readonly LocalAxes[] _axes;
    private readonly double[] _zenith;              // [user, epoch]
    private readonly double[] _ionosphere;          // [user, epoch]; empty unless single frequency

    public PositioningEngine(IReadOnlyList<UserDefinition> users, UserModel model, EpochGrid grid, ulong seed, uint run = 0)
    {
        _users = [.. users];
        _model = model;
        _grid = grid;
        _errors = new RangeErrorModel[_users.Length];
        _clocks = new RandomDraws[_users.Length];
        _axes = new LocalAxes[_users.Length];
        _zenith = new double[_users.Length * grid.Count];
        _ionosphere = new double[model.Ionosphere == IonosphereTreatment.Klobuchar ? _zenith.Length : 0];
        for (int u = 0; u < _users.Length; u++)
        {
            EntityId entity = EntityId.User(_users[u].Index);
            _errors[u] = new(model, seed, run, _users[u].Index);
            _clocks[u] = new(seed, run, entity, NoisePurpose.UserClock);
            _axes[u] = LocalAxes.At(_users[u].Place);
            RandomDraws troposphere = new(seed, run, entity, NoisePurpose.UserTroposphere);
            model.Troposphere.Fill(troposphere, grid.Step, _zenith.AsSpan(u * grid.Count, grid.Count));
            if (_ionosphere.Length > 0)
            {
                _errors[u].FillCommonIonosphere(grid.Step, _ionosphere.AsSpan(u * grid.Count, grid.Count));
            }
        }
    }

    public IReadOnlyList<UserDefinition> Users => _users;

    /// <summary>All epochs: result [epoch][user].</summary>
    /// <param name="satellites">States by epoch of the grid.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="completed">Told the number of epochs done, from any thread.</param>
    /// <param name="cancel">Ends the work between epochs.</param>
    public UserFix[][] SolveAll(IReadOnlyList<SatelliteEpochState[]> satellites, int threads, Action<int>? completed = null, CancellationToken cancel = default)
    {
        UserFix[][] fixes = new UserFix[satellites.Count][];
        int done = 0;
        Parallel.For(0, satellites.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancel }, epoch =>
        {
            fixes[epoch] = new UserFix[_users.Length];
            SolveEpoch(epoch, satellites[epoch], fixes[epoch]);
            completed?.Invoke(Interlocked.Increment(ref done));
        });
        return fixes;
    }

    /// <summary>One epoch, all users, on the calling thread.</summary>
    public void SolveEpoch(int epochIndex, ReadOnlySpan<SatelliteEpochState> satellites, Span<UserFix> fixes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(fixes.Length, _users.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)epochIndex, (uint)_grid.Count);
        TrackedSatellite[] tracked = TrackedSatellite.From(satellites, _model);
        double secondsOfDay = _grid[epochIndex].ToGps().TimeOfWeek.TotalSeconds % 86400.0;
        for (int u = 0; u < _users.Length; u++)
        {
            fixes[u] = SolveUser(u, epochIndex, tracked, secondsOfDay);
        }
    }

    private UserFix SolveUser(int u, int epochIndex, ReadOnlySpan<TrackedSatellite> satellites, double secondsOfDay)
    {
        Span<double> x = stackalloc double[satellites.Length], y = stackalloc double[satellites.Length], z = stackalloc double[satellites.Length];
        Span<double> clock = stackalloc double[satellites.Length], range = stackalloc double[satellites.Length], sigma = stackalloc double[satellites.Length];
        Span<int> column = stackalloc int[satellites.Length];

        UserDefinition user = _users[u];
        ref readonly LocalAxes axes = ref _axes[u];
        double sinMask = Math.Sin(user.ElevationMask);
        double receiverClock = _model.ReceiverClockSigma == 0.0 ? 0.0 : _model.ReceiverClockSigma * _clocks[u].NormalAt((ulong)epochIndex);
        int at = (u * _grid.Count) + epochIndex;
        int n = 0;
        foreach (ref readonly TrackedSatellite satellite in satellites)
        {
            double sinElevation = satellite.Truth.SinElevation(user.Position, axes.Up);
            if (sinElevation < sinMask)
            {
                continue;
            }

            double ionosphereDelay = 0.0, commonIonosphere = 0.0;
            if (_ionosphere.Length > 0)
            {
                double elevation = Math.Max(LowestModelElevation, Math.Asin(sinElevation));
                double azimuth = axes.Azimuth(satellite.Truth.From(user.Position));
                ionosphereDelay = _model.IonosphereModel.Delay(user.Place.Latitude, user.Place.Longitude, azimuth, elevation, secondsOfDay);
                commonIonosphere = _ionosphere[at];
            }

            (double error, double believed) = _errors[u].Draw(
                RangeErrorModel.Address(epochIndex, satellite.Id), satellite.Signals, sinElevation, _zenith[at], ionosphereDelay, commonIonosphere);
            double pseudorange = satellite.Truth.Range(user.Position)
                + (PhysicalConstants.SpeedOfLight * (receiverClock - satellite.TruthClock)) + error;

            // The receiver dates the transmission by its own reading: elapsed = reading - P / c - broadcast clock, counted back from the epoch.
            double elapsed = (pseudorange / PhysicalConstants.SpeedOfLight) - receiverClock + satellite.BroadcastClock;
            satellite.Broadcast.Before(elapsed, out x[n], out y[n], out z[n]);
            (clock[n], range[n], sigma[n], column[n]) = (satellite.BroadcastClock, pseudorange, believed, satellite.ClockColumn);
            n++;
        }

        PseudorangeObservations observations = new()
        {
            X = x[..n],
            Y = y[..n],
            Z = z[..n],
            ClockOffset = clock[..n],
            Pseudorange = range[..n],
            Sigma = sigma[..n],
            ClockColumn = column[..n],
        };
        SinglePointFix fix = SinglePointSolver.Solve(observations, SinglePointSolver.FirstGuess(observations));
        if (fix.Status != FixStatus.Ok)
        {
            return new(n, fix.Status, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        Vector3d error3 = fix.Position - user.Position;
        return new(n, FixStatus.Ok, fix.Dop.Pdop, axes.East.Dot(error3), axes.North.Dot(error3), axes.Up.Dot(error3));
    }
}
