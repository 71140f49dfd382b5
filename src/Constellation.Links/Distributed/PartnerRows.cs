namespace Constellation.Links;

/// <summary>The rows of one frame between a node and one of its partners.</summary>
internal sealed class PartnerRows
{
    private readonly int _own;
    private readonly double[] _partials;    // of the node's unknowns, row after row
    private readonly double[] _dependent;   // what the partner's error adds, if it may be shared
    private readonly double[] _independent; // what it adds if not, and measurement noise
    private readonly double[] _innovations;
    private readonly double[] _inverse;

    public PartnerRows(NodeState own, NodeState partner, IReadOnlyList<MeasurementRow> rows)
    {
        (_own, Count) = (own.Size, rows.Count);
        (_partials, _innovations) = (new double[Count * _own], [.. rows.Select(r => r.Innovation)]);
        (_dependent, _independent, _inverse) = (new double[Count * Count], new double[Count * Count], new double[Count * Count]);
        double[][] theirs = [.. rows.Select(_ => new double[partner.Size])];
        for (int i = 0; i < Count; i++)
        {
            own.Partials(rows[i], _partials.AsSpan(i * _own, _own));
            partner.Partials(rows[i], theirs[i]);
        }

        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Count; j++)
            {
                _dependent[(i * Count) + j] = SmallMatrix.Form(theirs[i], partner.Dependent, theirs[j]);
                _independent[(i * Count) + j] = SmallMatrix.Form(theirs[i], partner.Independent, theirs[j]) + (i == j ? rows[i].Variance : 0);
            }
        }
    }

    public int Count { get; }

    /// <summary>Adds what the rows tell with the partner's shared error raised by 1 / weight: H' V^-1 H and H' V^-1 z.</summary>
    public void AddInformation(double weight, Span<double> information, Span<double> vector)
    {
        double[] v = new double[Count * Count];
        for (int i = 0; i < v.Length; i++)
        {
            v[i] = (_dependent[i] / weight) + _independent[i];
        }

        SmallMatrix.Invert(v, Count, _inverse);
        for (int a = 0; a < Count; a++)
        {
            for (int b = 0; b < Count; b++)
            {
                double w = _inverse[(a * Count) + b];
                ReadOnlySpan<double> ha = _partials.AsSpan(a * _own, _own), hb = _partials.AsSpan(b * _own, _own);
                for (int i = 0; i < _own; i++)
                {
                    vector[i] += ha[i] * w * _innovations[b];
                    for (int j = 0; ha[i] != 0 && j < _own; j++)
                    {
                        information[(i * _own) + j] += ha[i] * w * hb[j];
                    }
                }
            }
        }
    }

    /// <summary>What a greater weight than that of the latest <see cref="AddInformation"/> would save of tr(W P): tr(P W P H' V^-1 D V^-1 H) / weight^2.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="turned">P W P.</param>
    public double Worth(double weight, ReadOnlySpan<double> turned)
    {
        // With U = V^-1 D V^-1 the sum over rows a, b of U_ab h_b (P W P) h_a'.
        double sum = 0;
        for (int a = 0; a < Count; a++)
        {
            for (int b = 0; b < Count; b++)
            {
                double w = SmallMatrix.Form(_inverse.AsSpan(a * Count, Count), _dependent, _inverse.AsSpan(b * Count, Count));
                sum += w * SmallMatrix.Form(_partials.AsSpan(b * _own, _own), turned, _partials.AsSpan(a * _own, _own));
            }
        }

        return sum / (weight * weight);
    }
}
