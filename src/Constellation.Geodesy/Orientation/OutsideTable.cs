namespace Constellation.Geodesy;

/// <summary>What an <see cref="EopTable"/> answers for an epoch it does not cover.</summary>
public enum OutsideTable
{
    /// <summary>An <see cref="Core.InputException"/> that names the epoch and the table's span.</summary>
    Error,

    /// <summary>The values of the nearest row, at rest: UT1 - TAI then errs by about 1 ms (0.5 m at the equator) a day.</summary>
    Hold,

    /// <summary>
    /// After the last row, the law of IERS Bulletin A: annual and Chandler terms of the pole, a straight UT2. Errors (1 sigma) after 30, 90, 365
    /// days: pole 12, 26, 36 mas, UT1 5.5, 15, 70 ms. Before the first row, values hold.
    /// </summary>
    Predicted,
}
