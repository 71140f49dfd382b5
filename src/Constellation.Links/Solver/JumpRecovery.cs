namespace Constellation.Links;

/// <summary>After a step of one clock (or orbit) most of that satellite's innovations are far out while those of its partners are not: believe it.</summary>
internal static class JumpRecovery
{
    private const int LeastRows = 3;

    /// <summary>Adds the square of the greatest innovation to the phase (position) variance of every satellite with more than half of its rows beyond the gate.</summary>
    public static void Widen(IReadOnlyList<MeasurementRow> rows, CovarianceMatrix p, LinkSystem system, FilterLayout layout, double gate)
    {
        int[,] all = new int[system.NodeCount, 2], beyond = new int[system.NodeCount, 2];
        double[,] greatest = new double[system.NodeCount, 2];
        foreach (MeasurementRow row in rows)
        {
            int kind = row.OfClocks ? 1 : 0;
            bool isBeyond = row.Innovation * row.Innovation > gate * gate * (p.VarianceOf(row.Partials) + row.Variance);
            foreach (int node in (ReadOnlySpan<int>)[row.NodeA, row.NodeB])
            {
                all[node, kind]++;
                beyond[node, kind] += isBeyond ? 1 : 0;
                greatest[node, kind] = Math.Max(greatest[node, kind], Math.Abs(row.Innovation));
            }
        }

        for (int i = 0; i < system.Satellites.Count; i++)
        {
            if (beyond[i, 1] >= LeastRows && 2 * beyond[i, 1] > all[i, 1])
            {
                p[layout.Clock(i), layout.Clock(i)] += greatest[i, 1] * greatest[i, 1];
            }

            for (int k = 0; k < 3 && beyond[i, 0] >= LeastRows && 2 * beyond[i, 0] > all[i, 0]; k++)
            {
                int place = FilterLayout.Orbit(i) + k;
                p[place, place] += greatest[i, 0] * greatest[i, 0];
            }
        }
    }
}
