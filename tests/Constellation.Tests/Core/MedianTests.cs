using Constellation.Core;

namespace Constellation.Tests.Core;

public class MedianTests
{
    [Theory]
    [InlineData(3.0, new double[] { 3 })]
    [InlineData(2.5, new double[] { 4, 1, 2, 3 })]
    [InlineData(2.0, new double[] { 1e9, 2, -1e9 })]
    public void Is_the_middle(double expected, double[] values) => Assert.Equal(expected, Median.Of(values));

    [Fact]
    public void Of_nothing_there_is_none() => Assert.Throws<ArgumentOutOfRangeException>(() => Median.Of([]));
}
