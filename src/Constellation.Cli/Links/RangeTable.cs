using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>links ranges</c>: ranges between two orbits at the epochs of a table of measured ranges, or of the first orbit.</summary>
internal sealed class RangeTable(Func<Epoch, StateVector?> a, Func<Epoch, StateVector?> b, IReadOnlyList<Epoch> epochs, double[]? measured, IEarthOrientation earth)
{
    public const string Header = "epoch_gpst,range_m,one_way_m,two_way_m,measured_m,residual_m";

    private readonly RangeStatistics _instantaneous = new(), _oneWay = new(), _twoWay = new(), _lightTime = new();
    private long _missing;

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        for (int i = 0; i < epochs.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (a(epochs[i]) is not { } first || b(epochs[i]) is not { } second)
            {
                _missing++;
                continue;
            }

            EarthRotation rotation = earth.At(epochs[i]);
            OrbitRange range = OrbitRange.Between(Celestial(first, rotation), Celestial(second, rotation));
            double value = measured?[i] ?? double.NaN;
            writer.Epoch(epochs[i]).Real(range.Instantaneous).Real(range.OneWay).Real(range.TwoWay).Real(value).Real(range.Instantaneous - value).EndRow();
            _lightTime.Add(range.OneWay - range.Instantaneous);
            if (measured is not null)
            {
                _instantaneous.Add(range.Instantaneous - value);
                _oneWay.Add(range.OneWay - value);
                _twoWay.Add(range.TwoWay - value);
            }
        }

        if (_lightTime.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN4042", new SourceSpan("links ranges"), $"none of {epochs.Count} epochs, {epochs[0].ToString(TimeScale.Gpst)} to {epochs[^1].ToString(TimeScale.Gpst)}, is covered by both orbits", "give files of the same time; --scale tells the scale of date and time columns"));
        }
    }

    public void Report(TextWriter people, IReadOnlyList<EpochSpan> gaps)
    {
        people.WriteLine($"links: {_lightTime.Count} ranges; light time changes a one-way range by {_lightTime.Least:0.000} to {_lightTime.Greatest:0.000} m");
        if (gaps.Count > 0)
        {
            people.WriteLine($"links: {gaps.Count} gaps between measured ranges, the longest {gaps.Max(g => (g.Last - g.First).TotalSeconds):0.###} s from {gaps.MaxBy(g => g.Last - g.First).First.ToString(TimeScale.Gpst)}");
        }

        if (_missing > 0)
        {
            people.WriteLine($"links: warning CN4043: {_missing} epochs are not covered by both orbits; they are left out");
        }

        if (_instantaneous.Count == 0)
        {
            return;
        }

        people.WriteLine($"  {"orbits less measured, m",-30}{"mean",12}{"std",12}{"min",12}{"max",12}");
        foreach ((string name, RangeStatistics s) in new[] { ("distance at the epoch", _instantaneous), ("one way, with light time", _oneWay), ("both ways, with light time", _twoWay) })
        {
            people.WriteLine($"  {name,-30}{s.Mean,12:0.00000}{s.Deviation,12:0.00000}{s.Least,12:0.00000}{s.Greatest,12:0.00000}");
        }
    }

    private static StateVector Celestial(in StateVector state, EarthRotation rotation) => state.Frame == ReferenceFrame.Itrf ? rotation.ToGcrf(state) : state;
}
