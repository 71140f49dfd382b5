using Constellation.Core;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>How a system cuts a prediction into messages.</summary>
/// <param name="Cadence">A new message begins at every multiple of this from the start of the GPS week, and at every upload.</param>
/// <param name="FitSpan">Length of the arc that a message is fitted to, centred on its reference epoch.</param>
internal readonly record struct MessageSchedule(Duration Cadence, Duration FitSpan)
{
    /// <summary>[IS-GPS-200] table 20-XII: 2 h of use, 4 h of fit; [BDS-ICD-B1I]: hourly; [GLONASS-ICD]: 30 min; Galileo: from 10 min to hours in reality, 30 min here.</summary>
    public static MessageSchedule Of(GnssSystem system) => system switch
    {
        GnssSystem.Gps or GnssSystem.Qzss => new(Duration.FromHours(2), Duration.FromHours(4)),
        GnssSystem.Galileo => new(Duration.FromMinutes(30), Duration.FromHours(2)),
        GnssSystem.Glonass => new(Duration.FromMinutes(30), Duration.FromMinutes(30)),
        _ => new(Duration.FromHours(1), Duration.FromHours(2)),
    };

    /// <summary>Spans of use from one upload to the next, and their reference epochs on the grid that the message can carry.</summary>
    public IEnumerable<(Epoch From, Epoch Until, Epoch Reference)> Cut(GnssSystem system, Epoch onAir, Epoch until)
    {
        // GLONASS counts its quarters of an hour in UTC.
        Duration scale = system == GnssSystem.Glonass ? Duration.FromSeconds(LeapSeconds.OnDay(onAir.In(TimeScale.Utc).DayFrom2000) - 19) : Duration.Zero;
        Epoch week = onAir - onAir.ToGps().TimeOfWeek + scale;
        for (Epoch from = onAir; from < until;)
        {
            Epoch boundary = week + (Cadence * (Duration.FloorDivide(from - week, Cadence) + 1));
            Epoch to = boundary < until ? boundary : until;
            Epoch middle = from + Duration.FromSeconds(Math.Floor((to - from).TotalSeconds / 2));
            Duration step = system == GnssSystem.Glonass ? Cadence : MessageQuantisation.ToeStep(system);
            Duration half = system == GnssSystem.Glonass ? Duration.FromSeconds(Cadence.TotalSeconds / 2) : Duration.Zero;
            Duration ofWeek = KeplerianEphemeris.TimeOfWeek(system, middle - scale);
            Epoch reference = middle - ofWeek + (step * Duration.FloorDivide(ofWeek, step)) + half;
            yield return (from, to, reference);
            from = to;
        }
    }
}
