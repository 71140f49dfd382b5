using System.Collections.Concurrent;

namespace Constellation.Clocks;

/// <summary>Covariance of flicker phase noise of unit h_1, up to a constant, s^0: that of its <see cref="FlickerBank"/>.</summary>
internal sealed class FlickerPhaseCovariance
{
    private static readonly ConcurrentDictionary<double, FlickerPhaseCovariance> Known = new();
    private readonly double[] _rates, _weights;
    private readonly double _walk;

    private FlickerPhaseCovariance(double bandwidth)
    {
        FlickerBank bank = FlickerBank.ForPhase(bandwidth);
        _rates = bank.Rates[..^1];
        _weights = [.. bank.CovarianceWeights().Select(w => w / (4 * Math.PI))];
        _walk = bank.Gains[^1] * bank.Gains[^1] / (4 * Math.PI);
    }

    public static FlickerPhaseCovariance For(double bandwidth)
    {
        if (Known.Count > 100)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(bandwidth, static b => new FlickerPhaseCovariance(b));
    }

    /// <summary>Covariance at lag <paramref name="t"/> (s), of use in differences only.</summary>
    public double At(double t)
    {
        double sum = -_walk * Math.Abs(t) / 2;
        for (int j = 0; j < _rates.Length; j++)
        {
            sum += _weights[j] * Math.Exp(-_rates[j] * Math.Abs(t));
        }

        return sum;
    }

    /// <summary>Variance of the second difference: 6 R(0) - 8 R(tau) + 2 R(2 tau), without cancellation.</summary>
    public double SecondDifference(double tau)
    {
        double sum = 2 * _walk * tau;
        for (int j = 0; j < _rates.Length; j++)
        {
            double rho = Math.Exp(-_rates[j] * tau);
            sum -= 2 * _weights[j] * OrnsteinUhlenbeckStep.ExpM1(-_rates[j] * tau) * (3 - rho);
        }

        return sum;
    }

    /// <summary>Variance of the third difference: 20 R(0) - 30 R(tau) + 12 R(2 tau) - 2 R(3 tau).</summary>
    public double ThirdDifference(double tau)
    {
        double sum = 6 * _walk * tau;
        for (int j = 0; j < _rates.Length; j++)
        {
            double rho = Math.Exp(-_rates[j] * tau);
            sum -= 2 * _weights[j] * OrnsteinUhlenbeckStep.ExpM1(-_rates[j] * tau) * (10 - (5 * rho) + (rho * rho));
        }

        return sum;
    }
}
