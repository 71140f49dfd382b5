using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A receiver that stands.</summary>
public sealed class StaticSite(string name, GeodeticPoint place) : ITrajectory
{
    private readonly ReceiverState _state = new(Ellipsoid.Wgs84.ToCartesian(place), Vector3d.Zero);

    public string Name => name;

    public bool IsStatic => true;

    public bool IsInSpace => false;

    public EpochSpan? Coverage => null;

    public bool TryAt(Epoch epoch, out ReceiverState state)
    {
        state = _state;
        return true;
    }
}
