using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>What a run of <c>position</c> tells people: how many epochs, where, how well, by what.</summary>
/// <param name="reference">Where the antenna should be; null if nothing tells.</param>
/// <param name="keepResiduals">Residuals by satellite are wanted.</param>
internal sealed class PositionSummary(Position<Itrf>? reference, bool keepResiduals = false)
{
    /// <summary>A long file keeps every second, fourth, ... residual.</summary>
    private const int MostResiduals = 40_000;

    /// <summary>Steps of the receiver clock by about a whole number of milliseconds count as jumps.</summary>
    private const double Millisecond = 1e-3, JumpTolerance = 2e-5;

    private readonly int[] _byStatus = new int[Enum.GetValues<ReceiverStatus>().Length];
    private readonly Dictionary<(GnssSystem System, SignalPair Signals), int> _signals = [];
    private readonly List<Position<Itrf>> _positions = [];
    private readonly List<(Epoch Time, Position<Itrf>? Position)> _track = [];
    private readonly List<SkyResidual> _residuals = [];
    private long _residualsMet, _residualStride = 1;
    private double _squares;
    private long _satellites;
    private int _faults, _jumps, _setUps, _doubtful;
    private ReceiverFix? _last;

    public int Epochs { get; private set; }

    /// <summary>Epochs of the file that have no row: illegible, or out of order.</summary>
    public int Lost { get; set; }

    public int Of(ReceiverStatus status) => _byStatus[(int)status];

    public IReadOnlyList<Position<Itrf>> Positions => _positions;

    /// <summary>Of all epochs, m.</summary>
    public double ResidualRms => Math.Sqrt(_squares / Math.Max(1, _satellites));

    public void NewSetUp()
    {
        _setUps++;
        _last = null;
    }

    public void Add(in ReceiverFix fix, PreparedEpoch prepared)
    {
        Epochs++;
        _byStatus[(int)fix.Status]++;
        _track.Add((fix.Time, fix.HasPosition ? fix.Position : null));
        if (!fix.HasPosition)
        {
            return;
        }

        if (fix.Status == ReceiverStatus.Inconsistent)
        {
            // Not to be trusted, so it tells nothing of the others.
            _doubtful++;
            return;
        }

        _positions.Add(fix.Position);
        _satellites += fix.Satellites;
        _faults += fix.Faults;
        _squares += double.IsNaN(fix.ResidualRms) ? 0 : fix.ResidualRms * fix.ResidualRms * fix.Satellites;
        foreach (ref PreparedSatellite satellite in prepared.Satellites)
        {
            if (satellite.Rejection == Rejection.None)
            {
                (GnssSystem, SignalPair) key = (satellite.Id.System, satellite.Signals.Signals);
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_signals, key, out _)++;
                if (keepResiduals)
                {
                    Keep(satellite);
                }
            }
        }

        if (_last is { } last && !double.IsNaN(fix.ClockOffset))
        {
            double step = fix.ClockOffset - last.ClockOffset, whole = Math.Round(step / Millisecond) * Millisecond;
            _jumps += whole != 0 && Math.Abs(step - whole) < JumpTolerance ? 1 : 0;
        }

