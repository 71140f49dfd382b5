using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>What a satellite broadcasts: ephemeris, clock polynomial, group delays, health, issue and accuracy.</summary>
public sealed record NavigationMessage
{
    public required SatelliteId Satellite { get; init; }

    public required MessageType Type { get; init; }

    /// <summary>When the message was first transmitted: no user can know it earlier.</summary>
    public required Epoch TransmissionTime { get; init; }

    /// <summary>Reference epoch of the ephemeris (toe; tb for GLONASS).</summary>
    public required Epoch EphemerisReference { get; init; }

    /// <summary>The ephemeris as an orbit; ITRF for ICD messages.</summary>
    public required IOrbit Ephemeris { get; init; }

    /// <summary>The polynomial alone, relativistic eccentricity term not included.</summary>
    public required ClockPolynomial Clock { get; init; }

    /// <summary>Whether a receiver must add -2 r.v/c^2 to the polynomial (GPS, Galileo, BeiDou, QZSS: yes; GLONASS: no, it is in the polynomial).</summary>
    public required bool AddRelativisticEccentricity { get; init; }

    /// <summary>Group delays by RINEX-style name (<c>TGD</c>, <c>BGD_E1E5a</c>, <c>TGD1</c>), seconds.</summary>
    public required IReadOnlyDictionary<string, double> GroupDelays { get; init; }

    public required bool Healthy { get; init; }

    public required int Issue { get; init; }

    /// <summary>Broadcast user range accuracy, m; NaN where none is given.</summary>
    public required double Accuracy { get; init; }

    /// <summary>GLONASS FDMA channel k, -7 to 6; null for other systems.</summary>
    public int? FrequencyChannel { get; init; }
}
