using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>One user of Advanced RAIM: protection levels, levels after exclusions, and errors of positions formed from drawn range errors with the same weights.</summary>
/// <remarks>Errors of ranges: of the receiver and the troposphere, normal with the variance of <see cref="AirborneErrors"/>, drawn at an address of user, epoch and satellite; of the signal in space those of messages, or normal of deviation URE.</remarks>
public sealed class MonitoredSolution
{
    private readonly ProtectionField _field;
    private readonly UserSky _sky;
    private readonly LocalAxes _axes;
    private readonly IReadOnlyList<SpaceError[]>? _errors;
    private readonly RandomDraws _draws;
    private readonly Araim _araim = new();
    private readonly SubsetSolution _solution = new();
    private readonly MonitoredRange[] _ranges = new MonitoredRange[64];
    private readonly int[] _satellites = new int[64];
    private readonly double[] _constellation = new double[8];

    /// <param name="field">Scene, support, allocation.</param>
    /// <param name="user">Who.</param>
    /// <param name="sky">Of the user.</param>
    /// <param name="errors">[epoch][satellite] what messages are off by; null: drawn.</param>
    /// <param name="seed">Of the draws.</param>
    public MonitoredSolution(ProtectionField field, UserDefinition user, UserSky sky, IReadOnlyList<SpaceError[]>? errors, ulong seed)
    {
        (_field, _sky, _errors) = (field, sky, errors);
        _axes = LocalAxes.At(user.Place);
        _draws = new(seed, 0, EntityId.User(user.Index), NoisePurpose.AirborneNoise);
    }

    /// <param name="epoch">Of the scene.</param>
    /// <param name="excluded">Satellite of the scene that is left out; null: none.</param>
    public ProtectionLevels Levels(int epoch, int? excluded) => _araim.Solve(_ranges.AsSpan(0, Gather(epoch, excluded)), _constellation, _field.Allocation);

    /// <summary>The largest levels that are left after one satellite in view is excluded; none where one exclusion leaves none.</summary>
    public ProtectionLevels WorstExclusion(int epoch)
    {
        int n = Gather(epoch, null);
        int[] all = _satellites[..n];
        ProtectionLevels worst = new(0, 0, 0, 0, 0, n, 0);
        foreach (int satellite in all)
        {
            ProtectionLevels own = Levels(epoch, satellite);
            if (!own.IsDefined)
            {
                return ProtectionLevels.None(n);
            }

            worst = new(
                Math.Max(worst.Horizontal, own.Horizontal), Math.Max(worst.Vertical, own.Vertical), Math.Max(worst.MonitorThreshold, own.MonitorThreshold),
                Math.Max(worst.HorizontalSigma, own.HorizontalSigma), Math.Max(worst.VerticalSigma, own.VerticalSigma), n, Math.Max(worst.FaultModes, own.FaultModes));
        }

        return n == 0 ? ProtectionLevels.None(0) : worst;
    }

    /// <summary>Horizontal error (distance) of the position of an epoch, m; NaN without one.</summary>
    /// <param name="epoch">Of the scene.</param>
    /// <param name="excluded">Satellite that is left out; null: none.</param>
    /// <param name="vertical">Size of the vertical error, m.</param>
    public double Errors(int epoch, int? excluded, out double vertical)
    {
        int n = Gather(epoch, excluded);
        vertical = double.NaN;
        if (!_solution.Solve(_ranges.AsSpan(0, n), 0))
        {
            return double.NaN;
        }

        (double east, double north, double up) = (0.0, 0.0, 0.0);
        for (int i = 0; i < n; i++)
        {
            int s = _satellites[i];
            Vector3d line = _ranges[i].LineOfSight;
            (double receiver, double space) = _draws.NormalPairAt(((ulong)epoch << 15) | (uint)s);
            double error = receiver * Math.Sqrt(AirborneErrors.Variance(line.Z));
            if (_errors is { } known)
            {
                SpaceError e = known[epoch][s];
                error += e.IsKnown ? (line.X * e.Orbit.Dot(_axes.East)) + (line.Y * e.Orbit.Dot(_axes.North)) + (line.Z * e.Orbit.Dot(_axes.Up)) - e.Clock : 0.0;
            }
            else
            {
                error += space * _field.Support[_field.Scene.Satellites[s].System].Ure;
            }

            east += _solution.Gain(0, i) * error;
            north += _solution.Gain(1, i) * error;
            up += _solution.Gain(2, i) * error;
        }

        vertical = Math.Abs(up);
        return Math.Sqrt((east * east) + (north * north));
    }

    private int Gather(int epoch, int? excluded)
    {
        Array.Clear(_constellation);
        int n = 0;
        foreach ((int satellite, Vector3d line) in _sky.Look(_field.Scene.Epochs[epoch]))
        {
            if (satellite != excluded && n < _ranges.Length && _field.TryRange(satellite, line, _constellation, out MonitoredRange range))
            {
                (_ranges[n], _satellites[n]) = (range, satellite);
                n++;
            }
        }

        return n;
    }
}
