namespace Constellation.Formats;

/// <summary>A column: name with its unit (<c>range_m</c>) and the kind of its values.</summary>
/// <param name="Name">With the unit of what is not a pure number.</param>
/// <param name="Kind">Of its values.</param>
/// <param name="Optional">Whether integers and texts may be missing (<see cref="TableWriter.Missing"/>); real numbers always may.</param>
public readonly record struct TableColumn(string Name, TableColumnKind Kind, bool Optional = false)
{
    /// <summary>Columns from names: <c>epoch_*</c> are epochs, those in <paramref name="text"/> are text, those in <paramref name="integer"/> integers, the rest real.</summary>
    public static TableColumn[] From(string header, string[]? text = null, string[]? integer = null) =>
        [.. header.Split(',').Select(name => new TableColumn(name, KindOf(name, text ?? [], integer ?? [])))];

    private static TableColumnKind KindOf(string name, string[] text, string[] integer) =>
        text.Contains(name) || name is "sat" or "sat_a" or "sat_b" or "node_a" or "node_b" or "status" ? TableColumnKind.Text
        : integer.Contains(name) || name is "n_sat" or "n" or "run" ? TableColumnKind.Integer
        : name.StartsWith("epoch_", StringComparison.Ordinal) ? TableColumnKind.Epoch
        : TableColumnKind.Real;
}
