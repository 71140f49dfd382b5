namespace Constellation.Signals;

/// <summary>What was measured: the first letter of a RINEX observation code.</summary>
public enum ObservableKind
{
    /// <summary>m.</summary>
    Pseudorange = 'C',

    /// <summary>Cycles, growing with the distance.</summary>
    CarrierPhase = 'L',

    /// <summary>Hz, positive for a satellite that comes nearer.</summary>
    Doppler = 'D',

    /// <summary>dB-Hz, unless the file says otherwise.</summary>
    SignalStrength = 'S',
}
