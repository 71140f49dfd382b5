namespace Constellation.Links;

/// <summary>What a distance has beyond its linear part while positions are known to kilometres: mean and variance of the second order, so that first rounds
/// do not make the filter surer than they can.</summary>
/// <remarks>
/// With M = (1 - u u') / d and C the covariance of the relative position, a distance is longer than linear by tr(M C) / 2 in the mean, with a variance of
/// tr((M C)^2) / 2 (second-order filter with Gaussian moments). C = (10 km)^2 over d = 40,000 km: 2.5 m and as much sigma; (10 m)^2: 2.5 um, which nobody needs.
/// </remarks>
internal static class RangeCurvature
{
    /// <summary>Below this share of a row's variance it is left away.</summary>
    private const double LeastShare = 0.01;

    /// <param name="rows">Rows of a frame; those of distances are changed where it matters.</param>
    /// <param name="satellites">Nodes below are satellites.</param>
    /// <param name="covariance">Element of the covariance by two places of the state.</param>
    public static void Allow(ReadOnlySpan<MeasurementRow> rows, int satellites, Func<int, int, double> covariance)
    {
        double[] spread = new double[satellites];
        for (int i = 0; i < satellites; i++)
        {
            int o = FilterLayout.Orbit(i);
            spread[i] = covariance(o, o) + covariance(o + 1, o + 1) + covariance(o + 2, o + 2);
        }

        foreach (MeasurementRow row in rows)
        {
            double most = row.Distance > 0 ? (Spread(row.NodeA) + Spread(row.NodeB)) / row.Distance : 0;
            if (most * most > LeastShare * row.Variance)
            {
                row.SecondOrder = SecondOrder(row, satellites, covariance);
                row.Innovation -= row.SecondOrder.Mean;
                row.Variance += row.SecondOrder.Variance;
            }
        }

        double Spread(int node) => node < satellites ? spread[node] : 0;
    }

    private static (double Mean, double Variance) SecondOrder(MeasurementRow row, int satellites, Func<int, int, double> covariance)
    {
        // The first satellite's place comes first in the row: its partials are the direction, whose sign does not matter.
        Span<double> u = [row.Partials[0].Partial, row.Partials[1].Partial, row.Partials[2].Partial];
        int a = FilterLayout.Orbit(Math.Min(row.NodeA, row.NodeB)), other = Math.Max(row.NodeA, row.NodeB), b = other < satellites ? FilterLayout.Orbit(other) : -1;
        Span<double> c = stackalloc double[9], t = stackalloc double[9];
        for (int k = 0; k < 3; k++)
        {
            for (int l = 0; l < 3; l++)
            {
                c[(3 * k) + l] = covariance(a + k, a + l) + (b < 0 ? 0 : covariance(b + k, b + l) - covariance(a + k, b + l) - covariance(b + k, a + l));
            }
        }

        for (int k = 0; k < 3; k++)
        {
            for (int l = 0; l < 3; l++)
            {
                double along = (u[0] * c[l]) + (u[1] * c[3 + l]) + (u[2] * c[6 + l]);
                t[(3 * k) + l] = (c[(3 * k) + l] - (u[k] * along)) / row.Distance;
            }
        }

        double squares = 0;
        for (int k = 0; k < 3; k++)
        {
            for (int l = 0; l < 3; l++)
            {
                squares += t[(3 * k) + l] * t[(3 * l) + k];
            }
        }

        return ((t[0] + t[4] + t[8]) / 2, squares / 2);
    }
}
