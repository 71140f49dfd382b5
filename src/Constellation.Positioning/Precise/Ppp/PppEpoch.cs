using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>What precise point positioning knows after an epoch.</summary>
/// <param name="Time">The receiver's time tag.</param>
/// <param name="Status">The rest is NaN or empty unless this is <see cref="PppStatus.Ok"/>.</param>
/// <param name="Marker">ITRF, free of the tides that were modelled.</param>
/// <param name="Covariance">Of the marker, m^2: by the noise assumed; errors of orbits and air that last for hours are not in it.</param>
/// <param name="Clocks">Receiver clock against the clocks of the product, s, one for each group of satellites seen.</param>
/// <param name="ZenithDelay">Total, m.</param>
/// <param name="ZenithSigma">m.</param>
/// <param name="Gradient">Of the delay: north and east, m.</param>
/// <param name="Satellites">Used.</param>
/// <param name="Dop">Of those.</param>
/// <param name="PhaseRms">Of the residuals of the ionosphere-free carriers after the fit, m.</param>
/// <param name="CodeRms">Of the codes, m.</param>
public sealed record PppEpoch(
    Epoch Time,
    PppStatus Status,
    Position<Itrf> Marker,
    Symmetric3 Covariance,
    IReadOnlyList<PppClock> Clocks,
    double ZenithDelay,
    double ZenithSigma,
    (double North, double East) Gradient,
    int Satellites,
    Dop Dop,
    double PhaseRms,
    double CodeRms)
{
    public static PppEpoch Failed(Epoch time, PppStatus status, int satellites) =>
        new(time, status, new(double.NaN, double.NaN, double.NaN), default, [], double.NaN, double.NaN, (double.NaN, double.NaN), satellites, Dop.None, double.NaN, double.NaN);
}
