namespace Constellation.Clocks;

/// <summary>Exact step of a stationary Gauss-Markov process of rate lambda and unit variance, jointly with its integral.</summary>
/// <remarks>z(T) = Decay z + Jump n1, integral = Mean z + IntegralOfJump n1 + IntegralAlone n2 with independent standard normal n1, n2.
/// The 2 x 2 covariance is derived in docs/theory/clocks.md, section 3.</remarks>
internal readonly record struct OrnsteinUhlenbeckStep(double Decay, double Jump, double Mean, double IntegralOfJump, double IntegralAlone)
{
    public static OrnsteinUhlenbeckStep Of(double rate, double step)
    {
        double a = rate * step;
        double fall = -ExpM1(-a);                                  // double.ExpM1 is exp(x) - 1 and loses digits
        double jumpVariance = fall * (2 - fall);                   // 1 - exp(-2a)
        double covariance = fall * fall / rate;
        double integralVariance = SecondDifferenceFactor(a) / (rate * rate);
        double jump = Math.Sqrt(jumpVariance);
        double integralOfJump = jump == 0 ? 0 : covariance / jump;
        double alone = Math.Sqrt(Math.Max(0, integralVariance - (integralOfJump * integralOfJump)));
        return new(1 - fall, jump, fall / rate, integralOfJump, alone);
    }

    /// <summary>2a - 3 + 4 exp(-a) - exp(-2a), without cancellation for small a: variance of the integral (times rate^2), and a^2 times the Allan variance.</summary>
    public static double SecondDifferenceFactor(double a)
    {
        if (a > 1)
        {
            double rho = Math.Exp(-a);
            return (2 * a) - 3 + (4 * rho) - (rho * rho);
        }

        // sum over k >= 3 of (-a)^k (4 - 2^k) / k!; the terms fall below 1e-17 of the first before k = 24 for a <= 1.
        double sum = 0, power = -a * a * a / 6, two = 8;
        for (int k = 3; k < 26; k++)
        {
            sum += power * (4 - two);
            power *= -a / (k + 1);
            two *= 2;
        }

        return sum;
    }

    /// <summary>exp(x) - 1 without cancellation.</summary>
    public static double ExpM1(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return Math.Exp(x) - 1;
        }

        double sum = 0, term = 1;
        for (int k = 1; Math.Abs(term) > 1e-18; k++)
        {
            term *= x / k;
            sum += term;
        }

        return sum;
    }
}
