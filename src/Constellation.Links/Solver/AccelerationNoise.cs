namespace Constellation.Links;

/// <summary>Accelerations that the operator's force model misses: first-order Gauss-Markov in radial, along- and cross-track.</summary>
/// <param name="Radial">m/s^2, one sigma.</param>
/// <param name="Along">m/s^2, one sigma.</param>
/// <param name="Cross">m/s^2, one sigma.</param>
/// <param name="CorrelationTime">s.</param>
public readonly record struct AccelerationNoise(double Radial, double Along, double Cross, double CorrelationTime)
{
    /// <summary>The same sigma in all three directions.</summary>
    public AccelerationNoise(double sigma, double correlationTime)
        : this(sigma, sigma, sigma, correlationTime)
    {
    }

    /// <summary>Covariance per unit variance of (displacement, velocity, acceleration) that an unknown history leaves over a step.</summary>
    /// <remarks>Integral of g g^T 2 / tau over the age s of the noise, g = (tau^2 (s/tau - 1 + e), tau (1 - e), e), e = exp(-s/tau) [Singer70], by
    /// five-point Gauss-Legendre on panels of at most one tau; orbital motion within the step (omega h)^2 / 2 = 1e-3 is left out.</remarks>
    internal (double XX, double XV, double XA, double VV, double VA, double AA) Unit(double step)
    {
        double tau = CorrelationTime;
        int panels = (int)Math.Clamp(Math.Ceiling(step / tau), 1, 256);
        double width = step / panels;
        (double xx, double xv, double xa, double vv, double va, double aa) = (0, 0, 0, 0, 0, 0);
        for (int p = 0; p < panels; p++)
        {
            for (int k = 0; k < s_nodes.Length; k++)
            {
                double s = width * (p + ((1 + s_nodes[k]) / 2)), u = s / tau, e = Math.Exp(-u);
                double v = -tau * (Math.Exp(-u) - 1);
                double x = u < 1e-3 ? s * s / 2 * (1 - (u / 3)) : tau * (s - v);
                double w = s_weights[k] * width / 2 * 2 / tau;
                xx += w * x * x;
                xv += w * x * v;
                xa += w * x * e;
                vv += w * v * v;
                va += w * v * e;
                aa += w * e * e;
            }
        }

        return (xx, xv, xa, vv, va, aa);
    }

    private static readonly double[] s_nodes = [-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664];
    private static readonly double[] s_weights = [0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189];
}
