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

    public static void Add(List<SceneOrbit> orbits, SatelliteGroup group, string plane, in StateVector stateItrf, in EarthRotation earth)
    {
        StateVector state = earth.ToGcrf(stateItrf);
        if (Ring(state.Position, state.Velocity) is not { } ring)
        {
            return;
        }

        // On axes of the Earth, as the rings are: angles are the same there.
        Vector3d pole = earth.ToItrf(new Position<Gcrf>(state.Position.Cross(state.Velocity).Unit())).Vector;
        foreach (SceneOrbit orbit in orbits)
        {
            if (orbit.Group == group && orbit.Vertices[0].Vector.Cross(orbit.Vertices[Chords / 4].Vector).AngleTo(pole) < PoleNearness && Distance(orbit.Vertices, stateItrf.Position) < Nearness)
            {
                return;
            }
        }

        orbits.Add(new SceneOrbit(group, plane, Turned(ring, stateItrf.PositionIn<Itrf>(), earth)));
    }

    /// <summary>The ring of one satellite alone, which passes through it; empty where its velocity is not known or its orbit is not bound.</summary>
    public static IReadOnlyList<Position<Itrf>> Of(SceneSatellite satellite, in EarthRotation earth) =>
        satellite.VelocityGcrf.NormSquared > 0 && Ring(satellite.Gcrf.Vector, satellite.VelocityGcrf) is { } ring ? Turned(ring, satellite.Itrf, earth) : [];

    private static Position<Itrf>[] Turned(Vector3d[] ring, Position<Itrf> first, in EarthRotation earth)
    {
        Position<Itrf>[] vertices = new Position<Itrf>[Chords];
        for (int i = 0; i < Chords; i++)
        {
            vertices[i] = i == 0 ? first : earth.ToItrf(new Position<Gcrf>(ring[i]));
        }

        return vertices;
    }

    /// <summary>GCRF vertices of the osculating ellipse at equal steps of eccentric anomaly, from the satellite on; null where the orbit is not bound.</summary>
    private static Vector3d[]? Ring(Vector3d position, Vector3d velocity)
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
        Vector3d[] ring = new Vector3d[Chords];
        for (int i = 0; i < Chords; i++)
        {
            (double sin, double cos) = Math.SinCos(start + (2 * Math.PI * i / Chords));
            ring[i] = (a * (cos - e) * major) + (b * sin * minor);
        }

        return ring;
    }

    private static double Distance(IReadOnlyList<Position<Itrf>> ring, Vector3d point)
    {
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