        _last = fix;
    }

    /// <summary>Errors from the reference, or from the mean where there is none; for the figures.</summary>
    /// <param name="name">Whose.</param>
    public PositionErrorSeries Errors(string name)
    {
        Position<Itrf> about = reference ?? (_positions.Count == 0 ? default : Mean());
        TopocentricFrame? frame = _positions.Count == 0 ? null : new(about);
        Vector3d[] local = [.. _track.Select(t => t.Position is { } p && frame is not null ? frame.ToLocal(p - about) : new Vector3d(double.NaN, double.NaN, double.NaN))];
        return new()
        {
            Name = name,
            Epochs = [.. _track.Select(t => t.Time)],
            East = [.. local.Select(v => v.X)],
            North = [.. local.Select(v => v.Y)],
            Up = [.. local.Select(v => v.Z)],
            Reference = reference is null ? "their mean" : "the reference position",
        };
    }

    /// <summary>Residuals by direction, for the figure of the sky.</summary>
    public ResidualSkyPlot Sky(string name) => new(name, _residuals);

    /// <summary>How many epochs ended how.</summary>
    public void Count(TextWriter output)
    {
        output.WriteLine($"position: {Epochs} epochs, {_positions.Count + _doubtful} with a position");
        foreach (ReceiverStatus status in Enum.GetValues<ReceiverStatus>().Where(s => s != ReceiverStatus.Ok && Of(s) > 0))
        {
            output.WriteLine($"  {status.Name(),-20} {Of(status),6}  {status.Meaning()}");
        }

        if (Lost > 0)
        {
            output.WriteLine($"epochs of the file that could not be read or stood out of order: {Lost}; they have no row");
        }
    }

    /// <param name="output">For people.</param>
    /// <param name="use">Systems that gave nothing.</param>
    public void Report(TextWriter output, SystemUse? use)
    {
        Count(output);
        foreach (string line in use?.Lines() ?? [])
        {
            output.WriteLine(line);
        }

        if (_positions.Count == 0)
        {
            return;
        }

        if (_doubtful > 0)
        {
            output.WriteLine($"inconsistent positions have no part in what follows: {_doubtful}");
        }

        Position<Itrf> mean = Mean();
        GeodeticPoint place = Ellipsoid.Wgs84.ToGeodetic(mean);
        output.WriteLine($"mean of the antenna: {mean.X:0.0000} {mean.Y:0.0000} {mean.Z:0.0000} m, {place.LatitudeDeg:0.00000000} {place.LongitudeDeg:0.00000000} deg, {place.Height:0.0000} m");
        Spread(output, mean, "about the mean");
        if (reference is { } expected)
        {
            Spread(output, expected, "from the reference");
        }

        string signals = string.Join(", ", _signals.OrderBy(s => s.Key.System).ThenBy(s => s.Key.Signals.ToString(), StringComparer.Ordinal).Select(s => $"{(char)s.Key.System} {s.Key.Signals} {s.Value}"));
        output.WriteLine($"signals (satellite-epochs): {signals}");
        output.WriteLine($"residuals {ResidualRms:0.000} m rms, {(double)_satellites / _positions.Count:0.0} satellites on average, {_faults} left out as faulty");
        if (_jumps + _setUps > 0)
        {
            output.WriteLine($"receiver clock jumps by milliseconds: {_jumps}; new set-ups of the antenna: {_setUps}");
        }
    }

    private void Keep(in PreparedSatellite satellite)
    {
        if (!double.IsFinite(satellite.Residual) || _residualsMet++ % _residualStride != 0)
        {
            return;
        }

        _residuals.Add(new(satellite.Id.ToString(), satellite.Look.AzimuthDeg, satellite.Look.ElevationDeg, satellite.Residual));
        if (_residuals.Count == MostResiduals)
        {
            for (int i = 0; i < MostResiduals / 2; i++)
            {
                _residuals[i] = _residuals[2 * i];
            }

            _residuals.RemoveRange(MostResiduals / 2, MostResiduals / 2);
            _residualStride *= 2;
        }
    }

    private Position<Itrf> Mean() => new(_positions.Average(p => p.X), _positions.Average(p => p.Y), _positions.Average(p => p.Z));

    private void Spread(TextWriter output, Position<Itrf> about, string of)
    {
        TopocentricFrame frame = new(about);
        Vector3d[] local = [.. _positions.Select(p => frame.ToLocal(p - about))];
        output.WriteLine($"{of}: mean east {local.Average(v => v.X):0.000} north {local.Average(v => v.Y):0.000} up {local.Average(v => v.Z):0.000} m; "
            + $"rms east {Rms(local, v => v.X):0.000} north {Rms(local, v => v.Y):0.000} up {Rms(local, v => v.Z):0.000} m");
    }

    private static double Rms(Vector3d[] errors, Func<Vector3d, double> component) => Math.Sqrt(errors.Average(v => component(v) * component(v)));
}
