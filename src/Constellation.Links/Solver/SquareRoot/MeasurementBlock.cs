using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Links;

/// <summary>Up to eight scalar measurements whose updates are worked out together before they are carried through the whole matrix.</summary>
/// <remarks>
/// P = U diag(d) U'. One measurement h x = z, variance r, turns U and d into [Bierman77] section V.3, u = h U being its row:
/// alpha_j = r + sum of d_k u_k^2 up to j, lambda_j = u_j / alpha_(j-1), d_j := d_j alpha_(j-1) / alpha_j; then in every row, b from zero,
/// (U_ij, b_i) := (U_ij - lambda_j b_i, b_i + d_j u_j U_ij). What is done to a row of U is linear in it, so the rows h U of the measurements
/// still to come are carried along here, and the matrix is swept once for all. The last b of such a row is h P h', what its innovation owes to
/// the measurement before it.
/// </remarks>
internal sealed class MeasurementBlock(int size)
{
    private readonly double[] _virtual = new double[size * PanelKernel.Updates];
    private readonly double[] _scale = new double[size];
    private readonly double[] _innovation = new double[PanelKernel.Updates];
    private readonly double[] _gain = new double[PanelKernel.Updates];
    private int _count;

    /// <summary>d: squares by which the columns of U wait to be multiplied.</summary>
    public ReadOnlySpan<double> Scale => _scale;

    /// <summary>For every column (-lambda, d u) of the eight updates: what <see cref="PanelKernel.Update"/> takes.</summary>
    public double[] Steps { get; } = new double[size * 2 * PanelKernel.Updates];

    /// <summary>First column that any of the updates changes.</summary>
    public int First { get; private set; }

    /// <summary>Innovation over its variance of each update; zero where there is none.</summary>
    public ReadOnlySpan<double> Gains => _gain;

    /// <summary>Variance of each innovation, zero where it is left out.</summary>
    public double[] Variances { get; } = new double[PanelKernel.Updates];

    /// <summary>What innovation l owes to the measurement k before it, at 8 k + l.</summary>
    public double[] Owed { get; } = new double[PanelKernel.Updates * PanelKernel.Updates];

    /// <summary>Before the first block of a frame.</summary>
    public void Begin() => Array.Fill(_scale, 1);

    /// <summary>Takes the rows in, at most eight, with what earlier blocks have already corrected.</summary>
    public void Load(RowPanels u, ReadOnlySpan<MeasurementRow> rows, int offset, ReadOnlySpan<double> correction)
    {
        _count = rows.Length;
        First = size;
        Array.Clear(_virtual);
        for (int k = 0; k < rows.Length; k++)
        {
            double innovation = rows[k].Innovation;
            foreach ((int index, double partial) in rows[k].Partials)
            {
                int row = index - offset;
                innovation -= partial * correction[row];
                ReadOnlySpan<double> values = u.Values.Slice(((row / RowPanels.Lanes) * u.Columns * RowPanels.Lanes) + (row % RowPanels.Lanes));
                for (int j = row; j < size; j++)
                {
                    _virtual[(j * PanelKernel.Updates) + k] += partial * values[j * RowPanels.Lanes];
                }

                First = Math.Min(First, row);
            }

            _innovation[k] = innovation;
        }
    }

    /// <summary>Goes through the measurements; those beyond the gate are left out.</summary>
    public void Decide(ReadOnlySpan<MeasurementRow> rows, double gate, ref UpdateTally tally)
    {
        Array.Clear(Steps);
        Array.Clear(_gain);
        for (int k = 0; k < _count; k++)
        {
            double variance = rows[k].Variance;
            for (int j = First; j < size; j++)
            {
                double u = _virtual[(j * PanelKernel.Updates) + k];
                variance += _scale[j] * u * u;
            }

            double ratio = _innovation[k] * _innovation[k] / variance;
            if (!(ratio <= gate * gate))
            {
                tally.Rejected++;
                Variances[k] = 0;
                continue;
            }

            tally.Used++;
            tally.SumOfSquares += ratio;
            _gain[k] = _innovation[k] / variance;
            Variances[k] = variance;
            FormSteps(k, rows[k].Variance);
            Carry(k);
        }
    }

    private void FormSteps(int k, double alpha)
    {
        for (int j = First; j < size; j++)
        {
            double u = _virtual[(j * PanelKernel.Updates) + k], v = _scale[j] * u, next = alpha + (u * v);
            int at = 2 * ((j * PanelKernel.Updates) + k);
            Steps[at] = -u / alpha;
            Steps[at + 1] = v;
            _scale[j] *= alpha / next;
            alpha = next;
        }
    }

    /// <summary>Carries update <paramref name="k"/> through the rows of the other measurements; those before it are no longer needed.</summary>
    private void Carry(int k)
    {
        Span<Vector256<double>> rows = MemoryMarshal.Cast<double, Vector256<double>>(_virtual.AsSpan());
        Vector256<double> low = default, high = default;
        for (int j = First; j < size; j++)
        {
            int at = 2 * ((j * PanelKernel.Updates) + k);
            Vector256<double> lambda = Vector256.Create(Steps[at]), v = Vector256.Create(Steps[at + 1]), a = rows[2 * j], b = rows[(2 * j) + 1];
            rows[2 * j] = Vector256.FusedMultiplyAdd(low, lambda, a);
            rows[(2 * j) + 1] = Vector256.FusedMultiplyAdd(high, lambda, b);
            low = Vector256.FusedMultiplyAdd(a, v, low);
            high = Vector256.FusedMultiplyAdd(b, v, high);
        }

        for (int l = k + 1; l < _count; l++)
        {
            double owed = l < RowPanels.Lanes ? low[l] : high[l - RowPanels.Lanes];
            Owed[(k * PanelKernel.Updates) + l] = owed;
            _innovation[l] -= _gain[k] * owed;
        }
    }
}
