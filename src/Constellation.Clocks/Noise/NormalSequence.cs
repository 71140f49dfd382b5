using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Normal deviates 0, 1, 2, ... of an address read in order: each Box-Muller pair is made once.</summary>
internal struct NormalSequence(RandomDraws draws)
{
    private double _odd;
    private ulong _oddIndex;

    /// <summary>The same number as <see cref="RandomDraws.NormalAt"/>, cheaper when the indices come in order.</summary>
    public double At(ulong index)
    {
        if ((index & 1) == 1 && _oddIndex == index)
        {
            return _odd;
        }

        (double even, double odd) = draws.NormalPairAt(index >> 1);
        (_odd, _oddIndex) = (odd, index | 1);
        return (index & 1) == 0 ? even : odd;
    }
}
