using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>The code, or the two codes for the ionosphere-free combination, that a receiver uses of a satellite.</summary>
/// <param name="First">The only one, or that on the higher frequency.</param>
/// <param name="Second">Null for one frequency.</param>
public readonly record struct SignalPair(SignalCode First, SignalCode? Second = null)
{
    public override string ToString() => Second is { } second ? $"{First}+{second}" : $"{First}";

    /// <summary><c>1C</c> or <c>1C+2W</c>.</summary>
    public static bool TryParse(string text, out SignalPair pair)
    {
        string[] parts = text.Split('+');
        pair = default;
        if (parts.Length is < 1 or > 2 || !SignalCode.TryParse(parts[0], null, out SignalCode first))
        {
            return false;
        }

        if (parts.Length == 1)
        {
            pair = new(first);
            return true;
        }

        if (!SignalCode.TryParse(parts[1], null, out SignalCode second) || second.Band == first.Band)
        {
            return false;
        }

        pair = new(first, second);
        return true;
    }
}
