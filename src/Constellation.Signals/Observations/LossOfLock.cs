namespace Constellation.Signals;

/// <summary>The loss-of-lock indicator of RINEX.</summary>
[Flags]
public enum LossOfLock : byte
{
    None = 0,

    /// <summary>Lock was lost since the epoch before: a slip is possible.</summary>
    Slip = 1,

    /// <summary>The phase may be wrong by half a cycle.</summary>
    HalfCycle = 2,

    /// <summary>Galileo BOC tracking of a signal by its side peak (RINEX 3.02), or anti-spoofing (RINEX 2).</summary>
    Other = 4,
}
