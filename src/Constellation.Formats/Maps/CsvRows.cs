using System.Globalization;
using System.Text;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>A small CSV table of people's own: one header line, <c>#</c> begins a remark, columns in any order, further columns are passed over.</summary>
internal sealed class CsvRows
{
    /// <summary>More rows are not such a table.</summary>
    private const int Most = 2_000_000;

    private readonly DiagnosticBag _bag;
    private readonly string[] _names;
    private string[] _fields = [];
    private int[] _columns = [];

    private CsvRows(DiagnosticBag bag, string[] names) => (_bag, _names) = (bag, names);

    public DiagnosticBag Bag => _bag;

    public int Line { get; private set; }

    public int Count { get; private set; }

    public bool Has(string name) => Array.IndexOf(_names, name) >= 0;

    /// <summary>Calls back for every row.</summary>
    /// <param name="path">The file; gzip is unpacked.</param>
    /// <param name="bag">Takes what is wrong.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="row">Reads the fields of one row.</param>
    /// <returns>Null where the header is wrong; the errors are in the bag.</returns>
    public static CsvRows? Read(string path, DiagnosticBag bag, IReadOnlyList<string> required, Action<CsvRows> row)
    {
        using Stream stream = TextSource.Open(path);
        LineReader reader = new(stream, bag);
        CsvRows? rows = null;
        while (!bag.Full && reader.TryRead(out ReadOnlySpan<byte> bytes))
        {
            string line = Encoding.UTF8.GetString(bytes);
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            if (rows is null)
            {
                string[] names = [.. line.Split(',').Select(n => n.Trim().ToLowerInvariant())];
                if (required.Where(r => !names.Contains(r)).ToArray() is { Length: > 0 } missing)
                {
                    bag.Error("CN4361", reader.LineNumber, 1, $"the header has no column {string.Join(", ", missing.Select(m => $"'{m}'"))}", $"begin the table with a line such as {string.Join(',', required)}");
                    return null;
                }

                rows = new CsvRows(bag, names);
                continue;
            }

            rows.Line = reader.LineNumber;
            rows.Take(line);
            if (rows._fields.Length != rows._names.Length)
            {
                bag.Error("CN4362", reader.LineNumber, 1, $"the line has {rows._fields.Length} fields, the header {rows._names.Length}", "write one value for each column");
            }
            else if (++rows.Count > Most)
            {
                bag.Error("CN4362", reader.LineNumber, 1, $"the table has more than {Most} rows", "take a coarser one");
                break;
            }
            else
            {
                row(rows);
            }
        }

        if (rows is null && !bag.HasErrors)
        {
            bag.Error("CN4361", 1, 1, "the file is empty", $"begin the table with a line such as {string.Join(',', required)}");
        }
        else if (rows is { Count: 0 } && !bag.HasErrors)
        {
            bag.Error("CN4364", rows.Line, 0, "the table has no rows", "add some below the header");
        }

        return rows;
    }

    public string Text(string name) => _fields[Array.IndexOf(_names, name)].Trim();

    /// <summary>A number in a range; an error and NaN otherwise.</summary>
    public double Number(string name, double least, double most)
    {
        string text = Text(name);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most)
        {
            return value;
        }

        Error(name, $"'{text}' is not a value of {name}", string.Create(CultureInfo.InvariantCulture, $"write a number from {least} to {most}"));
        return double.NaN;
    }

    public void Error(string name, string problem, string remedy) => _bag.Error("CN4363", Line, _columns[Array.IndexOf(_names, name)], problem, remedy);

    private void Take(string line)
    {
        _fields = line.Split(',');
        _columns = new int[_fields.Length];
        int column = 1;
        for (int i = 0; i < _fields.Length; i++)
        {
            _columns[i] = column;
            column += _fields[i].Length + 1;
        }
    }
}
