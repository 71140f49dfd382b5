namespace Constellation.Clocks;

/// <summary>A sum of squares and how many there are: what pieces of a record add up to.</summary>
internal readonly record struct PartialSum(double Sum, long Terms)
{
    public static PartialSum operator +(PartialSum a, PartialSum b) => new(a.Sum + b.Sum, a.Terms + b.Terms);
}
