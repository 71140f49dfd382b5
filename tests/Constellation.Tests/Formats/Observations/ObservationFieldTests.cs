using System.Globalization;
using System.Text;
using Constellation.Formats;

namespace Constellation.Tests.Formats.Observations;

/// <summary>Sixteen bytes at once against the slow parser: the same number or none.</summary>
public sealed class ObservationFieldTests
{
    [Fact]
    public void Numbers_in_the_usual_layout_are_equal()
    {
        Random random = new(1);
        for (int i = 0; i < 100_000; i++)
        {
            long thousandths = (long)(Math.Pow(10, 13 * random.NextDouble()) * (random.Next(2) == 0 ? 1 : -0.09));
            string text = (thousandths / 1000m).ToString("0.000", CultureInfo.InvariantCulture).PadLeft(14) + (random.Next(2) == 0 ? "  " : "17");
            AssertAlike(text, required: true);
            AssertAlike(text.Replace("0.", " .", StringComparison.Ordinal), required: false);
        }
    }

    [Theory]
    [InlineData("              ", false)]
    [InlineData("         0.000", true)]
    [InlineData("        -0.000", true)]
    [InlineData("          .123", true)]
    [InlineData("         -.123", true)]
    [InlineData("9999999999.999", true)]
    [InlineData("-999999999.999", true)]
    [InlineData("    12 45.1234", false)]
    [InlineData("    12 345.123", false)]
    [InlineData("   - 12345.123", false)]
    [InlineData("   --12345.123", false)]
    [InlineData("   12-3456.123", false)]
    [InlineData("   1234567.12 ", false)]
    [InlineData("   1234567 123", false)]
    [InlineData("   12345x7.123", false)]
    [InlineData("   1234567.1-3", false)]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0", false)]
    [InlineData("   1.234567E03", false)]
    public void What_is_no_such_number_is_left_to_the_slow_parser(string text, bool expected) => AssertAlike(text + "  ", expected);

    [Fact]
    public void Random_bytes_are_never_a_number_that_the_slow_parser_refuses()
    {
        Random random = new(2);
        const string alphabet = "0123456789..-- x";
        for (int i = 0; i < 200_000; i++)
        {
            char[] text = [.. Enumerable.Range(0, 16).Select(_ => alphabet[random.Next(alphabet.Length)])];
            text[10] = '.';
            AssertAlike(new string(text), required: false);
        }
    }

    private static void AssertAlike(string text, bool required)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        bool fast = ObservationField.TryNumber(ref bytes[0], out long thousandths);
        Assert.True(fast || !required, text);
        if (fast)
        {
            Assert.True(FixedField.TryDouble(bytes.AsSpan(0, 14), out double slow), text);
            Assert.Equal(slow, thousandths / 1000.0);
        }
    }
}
