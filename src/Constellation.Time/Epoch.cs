namespace Constellation.Time;

/// <summary>An instant. It has no time scale: a scale is a way to read or to write one.</summary>
/// <remarks><c>default</c> is J2000.0 TT. Integers inside: equality is exact, nothing drifts far from the origin.</remarks>
public readonly partial record struct Epoch : IComparable<Epoch>
{
    /// <summary>1980-01-06T00:00:00 UTC: TT is TAI + 32.184 s, TAI was UTC + 19 s.</summary>
    private static readonly Duration GpsOrigin = Duration.FromSeconds(-630_763_148, -816_000_000_000_000_000);

    private readonly Duration _sinceJ2000;

    private Epoch(Duration sinceJ2000) => _sinceJ2000 = sinceJ2000;

    /// <summary>J2000.0: 2000-01-01T12:00:00 TT.</summary>
    public static Epoch J2000 => default;

    /// <summary>Elapsed TT (equally TAI) seconds since J2000.0 TT.</summary>
    public Duration SinceJ2000 => _sinceJ2000;

    /// <summary>GPS week, not rolled over, and time of week; the week may be negative before 1980.</summary>
    public static Epoch FromGps(int week, Duration timeOfWeek) => new(GpsOrigin + Duration.FromWeeks(week) + timeOfWeek);

    public static Epoch FromJ2000(Duration sinceJ2000Tt) => new(sinceJ2000Tt);

    /// <summary>Full GPS week and time of week in [0, 604800 s).</summary>
    public (int Week, Duration TimeOfWeek) ToGps()
    {
        Duration since = _sinceJ2000 - GpsOrigin;
        const long weekSeconds = 604_800;
        long week = since.WholeSeconds / weekSeconds;
        week -= since.WholeSeconds < week * weekSeconds ? 1 : 0;
        return ((int)week, since - Duration.FromWeeks(week));
    }

    public static Duration operator -(Epoch later, Epoch earlier) => later._sinceJ2000 - earlier._sinceJ2000;
    public static Epoch operator +(Epoch epoch, Duration elapsed) => new(epoch._sinceJ2000 + elapsed);
    public static Epoch operator -(Epoch epoch, Duration elapsed) => new(epoch._sinceJ2000 - elapsed);

    public int CompareTo(Epoch other) => _sinceJ2000.CompareTo(other._sinceJ2000);

    public static bool operator <(Epoch a, Epoch b) => a.CompareTo(b) < 0;
    public static bool operator >(Epoch a, Epoch b) => a.CompareTo(b) > 0;
    public static bool operator <=(Epoch a, Epoch b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Epoch a, Epoch b) => a.CompareTo(b) >= 0;
}
