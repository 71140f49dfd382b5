using System.Diagnostics.CodeAnalysis;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>A table of a <see cref="TomlDocument"/>. Each accessor marks its key as known and reports what is wrong with it.</summary>
/// <remarks>After an error an accessor returns a harmless value, so that one pass reports everything; <see cref="TomlDocument.Finish{T}"/> discards the result.</remarks>
public sealed class TomlTable
{
    private readonly TomlDocument _document;
    private readonly Dictionary<string, TomlValue> _entries = [];
    private readonly List<string> _known = [];

    internal TomlTable(TomlDocument document, string path, SourceSpan where)
    {
        _document = document;
        Path = path;
        Where = where;
    }

    /// <summary>Dotted path from the root, empty for the root.</summary>
    public string Path { get; }

    public SourceSpan Where { get; }

    /// <summary>The file that the document was read from.</summary>
    public string FileName => _document.FileName;

    public IReadOnlyCollection<string> Keys => _entries.Keys;

    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>The raw value of a key, marked as read.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out TomlValue? value)
    {
        if (!_known.Contains(key))
        {
            _known.Add(key);
        }

        if (_entries.TryGetValue(key, out value))
        {
            value.Read = true;
            return true;
        }

        return false;
    }

    /// <summary>A string; without <paramref name="fallback"/> the key must be there.</summary>
    public string String(string key, string? fallback = null) => Get(key, "a string", fallback, v => v.Content as string) ?? "";

    /// <summary>A number between the bounds, both included.</summary>
    public double Number(string key, double? fallback = null, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
    {
        double value = Get<double?>(key, "a number", fallback, v => v.Content switch { double d => d, long l => l, _ => null }) ?? min;
        if (!(value >= min && value <= max) && Has(key))
        {
            OutOfRange(key, value, min, max);
        }

        return value;
    }

    public int Integer(string key, int? fallback = null, int min = int.MinValue, int max = int.MaxValue)
    {
        long value = Get<long?>(key, "an integer", fallback, v => v.Content as long?) ?? min;
        if (value < min || value > max)
        {
            OutOfRange(key, value, min, max);
            return min;
        }

        return (int)value;
    }

    /// <summary>A whole number of 64 bits.</summary>
    public long LongInteger(string key, long? fallback = null, long min = long.MinValue, long max = long.MaxValue)
    {
        long value = Get<long?>(key, "an integer", fallback, v => v.Content as long?) ?? min;
        if (value < min || value > max)
        {
            Error("CN2005", PlaceOf(key), $"'{Child(key)}' = {value} is outside {min} to {max}", "choose a value in that range");
            return min;
        }

        return value;
    }

    public bool Boolean(string key, bool? fallback = null) => Get(key, "true or false", fallback, v => v.Content as bool?) ?? false;

    /// <summary>An epoch with its scale, <c>"2024-09-20T00:00:00GPST"</c>.</summary>
    public Epoch Epoch(string key, Epoch? fallback = null)
    {
        if (!TryGet(key, out TomlValue? value))
        {
            return fallback ?? Missing(key, "an epoch", default(Epoch));
        }

        string problem = $"'{Child(key)}' is {value.Kind}, not an epoch";
        if (value.Content is string text && Time.Epoch.TryParse(text, out Epoch epoch, out problem))
        {
            return epoch;
        }

        Error("CN2006", value.Where, problem, "write an ISO date with its time scale in quotes, such as \"2024-09-20T00:00:00GPST\" or \"...Z\" for UTC");
        return fallback ?? default;
    }

    /// <summary>A duration with its unit, <c>"5min"</c>.</summary>
    public Duration Duration(string key, Duration? fallback = null)
    {
        if (!TryGet(key, out TomlValue? value))
        {
            return fallback ?? Missing(key, "a duration", Time.Duration.FromSeconds(1));
        }

        if (value.Content is string text && Time.Duration.TryParse(text, out Duration duration))
        {
            return duration;
        }

        Error("CN2006", value.Where, value.Content is string bad ? $"'{bad}' is not a duration" : $"'{Child(key)}' is {value.Kind}, not a duration", "write a number with its unit in quotes: \"30s\", \"5min\", \"24h\", \"7d\"");
        return fallback ?? Time.Duration.FromSeconds(1);
    }

    /// <summary>One of a list of words.</summary>
    public string Choice(string key, IReadOnlyList<string> words, string? fallback = null)
    {
        string value = String(key, fallback);
        if (Has(key) && !words.Contains(value))
        {
            Error("CN2005", _entries[key].Where, $"'{value}' is not a value of '{Child(key)}'", "known: " + string.Join(", ", words) + Spelling.Hint(value, words));
            return fallback ?? words[0];
        }

        return value;
    }

    public IReadOnlyList<string> Strings(string key, IReadOnlyList<string>? fallback = null) =>
        Get(key, "a list of strings", fallback, v => v.Content is List<TomlValue> list && list.TrueForAll(i => i.Content is string) ? list.ConvertAll(i => (string)i.Content) : null) ?? [];

    /// <summary>A string or a list of strings, each with its place; none where the key is absent.</summary>
    public IReadOnlyList<(string Text, SourceSpan Where)> Words(string key) =>
        Get<IReadOnlyList<(string Text, SourceSpan Where)>>(key, "a string or a list of strings", [], v => v.Content switch
        {
            string text => [(text, v.Where)],
            List<TomlValue> list when list.TrueForAll(i => i.Content is string) => list.ConvertAll(i => ((string)i.Content, i.Where)),
            _ => null,
        }) ?? [];

    public IReadOnlyList<double> Numbers(string key, IReadOnlyList<double>? fallback = null) =>
        Get(key, "a list of numbers", fallback, v => v.Content is List<TomlValue> list && list.TrueForAll(i => i.Content is double or long)
            ? list.ConvertAll(i => i.Content is long l ? l : (double)i.Content)
            : null) ?? [];

    /// <summary>A sub-table, or an empty one where it is absent.</summary>
    public TomlTable Table(string key) =>
        Get(key, "a table", new TomlTable(_document, Child(key), Where), v => v.Content as TomlTable)!;

    /// <summary>The tables of <c>[[key]]</c>, none where it is absent.</summary>
    public IReadOnlyList<TomlTable> Tables(string key) =>
        Get(key, "a list of tables", [], v => v.Content is List<TomlValue> list && list.TrueForAll(i => i.Content is TomlTable) ? list.ConvertAll(i => (TomlTable)i.Content) : null) ?? [];

    /// <summary>Place of a key's value, or of the table where the key is absent.</summary>
    public SourceSpan PlaceOf(string key) => _entries.TryGetValue(key, out TomlValue? value) ? value.Where : Where;

    /// <summary>Whether the value was set from outside the file (<see cref="TomlDocument.Override"/>).</summary>
    public bool IsSetOutside(string key) => _entries.TryGetValue(key, out TomlValue? value) && value.Where.File != _document.FileName;

    /// <summary>Keeps the path of a file that a value names (<see cref="TomlDocument.Files"/>).</summary>
    public void Names(string file) => _document.Names(file);

    /// <summary>Reports an error at a key's value and leaves aside what is inside it.</summary>
    public void Refuse(string key, string code, string problem, string remedy)
    {
        Error(key, code, problem, remedy);
        LeaveAside(key);
    }

    /// <summary>Leaves aside what is inside a value whose error is reported elsewhere.</summary>
    public void LeaveAside(string key)
    {
        if (_entries.TryGetValue(key, out TomlValue? value))
        {
            (value.Read, value.Refused) = (true, true);
        }
    }

    /// <summary>Reports an error of meaning at a key's value.</summary>
    public void Error(string key, string code, string problem, string remedy) => Error(code, PlaceOf(key), problem, remedy);

    /// <summary>Reports an error of meaning at a place inside a value.</summary>
    public void Error(string code, SourceSpan where, string problem, string remedy) => _document.Report(code, where, problem, remedy);

    /// <summary>Dotted path of a key of this table.</summary>
    public string Child(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    internal void Add(string key, TomlValue value)
    {
        if (!_entries.TryAdd(key, value))
        {
            Error("CN2001", value.KeyWhere, $"'{Child(key)}' is given twice", $"the first is in line {_entries[key].KeyWhere.Line}; keep one");
        }
    }

    internal void Replace(string key, TomlValue value) => _entries[key] = value;

    internal TomlTable? OpenTable(string key, SourceSpan where, bool mayExist)
    {
        if (_entries.TryGetValue(key, out TomlValue? existing))
        {
            TomlTable? table = existing.Content as TomlTable ?? (existing.Content as List<TomlValue>)?.LastOrDefault()?.Content as TomlTable;
            if (table is null || !mayExist)
            {
                Error("CN2001", where, $"'{Child(key)}' is {existing.Kind} already", "give it another name");
            }

            return table;
        }

        TomlTable created = new(_document, Child(key), where);
        _entries.Add(key, new TomlValue(created, where, where));
        return created;
    }

    internal TomlTable? AppendTable(string key, SourceSpan where)
    {
        TomlTable created = new(_document, Child(key), where);
        if (!_entries.TryGetValue(key, out TomlValue? existing))
        {
            _entries.Add(key, existing = new TomlValue(new List<TomlValue>(), where, where));
        }

        if (existing.Content is not List<TomlValue> list)
        {
            Error("CN2001", where, $"'{Child(key)}' is {existing.Kind} already", "write [[...]] for each table of a list");
            return null;
        }

        list.Add(new TomlValue(created, where, where));
        return created;
    }

    internal void ReportUnreadKeys()
    {
        foreach ((string key, TomlValue value) in _entries)
        {
            if (_document.IsFull)
            {
                return;
            }

            if (!value.Read)
            {
                string place = Path.Length == 0 ? "at the top level" : $"in '{Path}'";
                Error("CN2002", value.KeyWhere, $"unknown key '{key}' {place}", "known: " + string.Join(", ", _known.Order(StringComparer.Ordinal)) + Spelling.Hint(key, _known));
            }
            else if (value.Refused)
            {
                continue;
            }
            else if (value.Content is TomlTable table)
            {
                table.ReportUnreadKeys();
            }
            else if (value.Content is List<TomlValue> list)
            {
                list.ForEach(i => (i.Content as TomlTable)?.ReportUnreadKeys());
            }
        }
    }

    private T? Get<T>(string key, string expected, T? fallback, Func<TomlValue, T?> convert)
    {
        if (!TryGet(key, out TomlValue? value))
        {
            return fallback is not null ? fallback : Missing(key, expected, fallback);
        }

        T? converted = convert(value);
        if (converted is null)
        {
            value.Refused = true;
            string unit = value.Content is string && expected is "a number" or "an integer" ? " (units are part of the key's name here)" : "";
            Error("CN2003", value.Where, $"'{Child(key)}' is {value.Kind}, not {expected}", $"write {expected}{unit}");
            return fallback;
        }

        return converted;
    }

    private T Missing<T>(string key, string expected, T harmless)
    {
        Error("CN2004", Where, $"'{Child(key)}' is missing", $"add {key} = ... ({expected})");
        return harmless;
    }

    private void OutOfRange(string key, double value, double min, double max) =>
        Error("CN2005", PlaceOf(key), $"'{Child(key)}' = {value} is outside {min} to {max}", "choose a value in that range");
}
