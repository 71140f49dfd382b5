using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Exact step of a <see cref="FlickerBank"/>: decay of the poles, what they add to the integral, and the joint covariance of what is new as few loads.</summary>
/// <remarks>Over a step T the poles gain c_j int exp(-beta_j s) dW and the integral gains int [Direct + sum c_j (1 - exp(-beta_j s)) / beta_j] dW. These functions of s
/// are orthogonalised (pivoted Gram-Schmidt on Gauss-Legendre nodes) until less than 1e-8 of every variance is left: "exact" means that.</remarks>
internal sealed class FlickerStep
{
    private const int NodesPerPanel = 10;
    private static readonly (double[] At, double[] Weight) Gauss = GaussLegendre.Rule(NodesPerPanel);

    private FlickerStep(FlickerBank bank, double step, double span)
    {
        int rows = FlickerBank.PoleCount + 1;
        (double[] s, double[] root) = Panels(span, bank.Edge);
        double[][] functions = new double[rows][];
        for (int j = 0; j < FlickerBank.PoleCount; j++)
        {
            (double rate, double gain) = (bank.Rates[j], bank.Gains[j]);
            Decay[j] = Math.Exp(-rate * step);
            Mean[j] = FallOverRate(rate, step);
            functions[j] = [.. s.Zip(root, (t, w) => gain * Math.Exp(-rate * t) * w)];
        }

        functions[^1] = [.. s.Zip(root, (t, w) => Response(bank, t) * w)];
        Loads = Covering(functions);
    }

    /// <summary>exp(-beta_j T).</summary>
    public double[] Decay { get; } = new double[FlickerBank.PoleCount];

    /// <summary>(1 - exp(-beta_j T)) / beta_j: what a pole's state adds to the integral.</summary>
    public double[] Mean { get; } = new double[FlickerBank.PoleCount];

    /// <summary>For each deviate of a step what it adds to the poles and, last, to the integral.</summary>
    public double[][] Loads { get; }

    public static FlickerStep Of(FlickerBank bank, double step) => new(bank, step, step);

    /// <summary>Loads that make the stationary state of the poles; the pole at rate 0 starts at 0.</summary>
    public static double[][] Stationary(FlickerBank bank)
    {
        (double[] s, double[] root) = Panels(40 / bank.Rates[^2], bank.Edge);
        double[][] functions = new double[FlickerBank.PoleCount][];
        for (int j = 0; j < functions.Length - 1; j++)
        {
            (double rate, double gain) = (bank.Rates[j], bank.Gains[j]);
            functions[j] = [.. s.Zip(root, (t, w) => gain * Math.Exp(-rate * t) * w)];
        }

        functions[^1] = new double[s.Length];
        return Covering(functions);
    }

    /// <summary>Integral from now on of what dW at <paramref name="t"/> seconds before adds.</summary>
    private static double Response(FlickerBank bank, double t)
    {
        double sum = bank.Direct;
        for (int j = 0; j < FlickerBank.PoleCount; j++)
        {
            sum += bank.Gains[j] * FallOverRate(bank.Rates[j], t);
        }

        return sum;
    }

    private static double FallOverRate(double rate, double t) => rate == 0 ? t : -OrnsteinUhlenbeckStep.ExpM1(-rate * t) / rate;

    /// <summary>Nodes and roots of weights on [0, span], panels a factor of four apart down to a quarter of the fastest time constant.</summary>
    private static (double[] At, double[] Root) Panels(double span, double edge)
    {
        int panels = 1 + (int)Math.Ceiling(Math.Max(0, Math.Log(4 * span * edge) / Math.Log(4)));
        double[] at = new double[panels * NodesPerPanel], root = new double[at.Length];
        double right = span;
        for (int p = 0; p < panels; p++)
        {
            double left = p == panels - 1 ? 0 : right / 4, half = (right - left) / 2;
            for (int i = 0; i < NodesPerPanel; i++)
            {
                at[(p * NodesPerPanel) + i] = left + (half * (1 + Gauss.At[i]));
                root[(p * NodesPerPanel) + i] = Math.Sqrt(half * Gauss.Weight[i]);
            }

            right = left;
        }

        return (at, root);
    }

    private static double[][] Covering(double[][] functions) => Orthogonal.Loads(functions, [.. functions.Select(f => Orthogonal.Dot(f, f))]);
}
