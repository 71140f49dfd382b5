using Constellation.Time;
using Parquet;
using Parquet.Schema;

namespace Constellation.Formats;

/// <summary>A Parquet table read back column by column.</summary>
public sealed class ColumnTable
{
    private readonly Dictionary<string, Array> _columns;

    private ColumnTable(Dictionary<string, Array> columns, int rows)
    {
        _columns = columns;
        Rows = rows;
    }

    public int Rows { get; }

    public IReadOnlyCollection<string> Names => _columns.Keys;

    /// <summary>Whether there is a column of that name and kind.</summary>
    public bool Has(TableColumn column) => _columns.TryGetValue(column.Name, out Array? values) && column.Kind switch
    {
        TableColumnKind.Text => values is string[],
        TableColumnKind.Integer => values is long[],
        TableColumnKind.Real => values is double[],
        _ => values is DateTime[],
    };

    /// <summary>Reads the named columns, or all.</summary>
    public static ColumnTable Read(string path, params string[] names)
    {
        using FileStream stream = File.OpenRead(path);
        ParquetReader reader = ParquetReader.CreateAsync(stream).GetAwaiter().GetResult();
        try
        {
            DataField[] fields = [.. reader.Schema.DataFields.Where(f => names.Length == 0 || names.Contains(f.Name))];
            int rows = reader.RowGroups.Sum(g => checked((int)g.RowCount));
            Dictionary<string, Array> columns = [];
            foreach (DataField field in fields)
            {
                if (field.MaxRepetitionLevel == 0 && ReadColumn(reader, field, rows) is { } values)
                {
                    columns[field.Name] = values;
                }
            }

            return new ColumnTable(columns, rows);
        }
        finally
        {
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    public double[] Real(string name) => (double[])_columns[name];

    public long[] Integer(string name) => (long[])_columns[name];

    public string[] Text(string name) => (string[])_columns[name];

    /// <summary>Epochs of a column such as <c>epoch_gpst</c>, whose name tells the scale.</summary>
    public Epoch[] Epochs(string name)
    {
        TimeScale scale = EpochColumns.ScaleOf(name);
        return Array.ConvertAll((DateTime[])_columns[name], t => Epoch.FromDateTime(t, scale));
    }

    /// <summary>Null for what no table of this program holds: lists, truths, integers or epochs of which some are missing.</summary>
    private static Array? ReadColumn(ParquetReader reader, DataField field, int rows) =>
        // The reader names text by its own buffer type.
        field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>) ? ReadText(reader, field, rows)
        : field.ClrType == typeof(double) ? Values<double>(reader, field, rows, double.NaN)
        : field.ClrType == typeof(float) ? Convert(Values<float>(reader, field, rows, float.NaN), v => (double)v)
        : field.ClrType == typeof(long) ? Values<long>(reader, field, rows, null)
        : field.ClrType == typeof(int) ? Convert(Values<int>(reader, field, rows, null), v => (long)v)
        : field.ClrType == typeof(DateTime) ? Values<DateTime>(reader, field, rows, null)
        : null;

    private static TTo[]? Convert<TFrom, TTo>(TFrom[]? values, Converter<TFrom, TTo> convert) => values is null ? null : Array.ConvertAll(values, convert);

    /// <summary>Values, the given one where there is none; null where some are missing and nothing is given.</summary>
    private static T[]? Values<T>(ParquetReader reader, DataField field, int rows, T? missing)
        where T : struct
    {
        if (!field.IsNullable)
        {
            return ReadValues<T>(reader, field, rows);
        }

        T?[] values = new T?[rows];
        int from = 0;
        for (int g = 0; g < reader.RowGroupCount; g++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(g);
            int count = (int)group.RowCount;
            group.ReadAsync<T>(field, values.AsMemory(from, count)).AsTask().GetAwaiter().GetResult();
            from += count;
        }

        return missing is null && Array.Exists(values, v => v is null) ? null : Array.ConvertAll(values, v => v ?? missing!.Value);
    }

    private static T[] ReadValues<T>(ParquetReader reader, DataField field, int rows)
        where T : struct
    {
        T[] values = new T[rows];
        int from = 0;
        for (int g = 0; g < reader.RowGroupCount; g++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(g);
            int count = (int)group.RowCount;
            group.ReadAsync<T>(field, values.AsMemory(from, count)).AsTask().GetAwaiter().GetResult();
            from += count;
        }

        return values;
    }

    /// <summary>Distinct texts of a column that are kept once; beyond, a column is hardly one of names.</summary>
    private const int MostNames = 65_536;

    private static string[] ReadText(ParquetReader reader, DataField field, int rows)
    {
        if (!field.IsNullable && field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            return ReadNames(ReadValues<ReadOnlyMemory<char>>(reader, field, rows));
        }

        string?[] values = new string?[rows];
        int from = 0;
        for (int g = 0; g < reader.RowGroupCount; g++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(g);
            int count = (int)group.RowCount;
            group.ReadAsync(field, values.AsMemory(from, count)).AsTask().GetAwaiter().GetResult();
            from += count;
        }

        return Array.ConvertAll(values, v => v ?? "");
    }

    /// <summary>Equal texts are one string: a column of names takes no memory a row.</summary>
    private static string[] ReadNames(ReadOnlyMemory<char>[] texts)
    {
        Dictionary<string, string> known = [];
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        string[] names = new string[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            ReadOnlySpan<char> text = texts[i].Span;
            if (!lookup.TryGetValue(text, out string? name))
            {
                name = text.ToString();
                if (known.Count < MostNames)
                {
                    known.Add(name, name);
                }
            }

            names[i] = name;
        }

        return names;
    }
}
