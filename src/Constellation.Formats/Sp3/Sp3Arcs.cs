using System.Collections.Immutable;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Cuts the table of a series into arcs for a fit, with the positions after each that judge its prediction.</summary>
/// <remarks>
/// Arcs follow each other from the first epoch of the series. An arc holds its first epoch but not its last, which begins the next one; the
/// closing midnight of a series belongs to its last arc. An arc with a manoeuvre is cut there and its longer piece is kept.
/// </remarks>
public sealed class Sp3Arcs
{
    /// <summary>A fit of less than half an arc would pass for one of the whole.</summary>
    private const double LeastCovered = 0.5;

    /// <summary>A prediction is judged where so much of it is given.</summary>
    private const double LeastJudged = 0.8;

    private const int FewestPositions = 20;

    /// <summary>More positions say nothing new of a smooth orbit and take memory, 300 bytes each: then every second, third, ... is taken.</summary>
    private const int MostPositions = 20_000;

    private readonly Sp3File _table;
    private readonly Duration _length, _predict;
    private readonly List<OrbitArc> _arcs = [];
    private readonly List<(SatelliteId Satellite, Epoch Start, string Reason)> _leftOut = [];

    private Sp3Arcs(Sp3File table, Duration length, Duration predict) => (_table, _length, _predict) = (table, length, predict);

    /// <summary>By satellite, then by time.</summary>
    public IReadOnlyList<OrbitArc> Arcs => _arcs;

    /// <summary>Arcs with too few positions, and why.</summary>
    public IReadOnlyList<(SatelliteId Satellite, Epoch Start, string Reason)> LeftOut => _leftOut;

    /// <param name="series">Positions.</param>
    /// <param name="satellites">Which satellites.</param>
    /// <param name="length">Length of an arc.</param>
    /// <param name="predict">Length of the prediction after it; zero for none.</param>
    public static Sp3Arcs Cut(Sp3Series series, SatelliteSelector satellites, Duration length, Duration predict)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(satellites);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, Duration.Zero);
        Sp3Arcs cut = new(series.Table, length, predict);
        foreach (Sp3Satellite satellite in series.Table.Satellites.Where(s => satellites.Accepts(s.Id)).OrderBy(s => s.Id))
        {
            cut.Add(satellite);
        }

        return cut;
    }

    private void Add(Sp3Satellite satellite)
    {
        Epoch[] epochs = _table.Epochs;
        Epoch end = epochs[^1];
        for (Epoch start = epochs[0]; start < end; start += _length)
        {
            Epoch stop = start + _length;
            bool closing = stop >= end;
            int first = Row(start), after = closing ? epochs.Length : Row(stop);
            if (closing && end - start < Part(_length, LeastCovered))
            {
                // The rest behind the last whole arc: no arc was asked for there, unless it is all there is.
                if (start > epochs[0])
                {
                    return;
                }
            }

            Add(satellite, new EpochSpan(start, closing && end < stop ? end : stop), first, after);
        }
    }

    private void Add(Sp3Satellite satellite, EpochSpan span, int first, int after)
    {
        Epoch[] epochs = _table.Epochs;
        List<int> rows = [.. Enumerable.Range(first, after - first).Where(i => !double.IsNaN(satellite.Positions[i].X))];
        if (rows.Count == 0)
        {
            _leftOut.Add((satellite.Id, span.First, "it has no observed position there"));
            return;
        }

        (List<int> piece, string? note, bool whole) = WithoutManoeuvre(satellite, rows, first);
        Duration covered = epochs[piece[^1]] - epochs[piece[0]], least = Part(_length, LeastCovered);
        if (piece.Count < FewestPositions || covered < least)
        {
            string why = $"only {piece.Count} positions over {covered.TotalSeconds / 3600:0.##} h, where at least {FewestPositions} over {least.TotalSeconds / 3600:0.##} h are needed";
            _leftOut.Add((satellite.Id, span.First, note is null ? why : $"{note}: {why}"));
            return;
        }

        int missing = (int)Duration.FloorDivide(covered, _table.Interval) + 1 - piece.Count;
        string? what = note ?? (missing > 0 ? $"{missing} positions missing" : null);
        int every = ((piece.Count - 1) / MostPositions) + 1;
        if (every > 1)
        {
            what = $"{(what is null ? "" : what + "; ")}one of {every} positions used";
            piece = [.. piece.Where((_, i) => i % every == 0)];
        }

        _arcs.Add(new OrbitArc
        {
            Missing = missing,
            IsPiece = note is not null,
            Satellite = satellite.Id,
            Span = span,
            Positions = Positions(satellite, piece),
            After = whole && _predict > Duration.Zero ? After(satellite, span, after) : [],
            Note = what,
        });
    }

    /// <summary>The longest piece between marks of a manoeuvre; whole: it runs to the arc's end.</summary>
    private (List<int> Piece, string? Note, bool Whole) WithoutManoeuvre(Sp3Satellite satellite, List<int> rows, int first)
    {
        // The mark of the arc's first row tells of a manoeuvre before it. A mark may stand on a row without a position.
        int[] marks = [.. Enumerable.Range(first + 1, rows[^1] - first).Where(i => satellite.Marks[i].HasFlag(Sp3Marks.Maneuver))];
        if (marks.Length == 0)
        {
            return (rows, null, true);
        }

        List<int> best = [];
        for (int k = 0; k <= marks.Length; k++)
        {
            int low = k == 0 ? first : marks[k - 1], high = k == marks.Length ? int.MaxValue : marks[k];
            List<int> piece = [.. rows.Where(r => r >= low && r < high)];
            best = piece.Count > best.Count ? piece : best;
        }

        string note = $"manoeuvre marked before {_table.Epochs[marks[0]].ToString(TimeScale.Gpst)}" + (marks.Length > 1 ? $" and {marks.Length - 1} more" : "");
        return (best, note, best[^1] == rows[^1]);
    }

    private ImmutableArray<(Epoch Epoch, Position<Itrf> Position)> After(Sp3Satellite satellite, EpochSpan span, int first)
    {
        Epoch[] epochs = _table.Epochs;
        Epoch stop = span.Last + _predict;
        List<int> rows = [];
        for (int i = first; i < epochs.Length && epochs[i] < stop && !satellite.Marks[i].HasFlag(Sp3Marks.Maneuver); i++)
        {
            if (!double.IsNaN(satellite.Positions[i].X))
            {
                rows.Add(i);
            }
        }

        bool enough = rows.Count >= LeastJudged * _predict.TotalSeconds / _table.Interval.TotalSeconds && rows.Count > 0 && epochs[rows[^1]] >= span.Last + Part(_predict, LeastJudged);
        return enough ? Positions(satellite, rows) : [];
    }

    private ImmutableArray<(Epoch Epoch, Position<Itrf> Position)> Positions(Sp3Satellite satellite, List<int> rows) =>
        [.. rows.Select(i => (_table.Epochs[i], new Position<Itrf>(satellite.Positions[i])))];

    /// <summary>First row at or after an epoch.</summary>
    private int Row(Epoch epoch)
    {
        int found = Array.BinarySearch(_table.Epochs, epoch);
        return found >= 0 ? found : ~found;
    }

    private static Duration Part(Duration whole, double part) => Duration.FromSeconds(part * whole.TotalSeconds);
}
