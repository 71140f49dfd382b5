using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>How the position of a Keplerian ephemeris moves with its parameters: exact derivatives of the user algorithm, on Earth-fixed axes.</summary>
/// <remarks>
/// Parameters in the order a, x = e cos w, y = e sin w, l = w + M0, i0, Omega0, delta n, Omega-dot, i-dot, the six harmonics Cuc, Cus, Crc, Crs, Cic, Cis, and a-dot, delta n-dot;
/// x, y and l are regular in circular orbits. With q = 1 - e cos E, h = sqrt(1 - e^2), true anomaly v and argument of latitude f = v + w, M being the mean anomaly:
/// df/dM = h / q^2, dr/dM = a e sin E / q, at fixed M dv/de = sin v (2 + e cos v) / h^2 and dr/de = -a cos v (Kepler's equation and the equation of the orbit differentiated); a turn dw at fixed l is dM = -dw, df = (1 - h / q^2) dw,
/// whose factor 1/e is divided out.
/// </remarks>
internal static class KeplerianPartials
{
    public const int Count = 17;

    /// <param name="ephemeris">Where the derivatives are taken.</param>
    /// <param name="tk">Seconds after toe.</param>
    /// <param name="partials">Receives <see cref="Count"/> derivatives, m per unit of each parameter.</param>
    public static void Fill(KeplerianEphemeris ephemeris, double tk, Span<Vector3d> partials)
    {
        KeplerianParameters p = ephemeris.Parameters;
        double e = p.Eccentricity, h2 = 1 - (e * e), h = Math.Sqrt(h2), h3 = h * h2, axis = p.SqrtA * p.SqrtA, a = axis + (p.ADot * tk);
        (double sinE, double cosE) = Math.SinCos(ephemeris.EccentricAnomalyAfterToe(tk));
        double q = 1 - (e * cosE), sinV = h * sinE / q, cosV = (cosE - e) / q;
        double latitudeByMean = h / (q * q), radiusByMean = a * e * sinE / q;
        (double sinW, double cosW) = Math.SinCos(p.ArgumentOfPerigee);
        double sinF = (sinV * cosW) + (cosV * sinW), cosF = (cosV * cosW) - (sinV * sinW), s2 = 2 * sinF * cosF, c2 = 1 - (2 * sinF * sinF);

        // What the harmonics add moves with the argument of latitude.
        double argumentRate = 1 + (2 * ((p.Cus * c2) - (p.Cuc * s2))), radiusRate = 2 * ((p.Crs * c2) - (p.Crc * s2)), inclinationRate = 2 * ((p.Cis * c2) - (p.Cic * s2));
        (double sinU, double cosU) = Math.SinCos(Math.Atan2(sinF, cosF) + (p.Cus * s2) + (p.Cuc * c2));
        (double sinI, double cosI) = Math.SinCos(p.I0 + (p.IDot * tk) + (p.Cis * s2) + (p.Cic * c2));
        (double sinL, double cosL) = Math.SinCos(ephemeris.NodeAfterToe(tk));
        double r = (a * q) + (p.Crs * s2) + (p.Crc * c2);
        Vector3d outward = Fixed(new((cosU * cosL) - (sinU * cosI * sinL), (cosU * sinL) + (sinU * cosI * cosL), sinU * sinI));
        Vector3d along = Fixed(r * new Vector3d(-(sinU * cosL) - (cosU * cosI * sinL), -(sinU * sinL) + (cosU * cosI * cosL), cosU * sinI));
        Vector3d across = Fixed(r * sinU * new Vector3d(sinI * sinL, -sinI * cosL, cosI));
        Vector3d node = Fixed(r * new Vector3d(-(cosU * sinL) - (sinU * cosI * cosL), (cosU * cosL) - (sinU * cosI * sinL), 0));

        Vector3d Moved(double radius, double latitude) =>
            ((radius + (radiusRate * latitude)) * outward) + (argumentRate * latitude * along) + (inclinationRate * latitude * across);
        Vector3d byMean = Moved(radiusByMean, latitudeByMean);
        double turn = (-(e * (3 - (3 * e * e) + (e * e * e * e)) / (1 + h3)) - (2 * cosV) - (e * cosV * cosV)) / h3;
        Vector3d byEccentricity = Moved(-a * cosV, sinV * (2 + (e * cosV)) / h2), byTurn = Moved(-a * sinE / q, turn);

        partials[0] = (q * outward) - (1.5 * ephemeris.UncorrectedMotion * tk / axis * byMean);
        partials[1] = (cosW * byEccentricity) - (sinW * byTurn);
        partials[2] = (sinW * byEccentricity) + (cosW * byTurn);
        partials[3] = byMean;
        partials[4] = across;
        partials[5] = node;
        partials[6] = tk * byMean;
        partials[7] = tk * node;
        partials[8] = tk * across;
        (partials[9], partials[10]) = (c2 * along, s2 * along);
        (partials[11], partials[12]) = (c2 * outward, s2 * outward);
        (partials[13], partials[14]) = (c2 * across, s2 * across);
        partials[15] = tk * q * outward;
        partials[16] = tk * tk / 2 * byMean;

        Vector3d Fixed(Vector3d v) => ephemeris.ToEarthFixed(v, tk);
    }
}
