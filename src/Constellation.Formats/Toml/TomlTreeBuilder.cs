using Tomlyn.Syntax;

namespace Constellation.Formats;

/// <summary>Turns Tomlyn's syntax tree into tables whose entries know their place.</summary>
internal static class TomlTreeBuilder
{
    public const int DeepestNesting = 32;

    public static void Build(DocumentSyntax syntax, TomlDocument document)
    {
        Fill(document.Root, syntax.KeyValues, document, document.At, 0);
        foreach (TableSyntaxBase table in syntax.Tables)
        {
            string[] path = PathOf(table.Name!);
            if (IsTooLong(path, document.At(table.Name!.Span), document))
            {
                continue;
            }

            TomlTable? owner = Descend(document.Root, path[..^1], document.At(table.Span));
            TomlTable? target = owner is null ? null : Open(owner, path[^1], table, document);
            if (target is not null)
            {
                Fill(target, table.Items, document, document.At, 0);
            }
        }
    }

    /// <summary>The one value of a document <c>x = value</c>, it and all inside it placed at <paramref name="where"/>: it comes from no line of the file.</summary>
    public static TomlValue ValueOf(DocumentSyntax syntax, string path, TomlDocument document, Core.SourceSpan where) =>
        new(Value(syntax.KeyValues.First().Value!, path, document, _ => where, 0), where, where);

    private static TomlTable? Open(TomlTable owner, string key, TableSyntaxBase table, TomlDocument document)
    {
        Core.SourceSpan where = document.At(table.Name!.Span);
        if (table is TableArraySyntax)
        {
            return owner.AppendTable(key, where);
        }

        return owner.OpenTable(key, where, mayExist: true);
    }

    private static bool IsTooLong(string[] path, Core.SourceSpan where, TomlDocument document)
    {
        if (path.Length > DeepestNesting)
        {
            document.Report("CN2001", where, $"a key of {path.Length} parts", $"at most {DeepestNesting} are read");
        }

        return path.Length > DeepestNesting;
    }

    private static TomlTable? Descend(TomlTable from, IEnumerable<string> keys, Core.SourceSpan where)
    {
        TomlTable? table = from;
        foreach (string key in keys)
        {
            table = table?.OpenTable(key, where, mayExist: true);
        }

        return table;
    }

    private static void Fill(TomlTable table, IEnumerable<KeyValueSyntax> items, TomlDocument document, Func<SourceSpan, Core.SourceSpan> at, int depth)
    {
        foreach (KeyValueSyntax item in items)
        {
            string[] path = PathOf(item.Key!);
            if (IsTooLong(path, at(item.Key!.Span), document))
            {
                continue;
            }

            TomlTable? owner = Descend(table, path[..^1], at(item.Span));
            owner?.Add(path[^1], new TomlValue(Value(item.Value!, owner.Child(path[^1]), document, at, depth), at(item.Value!.Span), at(item.Key!.Span)));
        }
    }

    private static object Value(ValueSyntax value, string path, TomlDocument document, Func<SourceSpan, Core.SourceSpan> at, int depth)
    {
        if (depth > DeepestNesting)
        {
            document.Report("CN2001", at(value.Span), $"'{path}' is nested more than {DeepestNesting} levels deep", "flatten it");
            return "";
        }

        switch (value)
        {
            case StringValueSyntax s:
                return s.Value ?? "";
            case IntegerValueSyntax i:
                return i.Value;
            case FloatValueSyntax f:
                return f.Value;
            case BooleanValueSyntax b:
                return b.Value;
            case ArraySyntax array:
                return array.Items.Select(i => new TomlValue(Value(i.Value!, path, document, at, depth + 1), at(i.Value!.Span), at(i.Value!.Span))).ToList();
            case InlineTableSyntax inline:
                TomlTable table = new(document, path, at(inline.Span));
                Fill(table, inline.Items.Select(i => i.KeyValue!), document, at, depth + 1);
                return table;
            default:
                return value.ToString().Trim();
        }
    }

    private static string[] PathOf(KeySyntax key) =>
        [Name(key.Key!), .. key.DotKeys.Select(d => Name(d.Key!))];

    private static string Name(BareKeyOrStringValueSyntax key) =>
        key is StringValueSyntax s ? s.Value ?? "" : key.ToString().Trim();
}
