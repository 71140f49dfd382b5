namespace Constellation.Links;

/// <summary>Fuses what a node knows with its measurements to partners whose errors may be correlated with its own in any way.</summary>
/// <remarks>
/// Split covariance intersection [Julier01], [Li13]: for weights w that add to one the joint covariance of all shared errors is at most the block-diagonal one with
/// blocks D_k / w_k, whatever their correlation; parts known to be independent are added as they are. With that bound the optimal linear update is that
/// of least squares, and its covariance P bounds the true one. Weights are chosen to make tr(W P) small, W saying what an error will cost
/// (<see cref="ErrorCost"/>): w_k := w_k sqrt(g_k) / sum, g_k = -d tr(W P) / d w_k (the multiplicative rule of optimal design). Any weights are consistent. With the
/// determinant in place of the trace the frequency is given away for the phase at every exchange, and claims grow without end (tried).
/// </remarks>
internal static class CovarianceIntersection
{
    private const int Rounds = 12;
    private const double LeastWeight = 1e-6;

    /// <param name="own">Its covariance is replaced.</param>
    /// <param name="partners">Their parts as they were before anyone fused.</param>
    /// <param name="cost">W.</param>
    /// <returns>What to add to the node's unknowns.</returns>
    public static double[] Fuse(NodeState own, IReadOnlyList<PartnerRows> partners, ReadOnlySpan<double> cost)
    {
        int n = own.Size;
        double[] weights = new double[partners.Count + 1], worth = new double[partners.Count + 1];
        Array.Fill(weights, 1.0 / weights.Length);
        double[] prior = new double[n * n], inverse = new double[n * n], information = new double[n * n], covariance = new double[n * n], turned = new double[n * n], vector = new double[n];
        for (int i = 0; i < prior.Length; i++)
        {
            prior[i] = own.Dependent[i] + own.Independent[i];
        }

        double alone = SmallMatrix.Trace(prior, cost);
        for (int round = 0; ; round++)
        {
            for (int i = 0; i < prior.Length; i++)
            {
                prior[i] = (own.Dependent[i] / weights[0]) + own.Independent[i];
            }

            SmallMatrix.Invert(prior, n, inverse);
            inverse.CopyTo(information, 0);
            Array.Clear(vector);
            for (int p = 0; p < partners.Count; p++)
            {
                partners[p].AddInformation(weights[p + 1], information, vector);
            }

            SmallMatrix.Invert(information, n, covariance);
            if (round == Rounds)
            {
                break;
            }

            SmallMatrix.Sandwich(covariance, cost, n, turned);
            worth[0] = OwnWorth(own, inverse, turned) / (weights[0] * weights[0]);
            for (int p = 0; p < partners.Count; p++)
            {
                worth[p + 1] = partners[p].Worth(weights[p + 1], turned);
            }

            if (!Reweigh(weights, worth))
            {
                break;
            }
        }

        double[] correction = new double[n];
        if (!(SmallMatrix.Trace(covariance, cost) < alone))
        {
            // The partners know nothing better. They have heard this node, though.
            own.ShareAll();
            return correction;
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                correction[i] += covariance[(i * n) + j] * vector[j];
            }
        }

        own.Take(covariance);
        return correction;
    }

    /// <summary>False where nothing is shared yet, so that weights do not matter.</summary>
    private static bool Reweigh(double[] weights, double[] worth)
    {
        double sum = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            sum += weights[k] * Math.Sqrt(worth[k]);
        }

        if (!(sum > 0))
        {
            return false;
        }

        double total = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] = Math.Max(LeastWeight, weights[k] * Math.Sqrt(worth[k]) / sum);
            total += weights[k];
        }

        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] /= total;
        }

        return true;
    }

    /// <summary>tr(P W P A^-1 D A^-1), A being the raised prior.</summary>
    private static double OwnWorth(NodeState own, double[] inverse, double[] turned)
    {
        int n = own.Size;
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                sum += turned[(i * n) + j] * SmallMatrix.Form(inverse.AsSpan(i * n, n), own.Dependent, inverse.AsSpan(j * n, n));
            }
        }

        return sum;
    }
}
