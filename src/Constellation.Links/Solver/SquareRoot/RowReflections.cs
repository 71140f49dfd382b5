using System.Runtime.Intrinsics;
using Constellation.Core;

namespace Constellation.Links;

/// <summary>Makes [S, noise] upper triangular again by reflections from the right, block of rows by block of rows, the last one first.</summary>
/// <remarks>Householder's reflections, nine in compact form I - V T V' [Schreiber89]: rows above are swept once for nine.</remarks>
internal sealed class RowReflections
{
    private const int Most = PanelKernel.Reflections;
    private readonly int _size;
    private readonly int _noise;
    private readonly bool _full;
    private readonly List<(int Start, int Size)> _groups = [];
    private readonly double[][] _rows = new double[Most][];
    private readonly double[][] _reflectors = new double[Most][];
    private readonly double[] _vectors;
    private readonly double[] _triangle = new double[Most * Most];
    private readonly double[] _tau = new double[Most];

    /// <param name="size">Rows, and columns of S.</param>
    /// <param name="blocks">In order, all rows; those of one block are worked on together.</param>
    /// <param name="noise">Columns behind those of S.</param>
    /// <param name="full">Whether rows may have noise in any column; if not, none left of their own.</param>
    public RowReflections(int size, IReadOnlyList<TransitionBlock> blocks, int noise, bool full)
    {
        (_size, _noise, _full) = (size, noise, full);
        int next = 0;
        foreach (TransitionBlock block in blocks)
        {
            if (block.Start != next || block.Size > Most)
            {
                throw new ArgumentException($"a block of {block.Size} unknowns at {block.Start} where one of at most {Most} at {next} should be", nameof(blocks));
            }

            next += block.Size;
            if (_groups.Count > 0 && _groups[^1].Size + block.Size <= Most)
            {
                _groups[^1] = (_groups[^1].Start, _groups[^1].Size + block.Size);
            }
            else
            {
                _groups.Add((block.Start, block.Size));
            }
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(next, size, nameof(blocks));
        for (int k = 0; k < Most; k++)
        {
            (_rows[k], _reflectors[k]) = (new double[noise + Most], new double[noise + Most]);
        }

        _vectors = new double[(noise + Most) * Most];
    }

    /// <param name="matrix">S and noise side by side; what is left of the noise columns is of no use.</param>
    /// <param name="passengers">Rows of any content which take part in the reflections, or null.</param>
    public void Triangularise(RowPanels matrix, RowPanels? passengers)
    {
        for (int g = _groups.Count - 1; g >= 0; g--)
        {
            (int start, int count) = _groups[g];
            int width = count + _noise - Tail(start);
            Take(matrix, start, count);
            Prepare(count, width);
            for (int p = 0; p * RowPanels.Lanes < start; p++)
            {
                Reflect(matrix.Panel(p), start, count);
            }

            for (int p = 0; p < passengers?.Count; p++)
            {
                Reflect(passengers.Panel(p), start, count);
            }

            PutBack(matrix, start, count);
        }
    }

    private int Tail(int start) => _full ? 0 : start;

    private void Reflect(Span<Vector256<double>> panel, int start, int count) =>
        PanelKernel.Reflect(panel.Slice(start, count), panel.Slice(_size + Tail(start), _noise - Tail(start)), _vectors, _triangle);

    private void Take(RowPanels matrix, int start, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Span<double> row = _rows[i];
            for (int c = 0; c < count; c++)
            {
                row[c] = matrix[start + i, start + c];
            }

            for (int c = Tail(start); c < _noise; c++)
            {
                row[count + c - Tail(start)] = matrix[start + i, _size + c];
            }
        }
    }

    /// <summary>Reflections that leave the rows upper triangular, in compact form.</summary>
    private void Prepare(int count, int width)
    {
        Array.Clear(_vectors, 0, width * Most);
        Array.Clear(_triangle);
        for (int k = 0; k < count; k++)
        {
            int i = count - 1 - k;
            Span<double> row = _rows[i].AsSpan(0, width), v = _reflectors[k].AsSpan(0, width);
            row.CopyTo(v);
            v[(i + 1)..count].Clear();          // these columns stay as they are
            double norm = Math.Sqrt(RowKernel.Dot(v, v)), pivot = v[i] > 0 ? -norm : norm;
            v[i] -= pivot;
            double square = RowKernel.Dot(v, v);
            _tau[k] = square > 0 ? 2 / square : 0;
            for (int r = 0; r < i; r++)
            {
                Span<double> above = _rows[r].AsSpan(0, width);
                RowKernel.AddScaled(-_tau[k] * RowKernel.Dot(above, v), v, above);
            }

            row[..(i + 1)].Clear();
            row[i] = pivot;
            Compact(k, width);
        }
    }

    /// <summary>T of k reflections from that of k - 1: T[l, k] = -tau_k sum over m of T[l, m] (v_m v_k).</summary>
    private void Compact(int k, int width)
    {
        ReadOnlySpan<double> v = _reflectors[k].AsSpan(0, width);
        Span<double> products = stackalloc double[Most];
        for (int m = 0; m < k; m++)
        {
            products[m] = RowKernel.Dot(_reflectors[m].AsSpan(0, width), v);
        }

        _triangle[(k * Most) + k] = _tau[k];
        for (int l = 0; l < k; l++)
        {
            double sum = 0;
            for (int m = l; m < k; m++)
            {
                sum += _triangle[(l * Most) + m] * products[m];
            }

            _triangle[(l * Most) + k] = -_tau[k] * sum;
        }

        for (int j = 0; j < width; j++)
        {
            _vectors[(j * Most) + k] = v[j];
        }
    }

    /// <summary>After the sweep, which has also gone over those rows of the block that share a panel with rows above it.</summary>
    private void PutBack(RowPanels matrix, int start, int count)
    {
        for (int i = 0; i < count; i++)
        {
            for (int c = 0; c < count; c++)
            {
                matrix[start + i, start + c] = c < i ? 0 : _rows[i][c];
            }

            for (int c = Tail(start); c < _noise; c++)
            {
                matrix[start + i, _size + c] = 0;
            }
        }
    }
}
