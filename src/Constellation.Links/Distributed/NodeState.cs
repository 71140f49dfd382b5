namespace Constellation.Links;

/// <summary>What one node knows of its own unknowns of one group: orbit and delay sum, or clock and delay difference.</summary>
/// <remarks>
/// The error is the sum of two parts [Julier01]: one that may be correlated with anything another node has, and one that nobody else can know of, the
/// process noise since the last exchange.
/// </remarks>
internal sealed class NodeState
{
    private readonly IReadOnlyList<(int Place, TransitionBlock Block)> _blocks;

    /// <param name="blocks">What the node's unknowns move by, with their places in the common state vector.</param>
    /// <param name="sigma">First sigmas of the common state vector.</param>
    public NodeState(IReadOnlyList<(int Place, TransitionBlock Block)> blocks, ReadOnlySpan<double> sigma)
    {
        _blocks = blocks;
        Places = [.. blocks.SelectMany(b => Enumerable.Range(b.Place, b.Block.Size))];
        (Dependent, Independent) = (new double[Size * Size], new double[Size * Size]);
        for (int i = 0; i < Size; i++)
        {
            // Nobody has spoken yet: errors of predictions and of calibration are each node's own.
            Independent[(i * Size) + i] = sigma[Places[i]] * sigma[Places[i]];
        }
    }

    /// <summary>Where the unknowns stand in the common state vector.</summary>
    public int[] Places { get; }

    public int Size => Places.Length;

    /// <summary>Covariance of the error that others may share.</summary>
    public double[] Dependent { get; }

    /// <summary>Covariance of the error that is this node's alone.</summary>
    public double[] Independent { get; }

    public double Covariance(int i, int j) => Dependent[(i * Size) + j] + Independent[(i * Size) + j];

    public void Propagate()
    {
        int at = 0;
        foreach ((_, TransitionBlock block) in _blocks)
        {
            SmallMatrix.Move(Dependent, Size, block, at);
            SmallMatrix.Move(Independent, Size, block, at);
            AddNoise(Independent, block, at);
            at += block.Size;
        }
    }

    /// <summary>The unknowns count from another node's, whose noise they therefore share with all who do so.</summary>
    public void AddShared(IReadOnlyList<TransitionBlock> noise)
    {
        int at = 0;
        foreach (TransitionBlock block in noise)
        {
            AddNoise(Dependent, block, at);
            at += block.Size;
        }
    }

    public void Widen(Widening wider, bool isShared)
    {
        double[] covariance = isShared ? Dependent : Independent;
        int i = Array.IndexOf(Places, wider.Place);
        covariance[i * (Size + 1)] += (wider.First * wider.First) + (wider.Shared * wider.Shared);
        if (wider.Next != 0)
        {
            covariance[(i * Size) + i + 1] += wider.Shared * wider.Next;
            covariance[((i + 1) * Size) + i] += wider.Shared * wider.Next;
            covariance[(i + 1) * (Size + 1)] += wider.Next * wider.Next;
        }
    }

    private void AddNoise(double[] covariance, TransitionBlock block, int at)
    {
        for (int i = 0; i < block.Size; i++)
        {
            for (int j = 0; j < block.Size; j++)
            {
                double sum = 0;
                for (int k = 0; k < block.Size; k++)
                {
                    sum += block.NoiseRoot[(i * block.Size) + k] * block.NoiseRoot[(j * block.Size) + k];
                }

                covariance[((at + i) * Size) + at + j] += sum;
            }
        }
    }

    /// <summary>After an exchange all of the error may be known elsewhere.</summary>
    public void Take(ReadOnlySpan<double> covariance)
    {
        covariance.CopyTo(Dependent);
        Array.Clear(Independent);
    }

    /// <summary>After an exchange that taught nothing: others know of its error all the same.</summary>
    public void ShareAll()
    {
        for (int i = 0; i < Dependent.Length; i++)
        {
            Dependent[i] += Independent[i];
        }

        Array.Clear(Independent);
    }

    /// <summary>The part of a row that is this node's; false where it has none.</summary>
    public bool Partials(MeasurementRow row, Span<double> h)
    {
        h.Clear();
        bool any = false;
        foreach ((int index, double partial) in row.Partials)
        {
            int at = Array.IndexOf(Places, index);
            if (at >= 0)
            {
                h[at] += partial;
                any = true;
            }
        }

        return any;
    }
}
