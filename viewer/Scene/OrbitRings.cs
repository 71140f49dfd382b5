using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Viewer;

/// <summary>Full revolutions: one ring for all satellites that fly on it, one each where they do not.</summary>
internal static class OrbitRings
{
    /// <summary>A ring serves a satellite of the same group that it passes within this distance, m: less than a pixel in a picture of the whole constellation.</summary>
    private const double Nearness = 60e3;

    /// <summary>And whose orbit pole differs by less than this, rad.</summary>
    private const double PoleNearness = 0.003;

    /// <summary>Chords of a ring; each sags 1 km at a radius of 28,000 km.</summary>
    private const int Chords = 360;

    private static readonly (double Sin, double Cos)[] s_steps = [.. Enumerable.Range(0, Chords).Select(i => Math.SinCos(2 * Math.PI * i / Chords))];

    public static void Add(List<SceneOrbit> orbits, SatelliteGroup group, string plane, in StateVector stateItrf, in EarthRotation earth)
    {
        StateVector state = earth.ToGcrf(stateItrf);
        // On axes of the Earth, as the rings are: angles are the same there.
        Vector3d pole = earth.ToItrf(new Position<Gcrf>(state.Position.Cross(state.Velocity).Unit())).Vector;
        foreach (SceneOrbit orbit in orbits)
        {
            if (orbit.Group == group && orbit.Vertices[0].Vector.Cross(orbit.Vertices[Chords / 4].Vector).AngleTo(pole) < PoleNearness && Distance(orbit.Vertices, stateItrf.Position) < Nearness)
            {
                return;
            }
        }

        if (Ring(state.Position, state.Velocity, stateItrf.PositionIn<Itrf>(), earth) is { } ring)
        {
            orbits.Add(new SceneOrbit(group, plane, ring));
        }
    }

    /// <summary>The ring of one satellite alone, which passes through it; empty where its velocity is not known or its orbit is not bound.</summary>
    public static IReadOnlyList<Position<Itrf>> Of(SceneSatellite satellite, in EarthRotation earth) =>
        satellite.VelocityGcrf.NormSquared > 0 && Ring(satellite.Gcrf.Vector, satellite.VelocityGcrf, satellite.Itrf, earth) is { } ring ? ring : [];

    /// <summary>ITRF vertices of the osculating ellipse at equal steps of eccentric anomaly, from the satellite on; null where the orbit is not bound.</summary>
    private static Position<Itrf>[]? Ring(Vector3d position, Vector3d velocity, Position<Itrf> first, in EarthRotation earth)
    {
        KeplerianElements elements;
        try
        {
            elements = KeplerianElements.FromState(position, velocity);
        }
        catch (ArgumentException)
        {
            return null;
        }

        // The ellipse by its axes: no equation of Kepler for each of 40,000 vertices of a scene.
        double e = elements.Eccentricity, start = KeplerEquation.EccentricAnomaly(elements.MeanAnomaly, e);
        Vector3d major = (elements with { MeanAnomaly = 0 }).ToState().Position.Unit(), minor = position.Cross(velocity).Cross(major).Unit();
        (double a, double b) = (elements.SemiMajorAxis, elements.SemiMajorAxis * Math.Sqrt(1 - (e * e)));
        // Both axes are turned, not every vertex; and from vertex to vertex the angle is the same in every ring.
        Vector3d along = earth.ToItrf(new Position<Gcrf>(a * major)).Vector, across = earth.ToItrf(new Position<Gcrf>(b * minor)).Vector;
        (double sin, double cos) = Math.SinCos(start);
        Position<Itrf>[] ring = new Position<Itrf>[Chords];
        for (int i = 1; i < Chords; i++)
        {
            (double stepSin, double stepCos) = s_steps[i];
            ring[i] = new Position<Itrf>((((cos * stepCos) - (sin * stepSin) - e) * along) + (((sin * stepCos) + (cos * stepSin)) * across));
        }

        ring[0] = first;
        return ring;
    }

    private static double Distance(IReadOnlyList<Position<Itrf>> ring, Vector3d point)
    {
        // The last chord goes back to the first vertex.
        double least = double.PositiveInfinity;
        for (int i = 0; i < ring.Count; i++)
        {
            Vector3d a = ring[i].Vector, along = ring[(i + 1) % ring.Count].Vector - a, from = point - a;
            double share = Math.Clamp(from.Dot(along) / along.NormSquared, 0, 1);
            least = Math.Min(least, (from - (share * along)).Norm);
        }

        return least;
    }
}
