namespace Constellation.Viewer;

/// <summary>Text at the foot of a picture.</summary>
/// <param name="Title">A line in bold; may be empty.</param>
/// <param name="Text">May be empty.</param>
/// <param name="Note">Small, at the right: which step of how many; may be empty.</param>
public sealed record FilmCaption(string Title, string Text, string Note = "");
