using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A receiver in orbit.</summary>
public sealed class OrbitTrajectory(string name, IOrbit orbit) : ITrajectory
{
    public string Name => name;

    public bool IsStatic => false;

    public bool IsInSpace => true;

    public EpochSpan? Coverage => orbit.Validity;

    public bool TryAt(Epoch epoch, out ReceiverState state)
    {
        state = default;
        if (!orbit.Validity.Contains(epoch))
        {
            return false;
        }

        StateVector at;
        if (orbit is Sgp4Orbit sgp4)
        {
            if (sgp4.TryAt(epoch, out at) is not Sgp4Status.Done)
            {
                return false;
            }
        }
        else
        {
            at = orbit.At(epoch);
        }

        StateVector itrf = FrameTurns.To(ReferenceFrame.Itrf, at);
        state = new(new Position<Itrf>(itrf.Position), itrf.Velocity);
        return true;
    }

    /// <summary>A nearly circular orbit at 500 km and 97.4 degrees, mean motion with J2 secular rates.</summary>
    public static OrbitTrajectory LowEarth(Epoch start) => new("leo", new KeplerJ2Orbit(new MeanElements(6_878_137, 0.001, double.DegreesToRadians(97.4), 0, 0, 0), start));
}
