namespace Constellation.Clocks;

/// <summary>The noise of a record at any averaging time: identified where enough is left for it, else that of the longest time where it is, but no whiter than white FM.</summary>
internal sealed class NoiseOfRecord
{
    private readonly double[] _offsets;
    private readonly int _differences, _longest;
    private int? _beyond;
    private bool _known;

    /// <param name="offsets">Clock offsets, NaN where missing.</param>
    /// <param name="differences">Most differences taken, see <see cref="NoiseIdentification"/>.</param>
    public NoiseOfRecord(double[] offsets, int differences)
    {
        (_offsets, _differences) = (offsets, differences);
        _longest = (offsets.Length - 1) / (NoiseIdentification.FewestValues - 1);
    }

    public int? At(int m)
    {
        int? here = m <= _longest ? NoiseIdentification.At(_offsets, m, _differences) : null;
        return here ?? Beyond();
    }

    private int? Beyond()
    {
        // Gaps may leave too little even there.
        for (int m = _longest; !_known && m >= 1; m /= 2)
        {
            if (NoiseIdentification.At(_offsets, m, _differences) is { } found)
            {
                (_beyond, _known) = (Math.Min(found, 0), true);
            }
        }

        _known = true;
        return _beyond;
    }
}
