using Constellation.Geodesy;
using Xunit.Sdk;

namespace Constellation.Tests;

public class CheckTests
{
    private static readonly Tolerance s_millimetre = Tolerance.Of(1e-3, "m", "stated accuracy");

    [Fact]
    public void Passes_at_the_allowance() => Check.Within(Tolerance.Of(0.5, "m", "exact in binary"), 1.0, 1.5);

    [Theory]
    [InlineData(1.0, 1.0011), InlineData(1.0, 0.9989)]
    [InlineData(1.0, double.NaN), InlineData(double.NaN, 1.0), InlineData(double.NaN, double.NaN)]
    [InlineData(1.0, double.PositiveInfinity), InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Fails_beyond_it_and_on_NaN(double expected, double actual) =>
        Assert.Throws<XunitException>(() => Check.Within(s_millimetre, expected, actual));

    [Fact]
    public void Fails_on_a_vector_with_one_NaN() =>
        Assert.Throws<XunitException>(() => Check.Within(s_millimetre, Vector3d.Zero, new Vector3d(0, double.NaN, 0)));

    [Fact]
    public void Says_everything_that_helps()
    {
        string text = Assert.Throws<XunitException>(() => Check.Within(s_millimetre, 1.0, 1.5, "height")).Message;
        Assert.All(["height", "1 m", "1.5 m", "0.5 m", "0.001 m", "stated accuracy"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }
}
