namespace Constellation.Cli;

/// <summary>A validation page as made.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Met">Whether every requirement is met that the data can judge.</param>
internal sealed record ReproducedPage(string Text, bool Met);
