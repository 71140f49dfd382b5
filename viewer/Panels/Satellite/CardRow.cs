namespace Constellation.Viewer;

/// <summary>A line of a satellite's card.</summary>
internal readonly record struct CardRow(string Label, string Value);
