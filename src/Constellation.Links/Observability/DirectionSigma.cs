using Constellation.Core;

namespace Constellation.Links;

/// <summary>How well measurements tell the amplitude of a direction while every other unknown is free, delays and radiation parameters about their calibrated values.</summary>
internal sealed class DirectionSigma
{
    /// <summary>Of what is known without measurements: keeps the matrix regular, so that a ratio ends at 1e4.</summary>
    private const double Regular = 1e-8;

    private readonly CholeskyFactor _factor;
    private readonly double[] _apriori;

    public DirectionSigma(ObservabilityPoint point, double[] apriori)
    {
        _apriori = apriori;
        SymmetricMatrix normal = point.Normal.Clone();
        HashSet<int> free = [];
        for (int n = 0; n < point.Point.System.NodeCount; n++)
        {
            if (!point.Point.System.IsStation(n))
            {
                free.UnionWith(Enumerable.Range(point.Point.Layout.Orbit(n), 6));
            }

            free.UnionWith([point.ClockOffset(n), point.ClockRate(n)]);
        }

        for (int k = 0; k < point.Size; k++)
        {
            normal[k, k] += (free.Contains(k) ? Regular : 1) / (apriori[k] * apriori[k]);
        }

        _factor = CholeskyFactor.Of(normal);
    }

    /// <summary>Sigma over the sigma without measurements: with y the unknowns in units of the latter and e the direction's unit vector, sqrt(var(e' y)).</summary>
    public double OverApriori(double[] direction)
    {
        double norm = Math.Sqrt(direction.Zip(_apriori, (d, s) => d * d / (s * s)).Sum());
        double[] functional = [.. direction.Zip(_apriori, (d, s) => d / (norm * s * s))];
        _factor.SolveLower(functional);
        return Math.Sqrt(RowKernel.Dot(functional, functional));
    }
}
