namespace Constellation.Formats;

/// <summary>An entry of the library: the name that verbs take and one line for people.</summary>
public readonly record struct LibraryEntry(LibraryKind Kind, string Name, string Description);
