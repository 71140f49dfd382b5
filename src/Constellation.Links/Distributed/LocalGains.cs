using Constellation.Core;

namespace Constellation.Links;

/// <summary>The update of a frame in which every node uses the rows of its own links alone, with the covariance of all of them together.</summary>
/// <remarks>
/// Node i: K_i = (P H_i')_i (H_i P H_i' + R_i)^-1, H_i being the rows it takes part in. All together K is right for no row but known for all, so the covariance of
/// the joint error is (1 - K H) P (1 - K H)' + K R K', here by roots: [(1 - K H) S, K sqrt(R)] made triangular again.
/// </remarks>
internal sealed class LocalGains
{
    private readonly StateGroup _group;
    private readonly IReadOnlyList<int[]> _nodes;
    private RowPanels _wide;
    private RowReflections _reflections;
    private int _capacity;

    /// <param name="group">The unknowns.</param>
    /// <param name="nodes">For every node which of them are its own, counted from the group's first; none where it has none.</param>
    public LocalGains(StateGroup group, IReadOnlyList<int[]> nodes)
    {
        (_group, _nodes) = (group, nodes);
        (_wide, _reflections) = Room(_capacity = 64);
    }

    /// <summary>Turns the root into that of the covariance after the frame.</summary>
    /// <param name="root">S.</param>
    /// <param name="all">Rows of the frame.</param>
    /// <param name="gate">Those beyond this many sigma of the prediction are left out by all.</param>
    /// <param name="correction">Gets what the nodes add to their unknowns.</param>
    public UpdateTally Update(SquareRootCovariance root, IReadOnlyList<MeasurementRow> all, double gate, Span<double> correction)
    {
        int size = _group.Size;
        (List<MeasurementRow> rows, List<double[]> u, UpdateTally tally) = Accept(root, all, gate);
        if (rows.Count > _capacity)
        {
            (_wide, _reflections) = Room(_capacity = rows.Count + 64);
        }

        _wide.Values.Clear();
        double[] line = new double[size];
        for (int n = 0; n < _nodes.Count; n++)
        {
            int[] own = [.. Enumerable.Range(0, rows.Count).Where(r => rows[r].NodeA == n || rows[r].NodeB == n)];
            double[] weight = own.Length > 0 && _nodes[n].Length > 0 ? Weight(own, rows, u) : [];
            foreach (int i in _nodes[n])
            {
                for (int j = 0; j < size; j++)
                {
                    line[j] = root.Root[i, j];
                }

                Span<double> cross = own.Select(r => RowKernel.Dot(line, u[r])).ToArray();
                for (int a = 0; a < own.Length; a++)
                {
                    int row = own[a];
                    double gain = RowKernel.Dot(weight.AsSpan(a * own.Length, own.Length), cross);
                    correction[i] += gain * rows[row].Innovation;
                    RowKernel.AddScaled(-gain, u[row], line);
                    _wide[i, (2 * size) + row] = gain * Math.Sqrt(rows[row].Variance);
                }

                for (int j = 0; j < size; j++)
                {
                    _wide[i, size + j] = line[j];
                }
            }
        }

        _reflections.Triangularise(_wide, null);
        for (int p = 0; p < root.Root.Count; p++)
        {
            _wide.Panel(p)[..size].CopyTo(root.Root.Panel(p));
        }

        return tally;
    }

    private (List<MeasurementRow> Rows, List<double[]> Projections, UpdateTally Tally) Accept(SquareRootCovariance root, IReadOnlyList<MeasurementRow> all, double gate)
    {
        (List<MeasurementRow> rows, List<double[]> projections, UpdateTally tally) = ([], [], default);
        foreach (MeasurementRow row in all)
        {
            double[] u = root.Project(row, _group.Start);
            double square = row.Innovation * row.Innovation / (RowKernel.Dot(u, u) + row.Variance);
            if (square <= gate * gate)
            {
                rows.Add(row);
                projections.Add(u);
                tally.Used++;
                tally.SumOfSquares += square;
            }
            else
            {
                tally.Rejected++;
            }
        }

        return (rows, projections, tally);
    }

    /// <summary>(H P H' + R)^-1 of a node's rows.</summary>
    private static double[] Weight(int[] own, List<MeasurementRow> rows, List<double[]> u)
    {
        int k = own.Length;
        double[] v = new double[k * k], inverse = new double[k * k];
        for (int a = 0; a < k; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                v[(a * k) + b] = v[(b * k) + a] = RowKernel.Dot(u[own[a]], u[own[b]]) + (a == b ? rows[own[a]].Variance : 0);
            }
        }

        SmallMatrix.Invert(v, k, inverse);
        return inverse;
    }

    private (RowPanels Wide, RowReflections Reflections) Room(int rows)
    {
        int noise = _group.Size + rows;
        return (new RowPanels(_group.Size, _group.Size + noise), new RowReflections(_group.Size, _group.Blocks, noise, full: true));
    }
}
