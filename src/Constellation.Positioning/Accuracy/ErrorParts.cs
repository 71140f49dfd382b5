using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Carries every source of error by itself through the weighted position of one user.</summary>
/// <remarks>With the gain S of the weights in use: independent errors of variance v give sum S^2 v, the shared troposphere (sum S t)^2, known errors of messages (sum S e)^2.</remarks>
public sealed class ErrorParts
{
    private readonly AccuracyField _field;
    private readonly RangeErrorBudget _noise, _multipath;
    private readonly IReadOnlyList<SpaceError[]>? _errors;
    private readonly Sum[] _sums = new Sum[6];

    private ErrorParts(AccuracyField field, IReadOnlyList<SpaceError[]>? errors)
    {
        UserModel model = field.Budget.Model;
        (_field, _errors) = (field, errors);
        _noise = new(model with { Multipath = CodeMultipath.None });
        _multipath = new(model with { ThermalNoise = 0.0 });
    }

    /// <summary>Orbits of the messages; not defined where only deviations of the signal in space are known.</summary>
    public ErrorPart Orbit => _sums[0].Part;

    /// <summary>Clocks of the messages, or the signal in space where orbit and clock are not told apart.</summary>
    public ErrorPart Clock => _sums[1].Part;

    public ErrorPart Troposphere => _sums[2].Part;

    public ErrorPart Multipath => _sums[3].Part;

    public ErrorPart Noise => _sums[4].Part;

    /// <summary>All together.</summary>
    public ErrorPart Whole => _sums[5].Part;

    /// <summary>Of one user of a field.</summary>
    /// <param name="field">Scene, budget, deviations of the signal in space.</param>
    /// <param name="user">Who.</param>
    /// <param name="errors">[epoch][satellite] what messages are off by; null: by the deviations.</param>
    public static ErrorParts Of(AccuracyField field, UserDefinition user, IReadOnlyList<SpaceError[]>? errors)
    {
        ErrorParts parts = new(field, errors);
        UserSky sky = new(user, field.Scene.Horizon.At(user.Place));
        SubsetSolution solution = new();
        LocalAxes axes = LocalAxes.At(user.Place);
        for (int k = 0; k < field.Scene.Epochs.Count; k++)
        {
            parts.Add(k, sky, axes, solution);
        }

        return parts;
    }

    private void Add(int epoch, UserSky sky, LocalAxes axes, SubsetSolution solution)
    {
        List<MonitoredRange> ranges = [];
        List<(int Satellite, double Sin)> of = [];
        foreach ((int s, Vector3d line) in sky.Look(_field.Scene.Epochs[epoch]))
        {
            GnssSystem system = _field.Scene.Satellites[s].System;
            if (_field.Budget.Tracks(system) && ranges.Count < 64 && (_errors is null || _errors[epoch][s].IsKnown))
            {
                double sin = Math.Clamp(line.Z, 0.0, 1.0);
                ranges.Add(new(line, TrackedSatellite.ClockColumnOf(system), _field.Budget.Believed(system, sin), 0.0, 0.0, 0.0));
                of.Add((s, sin));
            }
        }

        if (!solution.Solve(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ranges), 0))
        {
            return;
        }

        Vector3d orbit = Vector3d.Zero, clock = Vector3d.Zero, troposphere = Vector3d.Zero;
        double orbitRange = 0.0, clockRange = 0.0, troposphereRange = 0.0, spaceRange = 0.0, noiseRange = 0.0, multipathRange = 0.0;
        Vector3d space = Vector3d.Zero, noise = Vector3d.Zero, multipath = Vector3d.Zero;
        for (int i = 0; i < ranges.Count; i++)
        {
            (int s, double sin) = of[i];
            GnssSystem system = _field.Scene.Satellites[s].System;
            Vector3d gain = new(solution.Gain(0, i), solution.Gain(1, i), solution.Gain(2, i)), squared = new(gain.X * gain.X, gain.Y * gain.Y, gain.Z * gain.Z), line = ranges[i].LineOfSight;
            if (_errors is { } errors)
            {
                SpaceError e = errors[epoch][s];
                double along = (line.X * e.Orbit.Dot(axes.East)) + (line.Y * e.Orbit.Dot(axes.North)) + (line.Z * e.Orbit.Dot(axes.Up));
                orbit += along * gain;
                clock += -e.Clock * gain;
                orbitRange += along * along;
                clockRange += e.Clock * e.Clock;
            }
            else
            {
                double variance = _field.SpaceSigma[s] * _field.SpaceSigma[s];
                space += variance * squared;
                spaceRange += variance;
            }

            double t = _field.Budget.ZenithSigma * TroposphereMapping.Simple(sin), v = _noise.Code(system, sin), m = _multipath.Code(system, sin);
            troposphere += t * gain;
            noise += v * squared;
            multipath += m * squared;
            (troposphereRange, noiseRange, multipathRange) = (troposphereRange + (t * t), noiseRange + v, multipathRange + m);
        }

        int n = ranges.Count;
        Vector3d orbits = Squared(orbit), clocks = _errors is null ? space : Squared(clock), both = _errors is null ? space : Squared(orbit + clock), wet = Squared(troposphere);
        double inClock = _errors is null ? spaceRange : clockRange;
        _sums[0].Add(orbitRange / n, orbits);
        _sums[1].Add(inClock / n, clocks);
        _sums[2].Add(troposphereRange / n, wet);
        _sums[3].Add(multipathRange / n, multipath);
        _sums[4].Add(noiseRange / n, noise);
        _sums[5].Add((orbitRange + inClock + troposphereRange + multipathRange + noiseRange) / n, both + wet + multipath + noise);
    }

    private static Vector3d Squared(Vector3d v) => new(v.X * v.X, v.Y * v.Y, v.Z * v.Z);

    private struct Sum
    {
        private double _range, _horizontal, _vertical;
        private int _count;

        public readonly ErrorPart Part => new(Math.Sqrt(_range / _count), Math.Sqrt(_horizontal / _count), Math.Sqrt(_vertical / _count));

        public void Add(double range, Vector3d variance)
        {
            _range += range;
            _horizontal += variance.X + variance.Y;
            _vertical += variance.Z;
            _count++;
        }
    }
}
