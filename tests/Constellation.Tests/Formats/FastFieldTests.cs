using System.Globalization;
using System.Text;
using Constellation.Formats;

namespace Constellation.Tests.Formats;

/// <summary>The fast number fields against the parser of .NET, to the bit, and what they leave to the slow one.</summary>
public sealed class FastFieldTests
{
    [Fact]
    public void Exponent_fields_are_the_nearest_double()
    {
        Random random = new(7);
        for (int i = 0; i < 200_000; i++)
        {
            long digits = random.NextInt64(10_000_000_000_000);
            int power = random.Next(-99, 100);
            string text = $"{(random.Next(2) == 0 ? '-' : ' ')}{digits / 1_000_000_000_000}.{digits % 1_000_000_000_000:000000000000}{"eEdD"[i & 3]}{(power < 0 ? '-' : '+')}{Math.Abs(power):00}";
            double expected = double.Parse(text.Replace('d', 'e').Replace('D', 'e'), CultureInfo.InvariantCulture);
            Assert.True(FastField.TryExponent(Encoding.ASCII.GetBytes(text), out double value), text);
            Same(expected, value, text);
        }
    }

    [Fact]
    public void Fixed_fields_are_read_whole()
    {
        Random random = new(8);
        for (int i = 0; i < 100_000; i++)
        {
            long micros = random.NextInt64(10_000_000_000_000) >> random.Next(40);
            micros = random.Next(2) == 0 && micros < 1_000_000_000_000 ? -micros : micros;
            string text = (micros < 0 ? "-" : "") + $"{Math.Abs(micros) / 1_000_000}.{Math.Abs(micros) % 1_000_000:000000}";
            Assert.True(FastField.TryMicro(Encoding.ASCII.GetBytes(text.PadLeft(14)), out long value), text);
            Assert.Equal(micros, value);
        }
    }

    /// <summary>Nineteen digits and any power: through the product, its corrections, and the slow parser.</summary>
    [Fact]
    public void Any_decimal_is_the_nearest_double()
    {
        Random random = new(9);
        for (int i = 0; i < 200_000; i++)
        {
            ulong mantissa = (ulong)random.NextInt64() >> random.Next(62);
            int power = random.Next(4) == 0 ? random.Next(-345, 310) : random.Next(-40, 30);
            string text = $"{mantissa}E{power}";
            double expected = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.Equal(double.IsFinite(expected), FixedField.TryDouble(Encoding.ASCII.GetBytes(text), out double value));
            if (double.IsFinite(expected))
            {
                Same(expected, value, text);
            }
        }
    }

    /// <summary>Doubles that lie half-way between two: the even one.</summary>
    [Theory, InlineData("9007199254740993"), InlineData("9007199254740995"), InlineData("9007199254740993E0"), InlineData("4503599627370496.5"), InlineData("4503599627370497.5"), InlineData("1801439850948198.3125"), InlineData("9007199254740993E3")]
    public void Half_way_goes_to_even(string text)
    {
        Assert.True(FixedField.TryDouble(Encoding.ASCII.GetBytes(text), out double value));
        Same(double.Parse(text, CultureInfo.InvariantCulture), value, text);
    }

    /// <summary>One byte changed to anything: what is still read is what the slow parser reads.</summary>
    [Fact]
    public void A_changed_byte_is_refused_or_read_alike()
    {
        byte[] exponent = "-1.234567890123D-05"u8.ToArray(), micro = "  12345.678901"u8.ToArray(), negative = "  -2345.678901"u8.ToArray();
        for (int b = 0; b < 256; b++)
        {
            for (int i = 0; i < exponent.Length; i++)
            {
                byte[] changed = [.. exponent];
                changed[i] = (byte)b;
                if (FastField.TryExponent(changed, out double value))
                {
                    Assert.True(FixedField.TryDouble(changed, out double expected), Encoding.Latin1.GetString(changed));
                    Same(expected, value, Encoding.Latin1.GetString(changed));
                }
            }

            foreach (byte[] field in new[] { micro, negative })
            {
                for (int i = 0; i < field.Length; i++)
                {
                    byte[] changed = [.. field];
                    changed[i] = (byte)b;
                    if (FastField.TryMicro(changed, out long micros))
                    {
                        Assert.True(FixedField.TryDouble(changed, out double expected), Encoding.Latin1.GetString(changed));
                        Assert.Equal(expected, micros / 1e6);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_blank_field_has_no_number()
    {
        Assert.True(FastField.TryExponent("                   "u8, out double value));
        Assert.Equal(double.NaN, value);
        Assert.False(FastField.TryMicro("              "u8, out _));
    }

    private static void Same(double expected, double actual, string text) =>
        Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual), $"{text}: {actual:R}, not {expected:R}");
}
