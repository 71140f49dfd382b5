using System.Runtime.Intrinsics;

namespace Constellation.Links;

/// <summary>What one frame's update did, apart from the innovations themselves: enough to do the same to another state with the same covariance.</summary>
internal sealed class GainRecord
{
    private const int Updates = PanelKernel.Updates;
    private readonly List<double> _variances = [], _owed = [];
    private readonly List<Vector256<double>> _sums = [];
    private int _rows;
    private int _panels;

    /// <param name="panels">Of the covariance.</param>
    /// <param name="rows">Measurements of the frame.</param>
    public void Begin(int panels, int rows)
    {
        (_panels, _rows) = (panels, rows);
        _variances.Clear();
        _owed.Clear();
        _sums.Clear();
    }

    public void Add(MeasurementBlock block)
    {
        _variances.AddRange(block.Variances);
        _owed.AddRange(block.Owed);
    }

    /// <summary>P h of the eight measurements of the block that was added last, panel after panel.</summary>
    public void Add(ReadOnlySpan<Vector256<double>> sums) => _sums.AddRange(sums);

    /// <summary>Takes in the same measurements of another state, in the same order of operations.</summary>
    /// <param name="rows">Of the other state's frame.</param>
    /// <param name="offset">Index of the covariance's first unknown.</param>
    /// <param name="gate">As it was for the recorded state.</param>
    /// <param name="correction">One for each unknown.</param>
    /// <param name="tally">What became of the measurements.</param>
    /// <returns>Whether there are as many rows and the gate let all of them pass in both; if not, this record says nothing about that state.</returns>
    public bool Apply(ReadOnlySpan<MeasurementRow> rows, int offset, double gate, Span<double> correction, out UpdateTally tally)
    {
        tally = default;
        if (rows.Length != _rows)
        {
            return false;
        }

        Span<double> innovation = stackalloc double[Updates], gain = stackalloc double[Updates];
        ReadOnlySpan<Vector256<double>> sums = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_sums);
        for (int at = 0; at < rows.Length; at += Updates)
        {
            int count = Math.Min(Updates, rows.Length - at);
            for (int k = 0; k < count; k++)
            {
                double value = rows[at + k].Innovation;
                foreach ((int index, double partial) in rows[at + k].Partials)
                {
                    value -= partial * correction[index - offset];
                }

                innovation[k] = value;
            }

            gain.Clear();
            for (int k = 0; k < count; k++)
            {
                double variance = _variances[at + k], ratio = innovation[k] * innovation[k] / variance;
                if (variance == 0 || !(ratio <= gate * gate))
                {
                    return false;
                }

                tally.Used++;
                tally.SumOfSquares += ratio;
                gain[k] = innovation[k] / variance;
                for (int l = k + 1; l < count; l++)
                {
                    innovation[l] -= gain[k] * _owed[(((at / Updates * Updates) + k) * Updates) + l];
                }
            }

            Correct(sums.Slice(at * _panels, Updates * _panels), gain, correction);
        }

        return true;
    }

    private void Correct(ReadOnlySpan<Vector256<double>> sums, ReadOnlySpan<double> gain, Span<double> correction)
    {
        for (int p = 0; p < _panels; p++)
        {
            Vector256<double> moved = default;
            for (int k = 0; k < Updates; k++)
            {
                moved = Vector256.FusedMultiplyAdd(sums[(p * Updates) + k], Vector256.Create(gain[k]), moved);
            }

            for (int lane = 0, i = p * RowPanels.Lanes; lane < RowPanels.Lanes && i < correction.Length; lane++, i++)
            {
                correction[i] += moved[lane];
            }
        }
    }
}
