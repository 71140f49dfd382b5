using System.Runtime.Intrinsics;
using Constellation.Core;

namespace Constellation.Tests.Core;

public sealed class VectorTrigonometryTests
{
    private static readonly Tolerance s_rounding = Tolerance.Of(1.7e-16, "-", "1.5 units of the last place of one, 2^-53 each, stated; one is the platform's own");

    [Theory, InlineData(0.785), InlineData(3.2), InlineData(50), InlineData(1e5)]
    public void Sine_and_cosine_are_those_of_the_platform(double range)
    {
        Random random = new(5);
        for (int i = 0; i < 20_000; i++)
        {
            double a = ((2 * random.NextDouble()) - 1) * range, b = Math.Round(a / (Math.PI / 4)) * (Math.PI / 4);
            (Vector256<double> sin, Vector256<double> cos) = VectorTrigonometry.SinCos(Vector256.Create(a, b, -a, Math.BitIncrement(b)));
            Check.Within(s_rounding, Math.Sin(a), sin[0], $"sin {a:R}");
            Check.Within(s_rounding, Math.Cos(a), cos[0], $"cos {a:R}");
            Check.Within(s_rounding, Math.Sin(b), sin[1], $"sin {b:R}");
            Check.Within(s_rounding, Math.Cos(b), cos[1], $"cos {b:R}");
            Assert.Equal((-sin[0], cos[0]), (sin[2], cos[2]));
            Check.Within(s_rounding, Math.Sin(Math.BitIncrement(b)), sin[3], $"sin {b:R}");
        }
    }

    [Fact]
    public void What_is_no_number_stays_none()
    {
        (Vector256<double> sin, Vector256<double> cos) = VectorTrigonometry.SinCos(Vector256.Create(double.NaN, double.PositiveInfinity, 0, 1));
        Assert.True(double.IsNaN(sin[0]) && double.IsNaN(cos[0]) && double.IsNaN(sin[1]) && double.IsNaN(cos[1]));
        Assert.Equal((0.0, 1.0), (sin[2], cos[2]));
    }
}
