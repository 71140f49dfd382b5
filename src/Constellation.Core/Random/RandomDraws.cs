namespace Constellation.Core;

/// <summary>A stream of random numbers with an address. Draw n depends on this address and n alone: not on threads, order or what else was drawn.</summary>
/// <param name="Seed">Master seed of the scenario.</param>
/// <param name="Run">Number of the Monte Carlo run.</param>
/// <param name="Entity">Whose randomness this is.</param>
/// <param name="Purpose">What it is for.</param>
public readonly record struct RandomDraws(ulong Seed, uint Run, EntityId Entity, NoisePurpose Purpose)
{
    internal uint Lane => (Entity.Address << 8) | (byte)Purpose;

    /// <summary>Standard normal deviate number <paramref name="index"/>.</summary>
    /// <remarks>Box-Muller: one Philox block makes the pair 2k, 2k+1, exact in law up to 53-bit uniforms (|z| at most 8.6).</remarks>
    public double NormalAt(ulong index)
    {
        (double even, double odd) = NormalPairAt(index >> 1);
        return (index & 1) == 0 ? even : odd;
    }

    /// <summary>Deviates 2k and 2k+1 at the price of one.</summary>
    public (double Even, double Odd) NormalPairAt(ulong pair)
    {
        (uint w0, uint w1, uint w2, uint w3) = Philox4x32.Block(Seed, pair, Run, Lane);
        double radius = Math.Sqrt(-2.0 * Math.Log(Philox4x32.UnitInterval(w0, w1)));
        (double sin, double cos) = Math.SinCos(2.0 * Math.PI * Philox4x32.UnitInterval(w2, w3));
        return (radius * cos, radius * sin);
    }

    /// <summary>Uniform deviate number <paramref name="index"/> in (0, 1). Do not mix with normal deviates of the same address.</summary>
    public double UniformAt(ulong index)
    {
        (uint w0, uint w1, _, _) = Philox4x32.Block(Seed, index, Run, Lane);
        return Philox4x32.UnitInterval(w0, w1);
    }
}
