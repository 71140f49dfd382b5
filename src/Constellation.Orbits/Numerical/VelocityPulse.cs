using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A change of velocity in no time: a short manoeuvre, or what an orbit fit absorbs unknown forces with.</summary>
/// <param name="Epoch">When; a state asked for at this very epoch is the one before the change.</param>
/// <param name="ChangeRac">Radial, along-track and cross-track change, m/s, on the axes of the state before it.</param>
public readonly record struct VelocityPulse(Epoch Epoch, Vector3d ChangeRac)
{
    /// <summary>The change on the axes of the state.</summary>
    internal Vector3d Change(Vector3d position, Vector3d velocityBefore) => OrbitalAxes.Of(position, velocityBefore).FromRac(ChangeRac);

    /// <summary>The velocity before the change from the one after it: a fixed point, since the axes turn with the velocity before.</summary>
    internal Vector3d Before(Vector3d position, Vector3d velocityAfter)
    {
        Vector3d before = velocityAfter;
        for (int i = 0; i < 60; i++)
        {
            Vector3d next = velocityAfter - Change(position, before);
            bool same = (next - before).NormSquared <= 1e-32 * velocityAfter.NormSquared;
            before = next;
            if (same)
            {
                break;
            }
        }

        return before;
    }
}
