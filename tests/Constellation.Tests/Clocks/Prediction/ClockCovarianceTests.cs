using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Tests.Clocks.Prediction;

/// <summary>The generalised covariance against the printed Allan and Hadamard variances of the same model, which another class computes.</summary>
public class ClockCovarianceTests
{
    public static TheoryData<double, double, double, double, double> Levels => new()
    {
        { 1e-22, 0, 0, 0, 0 }, { 0, 1e-22, 0, 0, 0 }, { 0, 0, 1e-24, 0, 0 }, { 0, 0, 0, 1e-30, 0 }, { 0, 0, 0, 0, 1e-36 }, { 1e-22, 1e-22, 1e-24, 1e-30, 1e-36 },
    };

    [Theory, MemberData(nameof(Levels))]
    public void Second_and_third_differences_have_the_printed_variances(double h2, double h1, double h0, double hMinus1, double hMinus2)
    {
        ClockModel model = new("T", "", "") { H2 = h2, H1 = h1, H0 = h0, HMinus1 = hMinus1, HMinus2 = hMinus2, Bandwidth = 0.5 };
        Duration step = Duration.FromSeconds(30);
        double[] table = ClockCovariance.Table(model, step, 400);
        foreach (int m in new[] { 1, 2, 7, 64, 128 })
        {
            double tau = m * 30.0;
            double[] second = new double[(2 * m) + 1], third = new double[(3 * m) + 1];
            (second[0], second[m], second[2 * m]) = (1, -2, 1);
            (third[0], third[m], third[2 * m], third[3 * m]) = (-1, 3, -3, 1);
            Tolerance allan = Tolerance.Of(1e-9 * model.AllanVariance(tau), "1", "differences of t^3 over 128 steps: 1e7 roundings of 1e-16");
            Tolerance hadamard = Tolerance.Of(1e-9 * model.HadamardVariance(tau), "1", "differences of t^3 over 128 steps: 1e7 roundings of 1e-16");
            Check.Within(allan, model.AllanVariance(tau), ClockCovariance.Variance(second, table) / (2 * tau * tau));
            Check.Within(hadamard, model.HadamardVariance(tau), ClockCovariance.Variance(third, table) / (6 * tau * tau));
        }
    }

    /// <summary>Against the integral that defines it, on both sides of the change of series at 16.</summary>
    [Theory, InlineData(0.5), InlineData(2.0), InlineData(15.9), InlineData(16.1), InlineData(60.0)]
    public void Cosine_integral_is_its_integral(double x)
    {
        const int steps = 200_000;
        double step = x / steps, numeric = 0;
        for (int i = 0; i < steps; i++)
        {
            double u = (i + 0.5) * step;
            numeric += step * (1 - Math.Cos(u)) / u;
        }

        Check.Within(Tolerance.Of(1e-5, "1", "asymptotic series cut after x^-8 at 16: 1e-6; midpoint rule 1e-8"), numeric, CosineIntegral.Entire(x));
    }
}
