using Constellation.Core;

namespace Constellation.Links;

/// <summary>How well measurements tell the amplitude of a direction while every other unknown is about what is known of it without them.</summary>
/// <remarks>With everything that was known added, the sigma of the amplitude falls to a share r of what it was; alone, the measurements would leave
/// r / sqrt(1 - r^2) of it. So nothing is inverted that is singular.</remarks>
internal sealed class DirectionSigma
{
    /// <summary>Of each diagonal element: above the rounding of the factor.</summary>
    private const double Rounding = 1e-14;

    private readonly CholeskyFactor _factor;
    private readonly double[] _apriori;

    public DirectionSigma(SymmetricMatrix measured, double[] apriori)
    {
        _apriori = apriori;
        SymmetricMatrix normal = measured.Clone();
        for (int k = 0; k < normal.Size; k++)
        {
            normal[k, k] += (1 / (apriori[k] * apriori[k])) + (Rounding * normal[k, k]);
        }

        _factor = CholeskyFactor.Of(normal);
    }

    /// <summary>Sigma over the sigma without measurements: with y the unknowns in units of the latter and e the direction's unit vector, that of e' y.</summary>
    public double OverApriori(double[] direction)
    {
        double norm = Math.Sqrt(direction.Zip(_apriori, (d, s) => d * d / (s * s)).Sum());
        double[] functional = [.. direction.Zip(_apriori, (d, s) => d / (norm * s * s))];
        _factor.SolveLower(functional);
        double share = RowKernel.Dot(functional, functional);
        return share < 1 ? Math.Sqrt(share / (1 - share)) : double.PositiveInfinity;
    }
}
