using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>A usable satellite of an epoch with what every user needs of it, prepared once.</summary>
internal readonly struct TrackedSatellite
{
    public required SatelliteId Id { get; init; }

    public required SatelliteMotion Truth { get; init; }

    public required SatelliteMotion Broadcast { get; init; }

    public required double TruthClock { get; init; }

    public required double BroadcastClock { get; init; }

    public required UserSignals Signals { get; init; }

    public required int ClockColumn { get; init; }

    public static TrackedSatellite[] From(ReadOnlySpan<SatelliteEpochState> satellites, UserModel model)
    {
        List<TrackedSatellite> tracked = new(satellites.Length);
        foreach (ref readonly SatelliteEpochState s in satellites)
        {
            if (s.Usable && model.Signals.TryGetValue(s.Id.System, out UserSignals signals))
            {
                tracked.Add(new()
                {
                    Id = s.Id,
                    Truth = new(s.TruthPosition, s.TruthVelocity),
                    Broadcast = new(s.BroadcastPosition, s.BroadcastVelocity),
                    TruthClock = s.TruthClock,
                    BroadcastClock = s.BroadcastClock,
                    Signals = signals,
                    ClockColumn = model.ClockPerSystem ? ClockColumnOf(s.Id.System) : 0,
                });
            }
        }

        return [.. tracked];
    }

    internal static int ClockColumnOf(GnssSystem system) => system switch
    {
        GnssSystem.Gps => 0,
        GnssSystem.Galileo => 1,
        GnssSystem.BeiDou => 2,
        GnssSystem.Glonass => 3,
        GnssSystem.Qzss => 4,
        GnssSystem.NavIc => 5,
        _ => 6,
    };
}
