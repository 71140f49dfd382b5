using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Analytic accuracy of a scene: deviations of the position at every epoch.</summary>
/// <param name="Scene">Who, when, which satellites.</param>
/// <param name="Budget">Errors of the users' ranges.</param>
/// <param name="SpaceSigma">Signal in space of each satellite of the scene, averaged over the users in view, m.</param>
public sealed record AccuracyField(PointScene Scene, RangeErrorBudget Budget, IReadOnlyList<double> SpaceSigma)
{
    /// <summary>Deviations of users <paramref name="first"/> and the next: [user, epoch], m; NaN without a solution.</summary>
    public void Fill(int first, int count, Span<float> major, Span<float> minor, Span<float> up, CancellationToken cancel = default)
    {
        int epochs = Scene.Epochs.Count;
        if (Scene.FlatMask is not { } mask || mask < 0.0)
        {
            for (int u = 0; u < count; u++)
            {
                Range own = (u * epochs)..((u + 1) * epochs);
                FillOne(Scene.Users[first + u], major[own], minor[own], up[own], cancel);
            }

            return;
        }

        AccuracyGrid grid = new([.. Enumerable.Range(first, count).Select(u => Scene.Users[u])], mask, Budget, Scene.Systems, SpaceSigma);
        for (int k = 0; k < epochs; k++)
        {
            cancel.ThrowIfCancellationRequested();
            grid.Compute(Scene.Epochs[k]);
            for (int u = 0; u < count; u++)
            {
                int at = (u * epochs) + k;
                (major[at], minor[at], up[at]) = ((float)grid.Major[u], (float)grid.Minor[u], (float)grid.Up[u]);
            }
        }
    }

    /// <summary>What one user has at one epoch.</summary>
    public PositionSpread At(UserSky sky, SatelliteSnapshot satellites)
    {
        List<RangeTerm> ranges = [];
        foreach ((int satellite, Vector3d line) in sky.Look(satellites))
        {
            GnssSystem system = Scene.Satellites[satellite].System;
            if (Budget.Tracks(system))
            {
                double sin = Math.Clamp(line.Z, 0.0, 1.0), space = SpaceSigma[satellite];
                ranges.Add(new(line, TrackedSatellite.ClockColumnOf(system), Budget.Believed(system, sin), Budget.Code(system, sin) + (space * space), Budget.ZenithSigma * TroposphereMapping.Simple(sin), 0.0));
            }
        }

        return CovarianceReference.Solve(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ranges)) is { } covariance ? PositionSpread.From(covariance) : PositionSpread.None;
    }

    private void FillOne(UserDefinition user, Span<float> major, Span<float> minor, Span<float> up, CancellationToken cancel)
    {
        UserSky sky = new(user, Scene.Horizon.At(user.Place));
        for (int k = 0; k < major.Length; k++)
        {
            cancel.ThrowIfCancellationRequested();
            PositionSpread spread = At(sky, Scene.Epochs[k]);
            (major[k], minor[k], up[k]) = ((float)spread.Major, (float)spread.Minor, (float)spread.Up);
        }
    }
}
