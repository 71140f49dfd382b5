namespace Constellation.Core;

/// <summary>Philox4x32-10, a counter-based generator: four random words as a pure function of counter and key.</summary>
/// <remarks>[Salmon11]; checked against the authors' known-answer vectors.</remarks>
public static class Philox4x32
{
    public static (uint W0, uint W1, uint W2, uint W3) Block(ulong key, ulong counterLow, uint counter2, uint counter3)
    {
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        uint c0 = (uint)counterLow, c1 = (uint)(counterLow >> 32), c2 = counter2, c3 = counter3;
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = 0xD2511F53UL * c0;
            ulong p1 = 0xCD9E8D57UL * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>53 random bits from two words, in the open interval (0, 1): never 0, never 1.</summary>
    public static double UnitInterval(uint high, uint low) =>
        (((((ulong)high << 32) | low) >> 12) + 0.5) * (1.0 / (1UL << 52));
}
