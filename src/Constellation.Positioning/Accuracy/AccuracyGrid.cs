using Constellation.Core;

namespace Constellation.Positioning;

/// <summary>Analytic accuracy of many users at one epoch after another; the arrays are filled anew for each.</summary>
/// <remarks>Ionosphere-free users, or users without an ionosphere: the broadcast model's residual depends on time and azimuth and is left to <see cref="CovarianceReference"/>.</remarks>
public sealed class AccuracyGrid
{
    private readonly double[] _x, _y, _z, _upX, _upY, _upZ;
    private readonly AccuracyKernel.Settings _settings;
    private readonly IReadOnlyList<GnssSystem> _systems;
    private readonly IReadOnlyList<double> _spaceSigma;
    private readonly Dictionary<GnssSystem, double[]> _code;

    /// <param name="users">Any places.</param>
    /// <param name="elevationMask">rad, from 0 to 90 degrees.</param>
    /// <param name="budget">Errors of their ranges.</param>
    /// <param name="systems">System of every satellite of the source.</param>
    /// <param name="spaceSigma">Deviation of the signal in space of each, m.</param>
    public AccuracyGrid(IReadOnlyList<UserDefinition> users, double elevationMask, RangeErrorBudget budget, IReadOnlyList<GnssSystem> systems, IReadOnlyList<double> spaceSigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elevationMask);
        ArgumentOutOfRangeException.ThrowIfEqual((int)budget.Model.Ionosphere, (int)IonosphereTreatment.Klobuchar);
        double sinMask = Math.Sin(elevationMask), assumed = budget.Model.AssumedSignalInSpaceError;
        _settings = new(sinMask, assumed * assumed, budget.ZenithSigma * budget.ZenithSigma);
        (_systems, _spaceSigma) = (systems, spaceSigma);
        _code = systems.Distinct().Where(budget.Tracks).ToDictionary(s => s, s => CodeVarianceFit.Of(budget, s, sinMask));

        // The last user fills the lanes of the last four.
        int whole = (users.Count + 3) & ~3;
        UserDefinition[] padded = [.. users, .. Enumerable.Repeat(users[^1], whole - users.Count)];
        LocalAxes[] axes = [.. padded.Select(u => LocalAxes.At(u.Place))];
        (_x, _y, _z) = ([.. padded.Select(u => u.Position.X)], [.. padded.Select(u => u.Position.Y)], [.. padded.Select(u => u.Position.Z)]);
        (_upX, _upY, _upZ) = ([.. axes.Select(a => a.Up.X)], [.. axes.Select(a => a.Up.Y)], [.. axes.Select(a => a.Up.Z)]);
        (Major, Minor, Up) = (new double[whole], new double[whole], new double[whole]);
    }

    /// <summary>Standard deviation along the longer axis of the horizontal ellipse, m; NaN without a solution. The last four may hold copies of the last user.</summary>
    public double[] Major { get; }

    /// <summary>Along the shorter axis.</summary>
    public double[] Minor { get; }

    public double[] Up { get; }

    /// <summary>Horizontal distance (m) that 95 % of a user's errors stay below.</summary>
    public double Horizontal95(int user) => Major[user] > 0.0 ? Major[user] * RadialErrorTable.Factor95(Minor[user] / Major[user]) : Major[user];

    public double Vertical95(int user) => PositionSpread.TwoSided95 * Up[user];

    public void Compute(SatelliteSnapshot satellites)
    {
        AccuracySky sky = AccuracySky.Of(satellites, _systems, _spaceSigma, _code);
        PointArrays points = new() { X = _x, Y = _y, Z = _z, UpX = _upX, UpY = _upY, UpZ = _upZ };
        AccuracyKernel.Fill(points, sky, _settings, new SpreadArrays { Major = Major, Minor = Minor, Up = Up });
    }
}
