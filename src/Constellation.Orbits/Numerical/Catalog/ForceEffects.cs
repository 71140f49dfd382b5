using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>How large forces are: each is left out in turn, from the same first state.</summary>
public static class ForceEffects
{
    private const int Samples = 96;

    /// <summary>Degrees to which the field is cut, besides leaving it out as a whole.</summary>
    private static readonly int[] s_cuts = [2, 4, 8];

    /// <param name="initialGcrf">State from which all orbits start.</param>
    /// <param name="duration">How long they run.</param>
    /// <param name="forces">What the reference orbit feels.</param>
    /// <param name="setting">Earth and satellite.</param>
    public static IReadOnlyList<ForceEffect> Of(StateVector initialGcrf, Duration duration, ForceSelection forces, ForceSetting setting)
    {
        ForceModel all = forces.Build(setting);
        Epoch end = initialGcrf.Epoch + duration;
        NumericalOrbit orbit = NumericalPropagator.Propagate(initialGcrf, new(initialGcrf.Epoch, end), all);
        ForceContext[] contexts = [.. Enumerable.Range(0, Samples).Select(i => Context(orbit.At(initialGcrf.Epoch + Duration.FromSeconds(duration.TotalSeconds * i / Samples)), setting.Earth))];
        StateVector last = orbit.At(end);
        OrbitalAxes axes = OrbitalAxes.Of(last.Position, last.Velocity);
        List<ForceEffect> effects = [];
        foreach ((string left, ForceSelection rest) in Cases(forces, setting))
        {
            ForceModel some = rest.Build(setting);
            if (some.Forces.Length == all.Forces.Length && some.Forces.SequenceEqual(all.Forces))
            {
                continue;
            }

            double square = contexts.Average(c => (all.Acceleration(c) - some.Acceleration(c)).NormSquared);
            Vector3d error = NumericalPropagator.PropagateTo(initialGcrf, end, some).Position - last.Position;
            effects.Add(new(left, Math.Sqrt(square), axes.ToRac(error)));
        }

        return effects;
    }

    private static IEnumerable<(string Left, ForceSelection Kept)> Cases(ForceSelection forces, ForceSetting setting)
    {
        foreach (string name in forces.Names)
        {
            ForceSelection rest = forces.Without(name);
            yield return (name, rest);
            if (rest.GravityDegree(setting.Degree) == 0 && forces.GravityDegree(setting.Degree) > 0)
            {
                foreach (int degree in s_cuts.Where(d => d < forces.GravityDegree(setting.Degree)))
                {
                    yield return ($"gravity above {degree}", forces.WithGravity(degree));
                }
            }
        }
    }

    private static ForceContext Context(StateVector state, IEarthOrientation earth)
    {
        Vector3d sun = Sun.PositionGcrf(state.Epoch).Vector, moon = Moon.PositionGcrf(state.Epoch).Vector;
        return new()
        {
            SecondsSinceJ2000 = state.Epoch.SinceJ2000.TotalSeconds,
            Position = state.Position,
            Velocity = state.Velocity,
            Sun = sun,
            Moon = moon,
            GcrfToItrf = earth.At(state.Epoch).GcrfToItrf,
            Sunlight = Eclipse.VisibleFraction(state.Position, sun, moon),
        };
    }
}
