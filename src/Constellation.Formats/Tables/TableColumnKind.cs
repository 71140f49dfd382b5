namespace Constellation.Formats;

/// <summary>Kind of a column's values. The scale of an epoch is in its name: <c>epoch_gpst</c>.</summary>
public enum TableColumnKind
{
    Text,
    Integer,
    Real,
    Epoch,
}
