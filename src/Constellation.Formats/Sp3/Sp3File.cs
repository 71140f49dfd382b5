using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Precise orbits and clocks of an SP3 file, or of several merged.</summary>
public sealed record Sp3File
{
    /// <summary>More rows than this between the first and the last epoch of merged files are refused: a year at 5 s.</summary>
    private const long MostRows = 6_400_000;

    /// <summary>A table has a row for every interval: for one epoch it may have so many, and so many more in all (a day in each month at 5 min).</summary>
    private const long RowsPerEpoch = 50, MoreRows = 1000;

    /// <summary><c>a</c>, <c>c</c> or <c>d</c>.</summary>
    public required char Version { get; init; }

    /// <summary>Scale in which the file writes its epochs.</summary>
    public required TimeScale TimeScale { get; init; }

    public required Duration Interval { get; init; }

    /// <summary>Increasing, start + n intervals; an epoch may be missing.</summary>
    public required Epoch[] Epochs { get; init; }

    /// <summary>In the order of the header.</summary>
    public required IReadOnlyList<Sp3Satellite> Satellites { get; init; }

    public string CoordinateSystem { get; init; } = "ITRF";

    public string OrbitType { get; init; } = "FIT";

    public string Agency { get; init; } = "";

    public string DataUsed { get; init; } = "";

    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>The comment by which a simulated file tells that its positions are of antennas, not of centres of mass: the format has no place for it.</summary>
    public const string AntennaNote = "Positions are of the antennas: add no offsets.";

    public bool IsOfAntennas => Comments.Any(c => c.Contains(AntennaNote, StringComparison.Ordinal));

    /// <summary>Whether records had standard deviations or correlations of their own, which are not kept.</summary>
    public bool HasDeviations { get; init; }

    public bool HasMarks => Satellites.Any(s => s.Marks.Any(m => m != Sp3Marks.None));

    public bool HasVelocities => Satellites.Any(s => s.Velocities is not null);

    /// <summary>Whether nearly all rows between the first and the last epoch would be empty: memory for nothing, and a wrong interval rather than gaps.</summary>
    internal static bool IsTooSparse(IReadOnlyList<Epoch> epochs, Duration interval) =>
        epochs.Count > 1 && Duration.FloorDivide(epochs[^1] - epochs[0], interval) > (RowsPerEpoch * epochs.Count) + MoreRows;

    public Sp3Satellite? Find(SatelliteId id) => Satellites.FirstOrDefault(s => s.Id == id);

    /// <summary>The same without marks, as SP3-a has none.</summary>
    public Sp3File WithoutMarks() => this with
    {
        Satellites = [.. Satellites.Select(s => new Sp3Satellite
        {
            Id = s.Id, AccuracyExponent = s.AccuracyExponent, Positions = s.Positions, Clocks = s.Clocks, Marks = new Sp3Marks[s.Marks.Length], Velocities = s.Velocities, ClockRates = s.ClockRates,
        })],
    };

    /// <summary>The satellite's orbit, or null when it is not in the file or has too few positions to interpolate. Nothing is interpolated across a gap or a manoeuvre.</summary>
    public TabulatedOrbit? Orbit(SatelliteId id)
    {
        if (Find(id) is not { } satellite || Epochs.Length == 0)
        {
            return null;
        }

        Vector3d[] rows = satellite.Positions;
        List<int> moved = [];
        long count = Duration.FloorDivide(Epochs[^1] - Epochs[0], Interval) + 1;
        if (count != Epochs.Length)
        {
            rows = new Vector3d[count];
            Array.Fill(rows, new Vector3d(double.NaN, double.NaN, double.NaN));
            for (int i = 0; i < Epochs.Length; i++)
            {
                rows[Duration.FloorDivide(Epochs[i] - Epochs[0], Interval)] = satellite.Positions[i];
            }
        }

        for (int i = 0; i < Epochs.Length; i++)
        {
            if (satellite.Marks[i].HasFlag(Sp3Marks.Maneuver))
            {
                moved.Add((int)Duration.FloorDivide(Epochs[i] - Epochs[0], Interval));
            }
        }

        return TabulatedOrbit.CanInterpolate(rows, moved) ? new TabulatedOrbit(Epochs[0], Interval, rows, moved) : null;
    }

