namespace Constellation.Orbits;

/// <summary>Mean longitude and mean motion of a satellite whose period is near 12 or 24 h, pulled to and fro by the tesseral harmonics of the Earth.</summary>
/// <remarks>
/// [Hoots80] section 9: a second-order Taylor integrator whose step is 720 min. Its nodes always lie at the same times, so they are kept: a time costs a look at the table,
/// whatever the order of times, and gives the same bits as an integration from the epoch. The table grows to the farthest time asked for (40 bytes for half a day).
/// </remarks>
internal abstract class TesseralResonance
{
    /// <summary>Minutes from node to node.</summary>
    public const double Step = 720;

    private const double HalfStepSquared = Step * Step / 2;

    private readonly double _longitude0, _motion0, _longitudeDrift;
    private readonly Lock _growing = new();
    private volatile ResonanceNode[] _after = [];
    private volatile ResonanceNode[] _before = [];

    protected TesseralResonance(double longitude, double meanMotion, double longitudeDrift) =>
        (_longitude0, _motion0, _longitudeDrift) = (longitude, meanMotion, longitudeDrift);

    /// <summary>One day or half a day: how the mean anomaly follows from the longitude.</summary>
    public abstract bool IsOneDay { get; }

    /// <summary>The resonance of a satellite, or null.</summary>
    public static TesseralResonance? Find(Sgp4Coefficients c, DeepSpaceTerms deep)
    {
        double n = c.MeanMotion;
        return n is > 0.0034906585 and < 0.0052359877 ? OneDayResonance.Of(c, deep)
            : n is >= 8.26e-3 and <= 9.24e-3 && c.Eccentricity >= 0.5 ? HalfDayResonance.Of(c, deep)
            : null;
    }

    /// <summary>Longitude (rad) and mean motion (rad/min) at a time since the epoch.</summary>
    public (double Longitude, double MeanMotion) At(double minutes)
    {
        int index = NodeOf(minutes);
        ResonanceNode node = Node(index);
        double t = minutes - (index * Step), half = 0.5 * t * t;
        return (node.Longitude + (node.LongitudeRate * t) + (node.MotionRate * half), node.MeanMotion + (node.MotionRate * t) + (node.MotionCurvature * half));
    }

    /// <summary>The node from which a time is reached: the last one between it and the epoch.</summary>
    public static int NodeOf(double minutes) => (int)(minutes / Step);

    /// <summary>Fills the table, so that every node up to this one stands in <see cref="Table"/>.</summary>
    public ReadOnlySpan<ResonanceNode> Table(int node)
    {
        _ = Node(node);
        return node >= 0 ? _after : _before;
    }

    private ResonanceNode Node(int index)
    {
        ResonanceNode[] table = index >= 0 ? _after : _before;
        int distance = Math.Abs(index);
        return distance < table.Length ? table[distance] : Grow(distance, index >= 0)[distance];
    }

    private ResonanceNode[] Grow(int distance, bool after)
    {
        lock (_growing)
        {
            ResonanceNode[] old = after ? _after : _before;
            if (distance < old.Length)
            {
                return old;
            }

            ResonanceNode[] grown = new ResonanceNode[Math.Max(distance + 1, Math.Min(2 * old.Length, old.Length + 4096))];
            old.CopyTo(grown, 0);
            double step = after ? Step : -Step;
            for (int i = old.Length; i < grown.Length; i++)
            {
                grown[i] = i == 0 ? Rates(_longitude0, _motion0, 0) : Advance(grown[i - 1], i - 1, step);
            }

            if (after)
            {
                _after = grown;
            }
            else
            {
                _before = grown;
            }

            return grown;
        }
    }

    private ResonanceNode Advance(ResonanceNode node, int steps, double step) => Rates(
        node.Longitude + (node.LongitudeRate * step) + (node.MotionRate * HalfStepSquared),
        node.MeanMotion + (node.MotionRate * step) + (node.MotionCurvature * HalfStepSquared),
        (steps + 1) * step);

    private ResonanceNode Rates(double longitude, double motion, double minutes)
    {
        (double pull, double gradient) = Pull(longitude, minutes);
        double rate = motion + _longitudeDrift;
        return new(longitude, motion, rate, pull, gradient * rate);
    }

    /// <summary>Rate of the mean motion (rad/min²) and its derivative by the longitude.</summary>
    protected abstract (double Rate, double Gradient) Pull(double longitude, double minutes);
}
