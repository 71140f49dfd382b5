using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of the <c>orbit</c> verb: every epoch, every chosen satellite that has a state then.</summary>
internal sealed class OrbitTable
{
    private static readonly Duration s_sp3Resolution = Duration.FromSeconds(0, 10_000_000_000);

    private readonly EphemerisSource _source;
    private readonly EpochGrid _grid;
    private readonly ReferenceFrame _frame;
    private readonly SatelliteId[] _satellites;
    /// <summary>States of one SP3 file, which is put together in memory: a million take 130 MB.</summary>
    private const long MostSp3States = 5_000_000;

    private long _rows;
    private long _missing;

    public OrbitTable(OrbitSource source, EpochGrid grid, ReferenceFrame frame) =>
        (_source, _grid, _frame, _satellites) = (source.Ephemeris, grid, frame, [.. source.Satellites]);

    /// <summary>The frame of an SP3 file is Earth-fixed.</summary>
    public void RequireItrf()
    {
        if (_frame != ReferenceFrame.Itrf)
        {
            throw new InputException(Diagnostic.Error("CN1005", new SourceSpan("--frame"), "an SP3 file holds Earth-fixed positions only", "leave --frame out, or write csv"));
        }
    }

    /// <summary>Cesium knows Earth-fixed and celestial axes.</summary>
    public void RequireCzmlFrame()
    {
        if (_frame == ReferenceFrame.Teme)
        {
            throw new InputException(Diagnostic.Error("CN1005", new SourceSpan("--frame"), "CZML holds Earth-fixed (itrf) or celestial (gcrf) positions only", "write --frame itrf or --frame gcrf"));
        }
    }

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        for (int i = 0; i < _grid.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            Epoch epoch = _grid[i];
            foreach (SatelliteId id in _satellites)
            {
                if (TryState(id, epoch, out StateVector state, out double clock))
                {
                    writer.Epoch(epoch).Satellite(id).Real(state.Position.X).Real(state.Position.Y).Real(state.Position.Z)
                        .Real(state.Velocity.X).Real(state.Velocity.Y).Real(state.Velocity.Z).Real(clock).EndRow();
                }
            }
        }

        RequireRows();
    }

    public Sp3File ToSp3(CancellationToken cancel)
    {
        if ((long)_grid.Count * _satellites.Length > MostSp3States)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), $"{_grid.Count} epochs of {_satellites.Length} satellites are more than the {MostSp3States} states that an SP3 file may have here", "choose a longer step, a shorter span or fewer satellites, or write csv"));
        }

        if (_grid.Step < s_sp3Resolution)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), "an SP3 file tells epochs to 10 ns", "choose a longer step, or write csv"));
        }

        Epoch[] epochs = [.. Enumerable.Range(0, _grid.Count).Select(i => _grid[i])];
        List<Sp3Satellite> tables = [];
        Vector3d none = new(double.NaN, double.NaN, double.NaN);
        foreach (SatelliteId id in _satellites)
        {
            cancel.ThrowIfCancellationRequested();
            (Vector3d[] positions, Vector3d[] velocities, double[] clocks, double[] rates) = (new Vector3d[epochs.Length], new Vector3d[epochs.Length], new double[epochs.Length], new double[epochs.Length]);
            for (int i = 0; i < epochs.Length; i++)
            {
                bool known = TryState(id, epochs[i], out StateVector state, out clocks[i]);
                (positions[i], velocities[i], rates[i]) = (known ? state.Position : none, known ? state.Velocity : none, double.NaN);
            }

            tables.Add(new Sp3Satellite { Id = id, Positions = positions, Velocities = velocities, Clocks = clocks, ClockRates = rates, Marks = new Sp3Marks[epochs.Length] });
        }

        RequireRows();
        return new Sp3File
        {
            Version = 'd',
            TimeScale = TimeScale.Gpst,
            Interval = _grid.Step,
            Epochs = epochs,
            Satellites = tables,
            Agency = "CNST",
            OrbitType = "INT",
            Comments = ["Written by Constellation from other orbits: interpolated or evaluated,", "not estimated. Clocks without relativistic eccentricity term."],
        };
    }

    /// <summary>The states of each satellite, cut where some are missing.</summary>
    public IReadOnlyList<EphemerisBlock> ToBlocks(CancellationToken cancel)
    {
        if ((long)_grid.Count * _satellites.Length > MostSp3States)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), $"{_grid.Count} epochs of {_satellites.Length} satellites are more than the {MostSp3States} states that one file of this format may have here", "choose a longer step, a shorter span or fewer satellites, or write csv"));
        }

        List<EphemerisBlock> blocks = [];
        foreach (SatelliteId id in _satellites)
        {
            cancel.ThrowIfCancellationRequested();
            BlockCutter cutter = new(id, _frame);
            for (int i = 0; i < _grid.Count; i++)
            {
                if (TryState(id, _grid[i], out StateVector state, out double clock))
                {
                    cutter.Add(_grid[i], state.Position, state.Velocity, clock);
                }
                else
                {
                    cutter.Cut();
                }
            }

            blocks.AddRange(cutter.Finish());
        }

        RequireRows();
        return blocks;
    }

    /// <summary>Says what is missing.</summary>
    public void Report(TextWriter people)
    {
        if (_missing > 0)
        {
            people.WriteLine($"orbit: warning CN4003: {_missing} of {_rows + _missing} states are not there (gap, end of the table, or no valid message then); their rows are left out");
        }
    }

    /// <summary>Nothing at all is an error, and then no file is left behind.</summary>
    private void RequireRows()
    {
        if (_rows == 0)
        {
            throw new InputException(Diagnostic.Error(
                "CN4002", new SourceSpan("orbit"), $"the source has no state of these satellites between {_grid.Start.ToString(TimeScale.Gpst)} and {_grid.Last.ToString(TimeScale.Gpst)}", "choose epochs that it covers"));
        }
    }

    private bool TryState(SatelliteId id, Epoch epoch, out StateVector state, out double clock)
    {
        if (!_source.TryState(id, epoch, out state, out clock))
        {
            _missing++;
            return false;
        }

        state = FrameTurns.To(_frame, state);
        _rows++;
        return true;
    }
}
