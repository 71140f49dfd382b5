namespace Constellation.Formats;

/// <summary>The columns of one system in the file: where each goes in the layout, and what its numbers are divided by.</summary>
/// <param name="Targets">Column of the layout; -1 for a code that is not used.</param>
/// <param name="Divisors">The number in thousandths over this is the value: 1000 times the scale factor, so one rounding only.</param>
internal sealed record SystemColumns(int[] Targets, double[] Divisors)
{
    public int Count => Targets.Length;
}
