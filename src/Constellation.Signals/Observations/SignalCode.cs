using System.Diagnostics.CodeAnalysis;

namespace Constellation.Signals;

/// <summary>A signal of a system as RINEX 3 and 4 name it: band digit and attribute letter, <c>1C</c>, <c>5Q</c>.</summary>
public readonly record struct SignalCode(char Band, char Attribute) : IParsable<SignalCode>
{
    public override string ToString() => $"{Band}{Attribute}";

    public static SignalCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out SignalCode code) ? code : throw new FormatException($"'{s}' is not a signal such as 1C or 5Q");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SignalCode result)
    {
        bool valid = s is { Length: 2 } && char.IsAsciiDigit(s[0]) && char.IsAsciiLetterUpper(s[1]);
        result = valid ? new(s![0], s[1]) : default;
        return valid;
    }
}
