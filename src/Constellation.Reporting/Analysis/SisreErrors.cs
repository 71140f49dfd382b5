using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Signal-in-space errors of a run, broadcast minus truth: <c>sisre.parquet</c>, and what the figures take from it. Metres.</summary>
public sealed class SisreErrors
{
    /// <summary>Fewer samples give no percentile worth a point.</summary>
    private const int FewestSamples = 5;

    private static readonly double[] s_binWidths = [60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

    private readonly RunIndex _index;
    private readonly HashSet<int> _withValues;
    private readonly double[] _age, _sisre, _orbit, _clock;

    private SisreErrors(RunFolder folder, ColumnTable table)
    {
        Satellites = folder.Manifest.Satellites;
        Groups = new EpochGroups(folder.Epochs.Count);
        _index = RunIndex.Of(folder, RunFolder.SisreFile, table);
        (_age, _sisre, _clock) = (table.Real("age_s"), table.Real("sisre_m"), table.Real("clock_m"));
        _orbit = OrbitPart(folder, table, _index);
        _withValues = [.. Enumerable.Range(0, _sisre.Length).Where(row => !double.IsNaN(_sisre[row])).Select(row => _index.Satellite[row])];
        OldestAge = _age.Where(a => a >= 0).DefaultIfEmpty(double.NaN).Max();
    }

    public IReadOnlyList<RunSatellite> Satellites { get; }

    public IReadOnlyList<string> Classes => OrbitClasses.Of(Satellites);

    /// <summary>No epoch of any satellite has a value.</summary>
    public bool IsEmpty => Array.TrueForAll(_sisre, double.IsNaN);

    internal EpochGroups Groups { get; }

    /// <summary>Whether a satellite has a value at any epoch: one without a clock has none.</summary>
    internal bool HasValues(int satellite) => _withValues.Contains(satellite);

    public static SisreErrors Of(RunFolder folder) =>
        new(folder, folder.Table(RunFolder.SisreFile, RunFolder.SisreColumns));

    /// <summary>Root mean squares of one satellite: all, the orbit's part (with a perfect clock) and the clock's; NaN where it has no value.</summary>
    public (double All, double Orbit, double Clock, double Percentile95) OfSatellite(int satellite)
    {
        RootMeanSquare all = default, orbit = default, clock = default;
        List<double> values = [];
        for (int row = 0; row < _sisre.Length; row++)
        {
            if (_index.Satellite[row] == satellite && !double.IsNaN(_sisre[row]))
            {
                all.Add(_sisre[row]);
                orbit.Add(_orbit[row]);
                clock.Add(_clock[row]);
                values.Add(_sisre[row]);
            }
        }

        return (all.Value, orbit.Value, clock.Value, WeightedStatistics.Percentile([.. values], [], 0.95));
    }

    /// <summary>Root mean square over the satellites of a class, by group of epochs; NaN where none has a value.</summary>
    internal double[] OverTime(string orbitClass)
    {
        RootMeanSquare[] sums = new RootMeanSquare[Groups.Count];
        ForEach(orbitClass, row => sums[Groups.Of(_index.Epoch[row])].Add(_sisre[row]));
        return [.. sums.Select(s => s.Value)];
    }

    /// <summary>The largest of any satellite, by group of epochs.</summary>
    internal double[] Largest()
    {
        double[] largest = new double[Groups.Count];
        Array.Fill(largest, double.NaN);
        for (int row = 0; row < _sisre.Length; row++)
        {
            ref double value = ref largest[Groups.Of(_index.Epoch[row])];
            value = _sisre[row] > value || double.IsNaN(value) ? _sisre[row] : value;
        }

        return largest;
    }

    /// <summary>s; NaN where no age is given.</summary>
    public double OldestAge { get; }

    /// <summary>Width of the bins of age (s): about sixteen over the ages that occur; 0 where no age is given.</summary>
    public double AgeBinWidth
    {
        get
        {
            double oldest = OldestAge;
            int most = Math.Clamp(_age.Length / 40, 1, 16);
            return double.IsNaN(oldest) ? 0
                : s_binWidths.Cast<double?>().FirstOrDefault(w => oldest < w * most) ?? 86_400 * Math.Ceiling((oldest + 1) / (86_400 * most));
        }
    }

    /// <summary>Percentiles by age of data: middle of the bin (s), median and 95th percentile of the satellites of a class.</summary>
    public IReadOnlyList<(double Age, double Median, double Percentile95)> OverAge(string orbitClass)
    {
        double width = AgeBinWidth;
        SortedDictionary<int, List<double>> bins = [];
        if (width > 0)
        {
            ForEach(orbitClass, row =>
            {
                if (_age[row] >= 0 && !double.IsNaN(_sisre[row]))
                {
                    int bin = (int)(_age[row] / width);
                    (bins.TryGetValue(bin, out List<double>? values) ? values : bins[bin] = []).Add(_sisre[row]);
                }
            });
        }

        return
        [
            .. bins.Where(b => b.Value.Count >= FewestSamples).Select(b => (
                (b.Key + 0.5) * width,
                WeightedStatistics.Percentile([.. b.Value], [], 0.5),
                WeightedStatistics.Percentile([.. b.Value], [], 0.95))),
        ];
    }

    /// <summary>Clock errors by age of data: middle of the bin (s), root mean square (m) about each satellite's mean, and their number, of some satellites.</summary>
    internal IReadOnlyList<(double Age, double Rms, int Count)> ClockOverAge(int[] satellites)
    {
        double width = AgeBinWidth;
        double[] varying = SatelliteMeans.Removed(_clock, _index.Satellite, Satellites.Count);
        SortedDictionary<int, (RootMeanSquare Rms, int Count)> bins = [];
        for (int row = 0; width > 0 && row < varying.Length; row++)
        {
            if (_age[row] >= 0 && !double.IsNaN(varying[row]) && satellites.Contains(_index.Satellite[row]))
            {
                int bin = (int)(_age[row] / width);
                (RootMeanSquare rms, int count) = bins.GetValueOrDefault(bin);
                rms.Add(varying[row]);
                bins[bin] = (rms, count + 1);
            }
        }

        return [.. bins.Where(b => b.Value.Count >= FewestSamples).Select(b => ((b.Key + 0.5) * width, b.Value.Rms.Value, b.Value.Count))];
    }

    /// <summary>Root mean squares (m) of some satellites: all, orbit, clock, and clock about each satellite's mean.</summary>
    internal (double All, double Orbit, double Clock, double Varying) Of(int[] satellites)
    {
        double[] varying = SatelliteMeans.Removed(_clock, _index.Satellite, Satellites.Count);
        RootMeanSquare all = default, orbit = default, clock = default, about = default;
        for (int row = 0; row < _sisre.Length; row++)
        {
            if (!double.IsNaN(_sisre[row]) && satellites.Contains(_index.Satellite[row]))
            {
                all.Add(_sisre[row]);
                orbit.Add(_orbit[row]);
                clock.Add(_clock[row]);
                about.Add(varying[row]);
            }
        }

        return (all.Value, orbit.Value, clock.Value, about.Value);
    }

    private void ForEach(string orbitClass, Action<int> row)
    {
        bool[] chosen = [.. Satellites.Select(s => s.OrbitClass == orbitClass)];
        for (int i = 0; i < _sisre.Length; i++)
        {
            if (chosen[_index.Satellite[i]])
            {
                row(i);
            }
        }
    }

    /// <summary>Of each row the error with a perfect clock, m.</summary>
    internal static double[] OrbitPart(RunFolder folder, ColumnTable table, RunIndex index)
    {
        SisreWeights[] weights = [.. folder.Manifest.Satellites.Select(s => SisreWeights.For(SatelliteId.Parse(s.Sat).System, OrbitClasses.Parse(s.OrbitClass)))];
        double[] radial = table.Real("radial_m"), along = table.Real("along_m"), cross = table.Real("cross_m"), orbit = new double[table.Rows];
        for (int row = 0; row < orbit.Length; row++)
        {
            orbit[row] = new SignalInSpaceError(radial[row], along[row], cross[row], 0).OrbitSisre(weights[index.Satellite[row]]);
        }

        return orbit;
    }
}
