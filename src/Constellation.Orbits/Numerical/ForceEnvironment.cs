using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Sun, Moon and Earth rotation along one propagation, from nodes that are computed when first asked for. One thread at a time.</summary>
/// <remarks>
/// Sun and Moon: four-point interpolation over half-hour nodes, below 2 m for the Moon and 0.1 m for the Sun. Earth rotation: the nearest ten-minute node, turned on by its own
/// angular velocity, below 1e-9 rad (both tested).
/// </remarks>
internal sealed class ForceEnvironment(Epoch origin, ForceModel model)
{
    private const double BodyStep = 1800.0, EarthStep = 600.0;

    private readonly double _origin = origin.SinceJ2000.TotalSeconds;
    private readonly Dictionary<long, (Vector3d Sun, Vector3d Moon)> _bodies = [];
    private long _earthNode = long.MinValue, _bodyNode = long.MinValue;
    private EarthRotation _earth;
    private (Vector3d Sun, Vector3d Moon) _b0, _b1, _b2, _b3;

    public ForceContext At(double secondsSinceOrigin, Vector3d position, Vector3d velocity)
    {
        (Vector3d sun, Vector3d moon) = (model.Needs & (ForceNeeds.Sun | ForceNeeds.Moon)) == 0 ? default : Bodies(secondsSinceOrigin);
        return new()
        {
            SecondsSinceJ2000 = _origin + secondsSinceOrigin,
            Position = position,
            Velocity = velocity,
            Sun = sun,
            Moon = moon,
            GcrfToItrf = (model.Needs & ForceNeeds.EarthRotation) == 0 ? default : Rotation(secondsSinceOrigin),
            Sunlight = (model.Needs & ForceNeeds.Sunlight) == ForceNeeds.Sunlight ? Eclipse.VisibleFraction(position, sun, moon) : 0,
        };
    }

    internal Matrix3d Rotation(double seconds)
    {
        long node = (long)Math.Round(seconds / EarthStep);
        if (node != _earthNode)
        {
            _earth = model.Earth.At(origin + Duration.FromSeconds(node * (long)EarthStep));
            _earthNode = node;
        }

        double dt = seconds - (node * EarthStep), rate = _earth.AngularVelocityItrf.Norm;
        (double s, double c) = Math.SinCos(rate * dt);
        Vector3d k = _earth.AngularVelocityItrf / rate;
        double f = 1 - c;
        Matrix3d turn = new(
            c + (f * k.X * k.X), (f * k.X * k.Y) + (s * k.Z), (f * k.X * k.Z) - (s * k.Y),
            (f * k.X * k.Y) - (s * k.Z), c + (f * k.Y * k.Y), (f * k.Y * k.Z) + (s * k.X),
            (f * k.X * k.Z) + (s * k.Y), (f * k.Y * k.Z) - (s * k.X), c + (f * k.Z * k.Z));
        return turn * _earth.GcrfToItrf;
    }

    private (Vector3d Sun, Vector3d Moon) Bodies(double seconds)
    {
        long node = (long)Math.Floor(seconds / BodyStep);
        if (node != _bodyNode)
        {
            (_b0, _b1, _b2, _b3) = (Node(node - 1), Node(node), Node(node + 1), Node(node + 2));
            _bodyNode = node;
        }

        double x = (seconds / BodyStep) - node, y = x - 1, z = x - 2, w = x + 1;
        double w0 = -x * y * z / 6, w1 = w * y * z / 2, w2 = -w * x * z / 2, w3 = w * x * y / 6;
        return ((w0 * _b0.Sun) + (w1 * _b1.Sun) + (w2 * _b2.Sun) + (w3 * _b3.Sun), (w0 * _b0.Moon) + (w1 * _b1.Moon) + (w2 * _b2.Moon) + (w3 * _b3.Moon));
    }

    private (Vector3d Sun, Vector3d Moon) Node(long number)
    {
        if (!_bodies.TryGetValue(number, out (Vector3d Sun, Vector3d Moon) bodies))
        {
            Epoch epoch = origin + Duration.FromSeconds(number * (long)BodyStep);
            bodies = (Sun.PositionGcrf(epoch).Vector, Moon.PositionGcrf(epoch).Vector);
            _bodies.Add(number, bodies);
        }

        return bodies;
    }
}
