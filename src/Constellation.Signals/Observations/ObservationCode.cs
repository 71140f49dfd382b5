using System.Diagnostics.CodeAnalysis;

namespace Constellation.Signals;

/// <summary>A RINEX 3 and 4 observation code: <c>C1C</c>, <c>L5Q</c>.</summary>
public readonly record struct ObservationCode(ObservableKind Kind, SignalCode Signal) : IParsable<ObservationCode>
{
    public override string ToString() => $"{(char)Kind}{Signal}";

    public static ObservationCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out ObservationCode code) ? code : throw new FormatException($"'{s}' is not an observation code such as C1C or L5Q");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ObservationCode result)
    {
        result = default;
        if (s is not { Length: 3 } || !Enum.IsDefined((ObservableKind)s[0]) || !SignalCode.TryParse(s[1..], provider, out SignalCode signal))
        {
            return false;
        }

        result = new((ObservableKind)s[0], signal);
        return true;
    }
}