    /// <summary>The satellite's clock, or null when it is not in the file or has no clock there. Lines between rows, none across a missing row or a clock event.</summary>
    public TabulatedClock? Clock(SatelliteId id)
    {
        if (Find(id) is not { } satellite)
        {
            return null;
        }

        int[] rows = [.. Enumerable.Range(0, Epochs.Length).Where(i => !double.IsNaN(satellite.Clocks[i]))];
        return rows.Length == 0
            ? null
            : new TabulatedClock(
                Array.ConvertAll(rows, i => Epochs[i]),
                Array.ConvertAll(rows, i => satellite.Clocks[i]),
                Interval,
                Array.ConvertAll(rows, i => satellite.Marks[i].HasFlag(Sp3Marks.ClockEvent)));
    }

    /// <summary>Several files as one table, so that interpolation runs on across midnight. Where files overlap, the first that has a value gives it.</summary>
    /// <param name="files">Files of one series.</param>
    /// <param name="tell">Told of overlapping epochs (CN3118) and by how much the files differ there, and of files of different frames or products (CN3119).</param>
    /// <exception cref="InputException">CN3026: the files have different intervals or epochs off each other's grid.</exception>
    public static Sp3File Merge(IReadOnlyList<Sp3File> files, Action<Diagnostic>? tell = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Count);
        if (files.Count == 1)
        {
            return files[0];
        }

        Sp3File first = files[0];
        Epoch[] epochs = [.. files.SelectMany(f => f.Epochs).Distinct().Order()];
        foreach (Sp3File file in files)
        {
            Duration shift = file.Epochs.Length == 0 ? Duration.Zero : file.Epochs[0] - epochs[0];
            if (file.Interval != first.Interval || shift != first.Interval * Duration.FloorDivide(shift, first.Interval))
            {
                throw new InputException(Diagnostic.Error(
                    "CN3026", new SourceSpan("SP3 files"), $"intervals of {first.Interval.TotalSeconds:0.###} s and {file.Interval.TotalSeconds:0.###} s, or epochs between each other's, do not make one table", "give files of one series"));
            }
        }

        if (epochs.Length > 0 && (Duration.FloorDivide(epochs[^1] - epochs[0], first.Interval) > MostRows || IsTooSparse(epochs, first.Interval)))
        {
            throw new InputException(Diagnostic.Error("CN3027", new SourceSpan("SP3 files"), "the files lie too far apart to make one table", "give files of consecutive days"));
        }

        if (tell is not null)
        {
            Sp3Overlap.Tell(files, tell);
        }

        Dictionary<Epoch, int> rowOf = epochs.Select((epoch, row) => (epoch, row)).ToDictionary(e => e.epoch, e => e.row);
        bool velocities = files.Any(f => f.HasVelocities);
        SortedDictionary<SatelliteId, Sp3Rows> satellites = [];
        foreach (Sp3File file in files)
        {
            int[] rows = Array.ConvertAll(file.Epochs, e => rowOf[e]);
            foreach (Sp3Satellite satellite in file.Satellites)
            {
                if (!satellites.TryGetValue(satellite.Id, out Sp3Rows? target))
                {
                    satellites.Add(satellite.Id, target = new Sp3Rows(satellite.Id, epochs.Length, velocities) { AccuracyExponent = satellite.AccuracyExponent });
                }

                target.Add(satellite, rows);
            }
        }

        return first with { Epochs = epochs, Satellites = [.. satellites.Values.Select(s => s.ToSatellite(epochs.Length))] };
    }
}
