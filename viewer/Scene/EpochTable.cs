using System.Numerics;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>A table of a run by epoch and subject (satellite, cell of the grid, named user). A column is read when it is first asked for and kept.</summary>
/// <typeparam name="T"><see cref="double"/>, or <see cref="float"/> where a table is large.</typeparam>
internal sealed class EpochTable<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Columns are kept up to so many values, the ones asked for last.</summary>
    private const long MostValues = 1 << 25;

    private readonly RunFolder _folder;
    private readonly string _file;
    private readonly Epoch[] _epochs;

    /// <summary>By row of the table: its place in a column; negative where the subject is not one of ours.</summary>
    private readonly int[] _places;
    private readonly List<(string Name, T[] Values)> _columns = [];
    private readonly Lock _lock = new();

    /// <param name="folder">The run.</param>
    /// <param name="file">The table in it.</param>
    /// <param name="subjects">How many there are.</param>
    /// <param name="columns">Those that tell the subject, comma-separated; read once.</param>
    /// <param name="subjectOf">The subject of a row; negative to leave the row out.</param>
    /// <exception cref="InputException">The file is missing, damaged or lacks a column.</exception>
    public EpochTable(RunFolder folder, string file, int subjects, string columns, Func<ColumnTable, Func<int, int>> subjectOf)
    {
        (_folder, _file, Subjects) = (folder, file, subjects);
        ColumnTable table = folder.Table(file, "epoch_gpst," + columns);
        Epoch[] all = table.Epochs("epoch_gpst");
        _epochs = Sorted(all);
        Func<int, int> subject = subjectOf(table);
        _places = new int[table.Rows];
        for (int row = 0, at = 0; row < _places.Length; row++)
        {
            at = row > 0 && all[row] == all[row - 1] ? at : Array.BinarySearch(_epochs, all[row]);
            int of = subject(row);
            _places[row] = of < 0 ? -1 : checked((at * subjects) + of);
        }
    }

    /// <summary>Ascending, each once.</summary>
    public IReadOnlyList<Epoch> Epochs => _epochs;

    public int Subjects { get; }

    /// <summary>Place of the last epoch at or before this one; -1 before the first.</summary>
    public int Before(Epoch epoch)
    {
        int at = Array.BinarySearch(_epochs, epoch);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>All values of a column, [epoch, subject]; NaN where the table has no row.</summary>
    /// <exception cref="InputException">CN5102 the table has no such column.</exception>
    public T[] Column(string name)
    {
        lock (_lock)
        {
            int kept = _columns.FindIndex(c => c.Name == name);
            (string Name, T[] Values) column = kept >= 0 ? _columns[kept] : (name, Read(name));
            if (kept >= 0)
            {
                _columns.RemoveAt(kept);
            }

            _columns.Add(column);
            while (_columns.Count > 1 && _columns.Sum(c => (long)c.Values.Length) > MostValues)
            {
                _columns.RemoveAt(0);
            }

            return column.Values;
        }
    }

    /// <summary>Every subject's value at the last epoch at or before this one; empty before the first.</summary>
    public ReadOnlySpan<T> At(string column, Epoch epoch) => Before(epoch) is >= 0 and int at ? Column(column).AsSpan(at * Subjects, Subjects) : [];

    /// <summary>One subject's values over the epochs.</summary>
    public T[] Series(string column, int subject)
    {
        T[] values = Column(column), series = new T[_epochs.Length];
        for (int k = 0; k < series.Length; k++)
        {
            series[k] = values[(k * Subjects) + subject];
        }

        return series;
    }

    private T[] Read(string name)
    {
        T[] values = new T[checked(_epochs.Length * Subjects)];
        Array.Fill(values, T.NaN);
        ColumnTable table = Table(name);
        // Counts are whole, the rest real; a status is a text: 1 where it is ok.
        Func<int, T> read;
        if (name == "n_sat")
        {
            long[] counts = table.Integer(name);
            read = row => T.CreateSaturating(counts[row]);
        }
        else if (name == "status")
        {
            string[] texts = table.Text(name);
            read = row => texts[row].Equals("ok", StringComparison.OrdinalIgnoreCase) ? T.One : T.Zero;
        }
        else
        {
            double[] reals = table.Real(name);
            read = row => T.CreateSaturating(reals[row]);
        }

        for (int row = 0; row < _places.Length; row++)
        {
            if (_places[row] >= 0)
            {
                values[_places[row]] = read(row);
            }
        }

        return values;
    }

    private ColumnTable Table(string column)
    {
        ColumnTable table = _folder.Table(_file, column);
        return table.Rows == _places.Length ? table : throw RunFolder.Wrong("CN5101", Path.Combine(_folder.Path, _file), "has changed while it was being shown");
    }

    private static Epoch[] Sorted(Epoch[] all)
    {
        List<Epoch> distinct = [];
        bool ascending = true;
        for (int i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
            {
                ascending &= distinct.Count == 0 || all[i] > distinct[^1];
                distinct.Add(all[i]);
            }
        }

        return ascending ? [.. distinct] : [.. distinct.Distinct().Order()];
    }
}
