using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>A position solution.</summary>
/// <param name="Status">All else is meaningful only when this is <see cref="FixStatus.Ok"/>.</param>
/// <param name="Position">ITRF at reception.</param>
/// <param name="ClockOffset">Receiver clock against the time of clock column 0 (or of the first column that has satellites), s.</param>
/// <param name="Dop">Of unit weights; the vertical is the normal of the WGS 84 ellipsoid.</param>
/// <param name="Covariance">Of the coordinates, m^2, from the sigmas of the observations.</param>
/// <param name="ClockSigma">Standard deviation of the clock, s.</param>
/// <param name="Satellites">Used.</param>
/// <param name="Iterations">Done.</param>
public readonly record struct SinglePointFix(
    FixStatus Status,
    Position<Itrf> Position,
    double ClockOffset,
    Dop Dop,
    Symmetric3 Covariance,
    double ClockSigma,
    int Satellites,
    int Iterations);
