using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Signals.Receiver;

public sealed class GaussMarkovTests
{
    /// <summary>Variance and autocorrelation of a long history against sigma^2 exp(-lag / T); deviation of a correlation of n samples with correlation length L is about sqrt(2 L / n).</summary>
    [Fact]
    public void History_has_its_autocorrelation()
    {
        const int n = 200_000;
        const double step = 0.1;
        RandomDraws draws = new(5, 0, EntityId.User(1), NoisePurpose.ReceiverMultipath);
        GaussMarkov process = GaussMarkov.Step(2, step);
        double[] x = new double[n];
        x[0] = 2 * draws.NormalAt(0);
        for (int i = 1; i < n; i++)
        {
            x[i] = process.Next(x[i - 1], draws.NormalAt((ulong)i));
        }

        foreach (int lag in new[] { 0, 5, 10, 20 })
        {
            double sum = 0;
            for (int i = 0; i + lag < n; i++)
            {
                sum += x[i] * x[i + lag];
            }

            Check.Within(Tolerance.Of(4 * 4 * Math.Sqrt(2 / step / n), "m^2", "four deviations of the estimate"), 4 * Math.Exp(-lag * step), sum / (n - lag), $"lag {lag}");
        }
    }

    /// <summary>Two steps are one of twice the length, in law: keep multiplies, variances add.</summary>
    [Fact]
    public void Steps_compose()
    {
        GaussMarkov one = GaussMarkov.Step(3, 0.3), two = GaussMarkov.Step(3, 0.6);
        Assert.Equal(two.Keep, one.Keep * one.Keep, 1e-15);
        Assert.Equal(two.Drive * two.Drive, (one.Drive * one.Drive) + (one.Keep * one.Keep * one.Drive * one.Drive), 1e-12);
    }

    /// <summary>The history of the troposphere is the same process, drawn in the same way.</summary>
    [Fact]
    public void Troposphere_is_one_of_them()
    {
        RandomDraws draws = new(7, 0, EntityId.User(2), NoisePurpose.UserTroposphere);
        double[] zenith = new double[50];
        TroposphereResidual residual = new(0.05, Duration.FromHours(12));
        residual.Fill(draws, Duration.FromMinutes(5), zenith);
        GaussMarkov process = GaussMarkov.Step(0.05, 300.0 / 43200);
        double x = 0.05 * draws.NormalAt(0);
        for (int k = 1; k < zenith.Length; k++)
        {
            x = process.Next(x, draws.NormalAt((ulong)k));
            Assert.Equal(x, zenith[k]);
        }
    }
}
