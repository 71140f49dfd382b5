using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Where the observations of a signal, or pair, stand in the columns of a layout; -1 for what is not observed.</summary>
public sealed class SignalColumns
{
    internal SignalColumns(ObservationLayout layout, GnssSystem system, SignalPair signals)
    {
        Signals = signals;
        FirstCode = signals.First.ToString();
        SecondCode = signals.Second?.ToString();
        Range1 = Of(ObservableKind.Pseudorange, signals.First);
        Phase1 = Of(ObservableKind.CarrierPhase, signals.First);
        Doppler1 = Of(ObservableKind.Doppler, signals.First);
        Strength1 = Of(ObservableKind.SignalStrength, signals.First);
        (Range2, Phase2, Doppler2, Strength2) = signals.Second is { } second
            ? (Of(ObservableKind.Pseudorange, second), Of(ObservableKind.CarrierPhase, second), Of(ObservableKind.Doppler, second), Of(ObservableKind.SignalStrength, second))
            : (-1, -1, -1, -1);

        int Of(ObservableKind kind, SignalCode code) => layout.Column(system, new(kind, code));
    }

    public SignalPair Signals { get; }

    /// <summary>Name of the first signal, <c>1C</c>.</summary>
    public string FirstCode { get; }

    /// <summary>Name of the second, null for one frequency.</summary>
    public string? SecondCode { get; }

    public bool IsPair => SecondCode is not null;

    public int Range1 { get; }

    public int Phase1 { get; }

    public int Doppler1 { get; }

    public int Strength1 { get; }

    public int Range2 { get; }

    public int Phase2 { get; }

    public int Doppler2 { get; }

    public int Strength2 { get; }

    /// <summary>Whether the layout has the codes at all.</summary>
    internal bool IsObserved => Range1 >= 0 && (!IsPair || Range2 >= 0);
}
