namespace Constellation.Time;

/// <summary>A signed interval of time, exact to the attosecond (1e-18 s) over +-2.9e11 years.</summary>
/// <remarks>Value = <see cref="WholeSeconds"/> + <see cref="Attoseconds"/> 1e-18 s with 0 &lt;= Attoseconds &lt; 1e18 (floor convention, also when negative).</remarks>
public readonly partial record struct Duration : IComparable<Duration>
{
    internal const long AttosecondsPerSecond = 1_000_000_000_000_000_000;

    private Duration(long wholeSeconds, long attoseconds)
    {
        WholeSeconds = wholeSeconds;
        Attoseconds = attoseconds;
    }

    public static Duration Zero => default;

    /// <summary>Greatest whole number of seconds not above the value.</summary>
    public long WholeSeconds { get; }

    /// <summary>What remains above <see cref="WholeSeconds"/>, 0 to 1e18 - 1.</summary>
    public long Attoseconds { get; }

    /// <summary>Nearest double: 53 bits, so 1 day is resolved to 15 ps. For kernels and plots, not for bookkeeping.</summary>
    public double TotalSeconds => WholeSeconds >= 0 || Attoseconds == 0
        ? WholeSeconds + (Attoseconds * 1e-18)
        : WholeSeconds + 1 - ((AttosecondsPerSecond - Attoseconds) * 1e-18);      // small negative values keep their digits

    public double TotalDays => (WholeSeconds / 86400) + (((WholeSeconds % 86400) + (Attoseconds * 1e-18)) / 86400.0);

    /// <summary>Any pair; attoseconds may have either sign and are carried.</summary>
    public static Duration FromSeconds(long seconds, long attoseconds)
    {
        if (attoseconds is >= 0 and < AttosecondsPerSecond)
        {
            return new Duration(seconds, attoseconds);
        }

        long carry = Math.DivRem(attoseconds, AttosecondsPerSecond, out long rest);
        if (rest < 0)
        {
            rest += AttosecondsPerSecond;
            carry--;
        }

        return new Duration(checked(seconds + carry), rest);
    }

    public static Duration FromSeconds(long seconds) => new(seconds, 0);

    public static Duration FromSeconds(int seconds) => new(seconds, 0);

    /// <summary>The double's value rounded to the attosecond.</summary>
    public static Duration FromSeconds(double seconds)
    {
        if (!double.IsFinite(seconds) || Math.Abs(seconds) >= 9e18)
        {
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "a duration is finite and below 9e18 s");
        }

        double whole = Math.Truncate(seconds);
        return FromSeconds((long)whole, (long)Math.Round((seconds - whole) * 1e18));
    }

    public static Duration FromMinutes(long minutes) => new(checked(minutes * 60), 0);

    public static Duration FromHours(long hours) => new(checked(hours * 3600), 0);

    public static Duration FromDays(long days) => new(checked(days * 86400), 0);

    public static Duration FromWeeks(long weeks) => new(checked(weeks * 604800), 0);

    public static Duration operator +(Duration a, Duration b)
    {
        long seconds = checked(a.WholeSeconds + b.WholeSeconds), attoseconds = a.Attoseconds + b.Attoseconds;
        return attoseconds < AttosecondsPerSecond ? new(seconds, attoseconds) : new(checked(seconds + 1), attoseconds - AttosecondsPerSecond);
    }

    public static Duration operator -(Duration a, Duration b)
    {
        long seconds = checked(a.WholeSeconds - b.WholeSeconds), attoseconds = a.Attoseconds - b.Attoseconds;
        return attoseconds >= 0 ? new(seconds, attoseconds) : new(checked(seconds - 1), attoseconds + AttosecondsPerSecond);
    }

    public static Duration operator -(Duration a) => Zero - a;

    /// <summary>Exact multiple.</summary>
    public static Duration operator *(Duration a, long n)
    {
        Int128 total = ((Int128)a.WholeSeconds * AttosecondsPerSecond) + a.Attoseconds;
        return FromTotal(total * n);
    }

    public static Duration operator *(long n, Duration a) => a * n;

    /// <summary>Whole number of <paramref name="b"/> in <paramref name="a"/>, rounded down.</summary>
    public static long FloorDivide(Duration a, Duration b)
    {
        (Int128 x, Int128 y) = (a.Total, b.Total);
        Int128 quotient = x / y;
        return (long)((x % y != 0) && ((x < 0) != (y < 0)) ? quotient - 1 : quotient);
    }

    private Int128 Total => ((Int128)WholeSeconds * AttosecondsPerSecond) + Attoseconds;

    private static Duration FromTotal(Int128 total)
    {
        Int128 seconds = total / AttosecondsPerSecond, rest = total % AttosecondsPerSecond;
        return FromSeconds(checked((long)seconds), (long)rest);
    }

    public int CompareTo(Duration other) =>
        WholeSeconds != other.WholeSeconds ? WholeSeconds.CompareTo(other.WholeSeconds) : Attoseconds.CompareTo(other.Attoseconds);

    public static bool operator <(Duration a, Duration b) => a.CompareTo(b) < 0;
    public static bool operator >(Duration a, Duration b) => a.CompareTo(b) > 0;
    public static bool operator <=(Duration a, Duration b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Duration a, Duration b) => a.CompareTo(b) >= 0;
}
