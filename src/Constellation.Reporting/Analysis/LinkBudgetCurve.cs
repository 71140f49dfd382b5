namespace Constellation.Reporting;

/// <summary>Link budgets of one kind of link, gathered as they come: extremes of all, and of C/N0 by range.</summary>
public sealed class LinkBudgetCurve(string name)
{
    /// <summary>Width of a class of ranges, m.</summary>
    public const double Bin = 500e3;

    private readonly SortedDictionary<int, (double Least, double Most)> _bins = [];

    public string Name => name;

    public long Count { get; private set; }

    public long Locked { get; private set; }

    public double Shortest { get; private set; } = double.PositiveInfinity;

    public double Longest { get; private set; } = double.NegativeInfinity;

    public double LeastCarrierToNoise { get; private set; } = double.PositiveInfinity;

    public double MostCarrierToNoise { get; private set; } = double.NegativeInfinity;

    public double LeastCodeNoise { get; private set; } = double.PositiveInfinity;

    public double MostCodeNoise { get; private set; } = double.NegativeInfinity;

    public double LeastCarrierNoise { get; private set; } = double.PositiveInfinity;

    public double MostCarrierNoise { get; private set; } = double.NegativeInfinity;

    public double LeastMargin { get; private set; } = double.PositiveInfinity;

    /// <summary>Runs of neighbouring classes, each a list of range (m, middle of the class), least and most C/N0 (dB-Hz), ascending.</summary>
    public IReadOnlyList<IReadOnlyList<(double Range, double Least, double Most)>> Runs()
    {
        List<IReadOnlyList<(double, double, double)>> runs = [];
        List<(double, double, double)> run = [];
        int last = int.MinValue;
        foreach ((int bin, (double least, double most)) in _bins)
        {
            if (bin - 1 != last)
            {
                runs.Add(run = []);
            }

            run.Add(((bin + 0.5) * Bin, least, most));
            last = bin;
        }

        return runs;
    }

    /// <param name="range">m.</param>
    /// <param name="carrierToNoise">dB-Hz.</param>
    /// <param name="codeNoise">m.</param>
    /// <param name="carrierNoise">m.</param>
    /// <param name="margin">dB; below zero the link is not locked.</param>
    public void Add(double range, double carrierToNoise, double codeNoise, double carrierNoise, double margin)
    {
        Count++;
        Locked += margin >= 0 ? 1 : 0;
        (Shortest, Longest) = (Math.Min(Shortest, range), Math.Max(Longest, range));
        (LeastCarrierToNoise, MostCarrierToNoise) = (Math.Min(LeastCarrierToNoise, carrierToNoise), Math.Max(MostCarrierToNoise, carrierToNoise));
        (LeastCodeNoise, MostCodeNoise) = (Math.Min(LeastCodeNoise, codeNoise), Math.Max(MostCodeNoise, codeNoise));
        (LeastCarrierNoise, MostCarrierNoise) = (Math.Min(LeastCarrierNoise, carrierNoise), Math.Max(MostCarrierNoise, carrierNoise));
        LeastMargin = Math.Min(LeastMargin, margin);
        int bin = (int)Math.Floor(range / Bin);
        (double least, double most) = _bins.GetValueOrDefault(bin, (carrierToNoise, carrierToNoise));
        _bins[bin] = (Math.Min(least, carrierToNoise), Math.Max(most, carrierToNoise));
    }
}
