using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>The clocks (as lengths) at every round as the iteration knows them, and what was predicted of them.</summary>
internal sealed class ClockTable
{
    private readonly LinkSystem _system;
    private readonly BatchLayout _layout;
    private readonly IReadOnlyList<BatchSatellite> _satellites;
    private readonly Epoch[] _epochs;
    private readonly double[][] _values;
    private readonly double[][] _rates;
    private readonly bool[][] _known;

    public ClockTable(LinkSystem system, BatchLayout layout, IReadOnlyList<BatchSatellite> satellites, Epoch[] epochs)
    {
        (_system, _layout, _satellites, _epochs) = (system, layout, satellites, epochs);
        _values = new double[epochs.Length][];
        _rates = new double[epochs.Length][];
        _known = new bool[epochs.Length][];
        for (int k = 0; k < epochs.Length; k++)
        {
            (_values[k], _rates[k], _known[k]) = (new double[layout.ClockCount], new double[layout.ClockCount], new bool[layout.ClockCount]);
            for (int i = 0; i < satellites.Count; i++)
            {
                _values[k][i] = Predicted(i, epochs[k]);
                _rates[k][i] = PhysicalConstants.SpeedOfLight * satellites[i].Apriori.ClockState.Frequency;
            }
        }
    }

    public int Count => _epochs.Length;

    public Epoch Epoch(int round) => _epochs[round];

    /// <summary>Values of a round, in the order of <see cref="BatchLayout.Clock"/>.</summary>
    public Span<double> Round(int round) => _values[round];

    /// <summary>Whether any measurement of a round tells a clock.</summary>
    public Span<bool> Known(int round) => _known[round];

    public double Rate(int round, int clock) => _rates[round][clock];

    /// <summary>A node's clock near a round.</summary>
    public LocalClock Near(int round, int node)
    {
        int clock = _layout.Clock(node);
        return clock < 0 ? default : new LocalClock(_values[round][clock], _rates[round][clock], 0);
    }

    /// <summary>Predicted offset of a clock, m; zero for stations.</summary>
    public double Predicted(int clock, Epoch epoch) => clock >= _satellites.Count
        ? 0
        : PhysicalConstants.SpeedOfLight * (_satellites[clock].Apriori.ClockState.Offset
            + (_satellites[clock].Apriori.ClockState.Frequency * (epoch - _layout.Start).TotalSeconds));

    /// <summary>Variance of that, m^2.</summary>
    public double PredictedVariance(int clock, Epoch epoch)
    {
        (double offset, double frequency) = clock >= _satellites.Count
            ? (_system.Equipment.Clock.InitialOffsetSpread, _system.Equipment.Clock.InitialFrequencySpread)
            : (_satellites[clock].Apriori.OffsetSigma ?? _satellites[clock].Apriori.Clock.InitialOffsetSpread,
               _satellites[clock].Apriori.FrequencySigma ?? _satellites[clock].Apriori.Clock.InitialFrequencySpread);
        double grown = frequency * (epoch - _layout.Start).TotalSeconds;
        return Math.Max(PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight * ((offset * offset) + (grown * grown)), 1);
    }

    /// <summary>Rates from the neighbours of each round that are known: what the reduction within a round needs to some 1e-12.</summary>
    public void Differentiate()
    {
        for (int k = 0; k < _epochs.Length; k++)
        {
            for (int i = 0; i < _layout.ClockCount; i++)
            {
                int before = k > 0 && _known[k - 1][i] ? k - 1 : k, after = k + 1 < _epochs.Length && _known[k + 1][i] ? k + 1 : k;
                if (after > before && _known[k][i])
                {
                    _rates[k][i] = (_values[after][i] - _values[before][i]) / (_epochs[after] - _epochs[before]).TotalSeconds;
                }
                else if (k > 0)
                {
                    // A round that tells nothing of a clock must not forget its rate: its measurements would look wrong for ever.
                    _rates[k][i] = _rates[k - 1][i];
                }
            }
        }
    }
}
