namespace Constellation.Orbits;

/// <summary>The parameters of a Keplerian broadcast ephemeris, in radians and metres, by the names the interface documents share.</summary>
/// <remarks>
/// LNAV, I/NAV, F/NAV, D1 and D2 carry all but the last two, which are zero there; CNAV forms carry them too.
/// Harmonics: <c>Cuc, Cus</c> argument of latitude, <c>Crc, Crs</c> radius, <c>Cic, Cis</c> inclination.
/// </remarks>
public readonly record struct KeplerianParameters
{
    /// <summary>Square root of the semi-major axis at toe, m^(1/2).</summary>
    public required double SqrtA { get; init; }

    public required double Eccentricity { get; init; }

    /// <summary>Inclination at toe, rad.</summary>
    public required double I0 { get; init; }

    /// <summary>Longitude of the ascending node at the start of the week of toe, rad.</summary>
    public required double Omega0 { get; init; }

    public required double ArgumentOfPerigee { get; init; }

    /// <summary>Mean anomaly at toe, rad.</summary>
    public required double M0 { get; init; }

    /// <summary>Mean motion minus the one computed from A, rad/s.</summary>
    public required double DeltaN { get; init; }

    public required double OmegaDot { get; init; }

    public required double IDot { get; init; }

    public required double Cuc { get; init; }

    public required double Cus { get; init; }

    public required double Crc { get; init; }

    public required double Crs { get; init; }

    public required double Cic { get; init; }

    public required double Cis { get; init; }

    /// <summary>Rate of the semi-major axis, m/s.</summary>
    public double ADot { get; init; }

    /// <summary>Rate of <see cref="DeltaN"/>, rad/s^2.</summary>
    public double DeltaNDot { get; init; }

    /// <summary>Whether every value but A and e is below ten times what the widest field of any message holds (CNAV: harmonics 1e-3 rad and 33 km; LNAV: rates); else something other than an ephemeris was read.</summary>
    public bool IsWithinMessage =>
        Below(10, I0, Omega0, ArgumentOfPerigee, M0) && Below(1e-7, DeltaN, IDot) && Below(3e-5, OmegaDot) && Below(1e-2, Cuc, Cus, Cic, Cis)
        && Below(3.3e5, Crc, Crs) && Below(100, ADot) && Below(1e-12, DeltaNDot);

    private static bool Below(double limit, params ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!(Math.Abs(value) <= limit))
            {
                return false;
            }
        }

        return true;
    }
}
