using System.Collections.Concurrent;

namespace Constellation.Clocks;

/// <summary>What a run of equal steps of a <see cref="FlickerBank"/> needs: for each sample of a block what its deviates add, and what a block leaves open.</summary>
/// <remarks>A step alone has a covariance of rank five and more (<see cref="FlickerStep"/>), but only one or two numbers of it are read: the value and, for frequency noise, what the
/// integral grows by. So a sample draws those alone, given all before it since the block began, and the poles are carried as their conditional mean. That is a Kalman filter from a known
/// state, run without measurements: its innovations are the deviates, their law that of the samples. What is still unknown of the poles is drawn once, where a block ends.</remarks>
internal sealed class FlickerBlock
{
    /// <summary>Samples of a block: the seven or so deviates at its end are then a fifth of one for each.</summary>
    public const int Length = 32;

    private const int MostCached = 1024;

    private static readonly ConcurrentDictionary<(double Edge, bool Direct, double Step), FlickerBlock> Known = new();

    private readonly FlickerStep _step;
    private readonly int _outputs;
    private readonly FlickerSample _first;
    private readonly Lazy<(FlickerSample[] Samples, double[] Gains)> _all;

    private FlickerBlock(FlickerBank bank, double step)
    {
        _step = FlickerStep.Of(bank, step);
        _outputs = bank.IsPhase ? 1 : 2;
        _first = new FlickerSample(_step, _outputs, null);
        _all = new(All);
    }

    /// <summary>exp(-beta_j T).</summary>
    public double[] Decay => _step.Decay;

    /// <summary>(1 - exp(-beta_j T)) / beta_j: what a pole's state adds to the integral.</summary>
    public double[] Mean => _step.Mean;

    /// <summary>Loads on the poles of what is unknown after the samples up to <paramref name="position"/>.</summary>
    public double[][] Open(int position) => (position == 0 ? _first : _all.Value.Samples[position]).Open;

    /// <summary><see cref="FlickerSample.Gains"/> of the next <paramref name="count"/> samples, one after the other.</summary>
    /// <remarks>Uneven steps ask for no other than the first: the rest is then not made.</remarks>
    public ReadOnlySpan<double> Gains(int position, int count) =>
        position == 0 && count == 1 ? _first.Gains : _all.Value.Gains.AsSpan(position * _first.Gains.Length, count * _first.Gains.Length);

    public static FlickerBlock Of(FlickerBank bank, double step)
    {
        if (Known.Count > MostCached)
        {
            Known.Clear();
        }

        return Known.GetOrAdd((bank.Edge, bank.IsPhase, step), static (_, a) => new FlickerBlock(a.bank, a.step), (bank, step));
    }

    private (FlickerSample[] Samples, double[] Gains) All()
    {
        FlickerSample[] samples = new FlickerSample[Length];
        samples[0] = _first;
        for (int k = 1; k < Length; k++)
        {
            samples[k] = new FlickerSample(_step, _outputs, samples[k - 1]);
        }

        return (samples, [.. samples.SelectMany(s => s.Gains)]);
    }
}
