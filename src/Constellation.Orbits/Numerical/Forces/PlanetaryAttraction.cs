using System.Collections.Concurrent;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>The tidal pull of Venus, Mars, Jupiter and Saturn: at most 3e-10 m/s^2, of Venus when it is nearest.</summary>
/// <remarks>
/// Linear in the position, the sum of GM/d^3 (3 e e' - 1) over the planets, interpolated between instants half a day apart: 1e-3 of it is left out, 6e-13 m/s^2
/// in the highest orbits (tested against [MontenbruckGill00] eq. 3.37).
/// </remarks>
public sealed class PlanetaryAttraction : IForce
{
    private const double NodeSeconds = 43_200;

    /// <summary>Almost six years; who visits more starts anew.</summary>
    private const int MostNodes = 1 << 12;

    private readonly ConcurrentDictionary<long, Matrix3d> _nodes = new();
    private volatile Interval? _last;

    private PlanetaryAttraction()
    {
    }

    /// <summary>The one instance: nodes are shared.</summary>
    public static PlanetaryAttraction Instance { get; } = new();

    public ForceNeeds Needs => ForceNeeds.None;

    public Vector3d Acceleration(in ForceContext context) => Tensor(context.SecondsSinceJ2000) * context.Position;

    public Matrix3d Gradient(in ForceContext context) => Tensor(context.SecondsSinceJ2000);

    /// <summary>The exact form, of one planet.</summary>
    internal static Vector3d Exact(Planet planet, Vector3d position, double secondsSinceJ2000)
    {
        Vector3d body = Planets.PositionGcrf(planet, Epoch.FromJ2000(Duration.FromSeconds(secondsSinceJ2000))).Vector;
        double gm = Planets.GravitationalParameter(planet);
        return PointMass.Pull(position - body, gm) + PointMass.Pull(body, gm);
    }

    private Matrix3d Tensor(double secondsSinceJ2000)
    {
        double at = secondsSinceJ2000 / NodeSeconds;
        long number = (long)Math.Floor(at);
        Interval? interval = _last;
        if (interval is null || interval.Number != number)
        {
            _last = interval = new Interval(number, Node(number), Node(number + 1));
        }

        double x = at - number;
        Matrix3d a = interval.Begin, b = interval.End;
        return Matrix3d.FromRows(((1 - x) * a.Row1) + (x * b.Row1), ((1 - x) * a.Row2) + (x * b.Row2), ((1 - x) * a.Row3) + (x * b.Row3));
    }

    private Matrix3d Node(long number)
    {
        if (_nodes.TryGetValue(number, out Matrix3d found))
        {
            return found;
        }

        Epoch epoch = Epoch.FromJ2000(Duration.FromSeconds(number * (long)NodeSeconds));
        (Vector3d x, Vector3d y, Vector3d z) = (Vector3d.Zero, Vector3d.Zero, Vector3d.Zero);
        foreach (Planet planet in Enum.GetValues<Planet>())
        {
            Matrix3d g = PointMass.PullGradient(Planets.PositionGcrf(planet, epoch).Vector, Planets.GravitationalParameter(planet));
            (x, y, z) = (x + g.Row1, y + g.Row2, z + g.Row3);
        }

        if (_nodes.Count >= MostNodes)
        {
            _nodes.Clear();
        }

        return _nodes[number] = Matrix3d.FromRows(x, y, z);
    }

    private sealed record Interval(long Number, Matrix3d Begin, Matrix3d End);
}
