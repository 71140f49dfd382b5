namespace Constellation.Formats;

/// <summary>One value of an orbit parameter message as it is written, with its unit where one is given.</summary>
/// <param name="Section">Block of the message: <c>header</c>, <c>metadata</c>, <c>stateVector</c>, ... as XML names it.</param>
/// <param name="Key">Keyword.</param>
/// <param name="Value">Text.</param>
/// <param name="Units">Unit as written, or null.</param>
public sealed record OpmField(string Section, string Key, string Value, string? Units);
