namespace Constellation.Geodesy;

/// <summary>What to do for an epoch outside a table of Earth orientation.</summary>
public enum OutsideTable
{
    /// <summary>Refuse.</summary>
    Error,

    /// <summary>Keep the first or last value: UT1-TAI then drifts away by about 1 ms a day.</summary>
    Hold,

    /// <summary>Continue UT1-TAI with its mean rate over the last 365 days and hold the pole at its mean over the last 433 days (one Chandler period). Error after 30 days about 5 ms and 0.1 arcsecond.</summary>
    Predicted,
}
