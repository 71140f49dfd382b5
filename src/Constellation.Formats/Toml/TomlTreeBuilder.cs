using Tomlyn.Syntax;

namespace Constellation.Formats;

/// <summary>Turns Tomlyn's syntax tree into tables whose entries know their place.</summary>
internal static class TomlTreeBuilder
{
    public const int DeepestNesting = 32;

    public static void Build(DocumentSyntax syntax, TomlDocument document)
    {
        Fill(document.Root, syntax.KeyValues, document, 0);
        foreach (TableSyntaxBase table in syntax.Tables)
        {
            string[] path = PathOf(table.Name!);
            if (IsTooLong(path, table.Name!, document))
            {
                continue;
            }

            TomlTable? owner = Descend(document.Root, path[..^1], table, document);
            TomlTable? target = owner is null ? null : Open(owner, path[^1], table, document);
            if (target is not null)
            {
                Fill(target, table.Items, document, 0);
            }
        }
    }

    /// <summary>The one value of a document <c>x = value</c>, placed at <paramref name="where"/>.</summary>
    public static TomlValue ValueOf(DocumentSyntax syntax, TomlDocument document, Core.SourceSpan where) =>
        new(Value(syntax.KeyValues.First().Value!, "", document, 0), where, where);

    private static TomlTable? Open(TomlTable owner, string key, TableSyntaxBase table, TomlDocument document)
    {
        Core.SourceSpan where = document.At(table.Name!.Span);
        if (table is TableArraySyntax)
        {
            return owner.AppendTable(key, where);
        }

        return owner.OpenTable(key, where, mayExist: true);
    }

    private static bool IsTooLong(string[] path, SyntaxNode node, TomlDocument document)
    {
        if (path.Length > DeepestNesting)
        {
            document.Report("CN2001", document.At(node.Span), $"a key of {path.Length} parts", $"at most {DeepestNesting} are read");
        }

        return path.Length > DeepestNesting;
    }

    private static TomlTable? Descend(TomlTable from, IEnumerable<string> keys, SyntaxNode node, TomlDocument document)
    {
        TomlTable? table = from;
        foreach (string key in keys)
        {
            table = table?.OpenTable(key, document.At(node.Span), mayExist: true);
        }

        return table;
    }

    private static void Fill(TomlTable table, IEnumerable<KeyValueSyntax> items, TomlDocument document, int depth)
    {
        foreach (KeyValueSyntax item in items)
        {
            string[] path = PathOf(item.Key!);
            if (IsTooLong(path, item.Key!, document))
            {
                continue;
            }

            TomlTable? owner = Descend(table, path[..^1], item, document);
            owner?.Add(path[^1], new TomlValue(Value(item.Value!, owner.Child(path[^1]), document, depth), document.At(item.Value!.Span), document.At(item.Key!.Span)));
        }
    }

    private static object Value(ValueSyntax value, string path, TomlDocument document, int depth)
    {
        if (depth > DeepestNesting)
        {
            document.Report("CN2001", document.At(value.Span), $"'{path}' is nested more than {DeepestNesting} levels deep", "flatten it");
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
                return array.Items.Select(i => new TomlValue(Value(i.Value!, path, document, depth + 1), document.At(i.Value!.Span), document.At(i.Value!.Span))).ToList();
            case InlineTableSyntax inline:
                TomlTable table = new(document, path, document.At(inline.Span));
                Fill(table, inline.Items.Select(i => i.KeyValue!), document, depth + 1);
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
