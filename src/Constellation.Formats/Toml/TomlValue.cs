using Constellation.Core;

namespace Constellation.Formats;

/// <summary>A value with the places of itself and of its key: string, long, double, bool, a list of values or a <see cref="TomlTable"/>.</summary>
public sealed record TomlValue(object Content, SourceSpan Where, SourceSpan KeyWhere)
{
    internal bool Read { get; set; }

    /// <summary>It was of another kind than asked for: what is inside it is not looked at.</summary>
    internal bool Refused { get; set; }

    /// <summary>What kind of value this is, for messages.</summary>
    public string Kind => Content switch
    {
        string => "a string",
        long => "an integer",
        double => "a number",
        bool => "true/false",
        TomlTable => "a table",
        _ => "a list",
    };
}
