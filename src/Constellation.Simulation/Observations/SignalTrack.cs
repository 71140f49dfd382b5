using Constellation.Signals;

namespace Constellation.Simulation;

/// <summary>One signal of one satellite as one receiver tracks it: what never changes, and what an epoch leaves to the next.</summary>
internal sealed class SignalTrack
{
    public required SignalCode Code { get; init; }

    /// <summary>Columns of code, phase, Doppler and strength.</summary>
    public required int Column { get; init; }

    /// <summary>Hz.</summary>
    public required double Frequency { get; init; }

    /// <summary>Guaranteed power of the component, dBW.</summary>
    public required double Power { get; init; }

    public required CodeTracking CodeLoop { get; init; }

    public required CarrierTracking CarrierLoop { get; init; }

    public required double MultipathShare { get; init; }

    /// <summary>Tracked without the key of its code.</summary>
    public required bool Semicodeless { get; init; }

    /// <summary>Constant of the satellite and signal, m.</summary>
    public required double GroupDelayError { get; init; }

    /// <summary>Bits of the address of its random numbers.</summary>
    public required ulong Address { get; init; }

    /// <summary>Index of the epoch before at which it was tracked; -1 at first.</summary>
    public long LastTracked { get; set; } = -1;

    /// <summary>Whole cycles.</summary>
    public double Ambiguity { get; set; }

    /// <summary>Processes of unit variance of code and phase, and the epoch they stand at; -1 at first.</summary>
    public double CodeMultipath { get; set; }

    public double PhaseMultipath { get; set; }

    public long MultipathEpoch { get; set; } = -1;
}
