using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A GCRF orbit with a constant displacement in R, A, C (m): an error put into a broadcast ephemeris.</summary>
internal sealed class DisplacedOrbit(IOrbit orbit, Vector3d displacement) : IOrbit
{
    public ReferenceFrame Frame => orbit.Frame;

    public EpochSpan Validity => orbit.Validity;

    public StateVector At(Epoch epoch)
    {
        StateVector state = orbit.At(epoch);
        Vector3d momentum = state.Position.Cross(state.Velocity);
        Vector3d radial = state.Position.Unit(), cross = momentum.Unit(), along = cross.Cross(radial);
        Vector3d d = (displacement.X * radial) + (displacement.Y * along) + (displacement.Z * cross);

        // The axes turn with the motion: h / r^2 is their rate, exact but for the slow turn of the orbital plane (1e-3 of it).
        Vector3d rate = momentum / state.Position.NormSquared;
        return state with { Position = state.Position + d, Velocity = state.Velocity + rate.Cross(d) };
    }
}
