namespace Constellation.Links;

/// <summary>After a step of one clock (or orbit) most of that satellite's innovations are far out while those of its partners are not: believe it.</summary>
internal sealed class JumpRecovery(FilterModel model, double gate)
{
    private const int LeastRows = 3;
    private readonly int[] _all = new int[model.System.NodeCount * 2];
    private readonly int[] _beyond = new int[model.System.NodeCount * 2];
    private readonly double[] _greatest = new double[model.System.NodeCount * 2];

    /// <summary>Phases (positions) of every satellite with more than half of its rows beyond the gate, and the greatest innovation as the sigma to add to each.</summary>
    /// <param name="rows">Of a frame.</param>
    /// <param name="varianceOf">What the state's uncertainty adds to a row's own variance.</param>
    public IEnumerable<Widening> Search(ReadOnlySpan<MeasurementRow> rows, Func<MeasurementRow, double> varianceOf)
    {
        Array.Clear(_all);
        Array.Clear(_beyond);
        Array.Clear(_greatest);
        bool any = false;
        foreach (MeasurementRow row in rows)
        {
            int kind = row.OfClocks ? 1 : 0;

            // Within the gate of the measurement's own noise it is within any: the covariance is asked in doubt only.
            double square = row.Innovation * row.Innovation / (gate * gate);
            bool isBeyond = square > row.Variance && square > varianceOf(row) + row.Variance;
            any |= isBeyond;
            Count(row.NodeA, kind, row, isBeyond);
            Count(row.NodeB, kind, row, isBeyond);
        }

        return any ? Places() : [];
    }

    private void Count(int node, int kind, MeasurementRow row, bool isBeyond)
    {
        int at = (2 * node) + kind;
        _all[at]++;
        _beyond[at] += isBeyond ? 1 : 0;
        _greatest[at] = Math.Max(_greatest[at], Math.Abs(row.Innovation));
    }

    private IEnumerable<Widening> Places()
    {
        for (int i = 0; i < model.System.Satellites.Count; i++)
        {
            int orbit = 2 * i, clock = orbit + 1;
            if (_beyond[clock] >= LeastRows && 2 * _beyond[clock] > _all[clock])
            {
                yield return new(model.Layout.Clock(i), _greatest[clock]);
            }

            for (int k = 0; k < 3 && _beyond[orbit] >= LeastRows && 2 * _beyond[orbit] > _all[orbit]; k++)
            {
                yield return new(FilterLayout.Orbit(i) + k, _greatest[orbit]);
            }
        }
    }
}
