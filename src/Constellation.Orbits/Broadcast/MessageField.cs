namespace Constellation.Orbits;

/// <summary>A field of a navigation message: a whole number of units, signed in two's complement or unsigned, in so many bits.</summary>
internal readonly record struct MessageField(double Unit, int Bits)
{
    public static MessageField Power(int exponent, int bits) => new(Math.ScaleB(1, exponent), bits);

    /// <summary>Units of a power of two of a semicircle (per second).</summary>
    public static MessageField Semicircles(int exponent, int bits) => new(BroadcastConstants.IcdPi * Math.ScaleB(1, exponent), bits);

    /// <exception cref="ArgumentException">The value does not fit.</exception>
    public double Signed(double value, string name)
    {
        double count = Math.Round(value / Unit), limit = Math.ScaleB(1, Bits - 1);
        return count >= -limit && count < limit ? count * Unit : throw Overflow(value, name);
    }

    /// <exception cref="ArgumentException">The value does not fit.</exception>
    public double Unsigned(double value, string name)
    {
        double count = Math.Round(value / Unit);
        return count >= 0 && count < Math.ScaleB(1, Bits) ? count * Unit : throw Overflow(value, name);
    }

    /// <summary>Angles wrap: minus a semicircle is a semicircle.</summary>
    public double Turn(double value)
    {
        double count = Math.Round(Math.IEEERemainder(value, Math.Tau) / Unit), half = Math.ScaleB(1, Bits - 1);
        return count >= half ? -half * Unit : count * Unit;
    }

    private ArgumentException Overflow(double value, string name) => new($"{name} = {value} does not fit the {Bits} bits of its field");
}
