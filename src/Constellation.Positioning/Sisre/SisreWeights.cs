using Constellation.Core;
using Constellation.Orbits;

namespace Constellation.Positioning;

/// <summary>How radial and transverse orbit errors project onto the users' ranges, averaged over the visible Earth (mask 0 degrees).</summary>
/// <param name="Radial">w_R.</param>
/// <param name="TransverseSquared">w_AC^2, for the sum of the squares of along-track and cross-track error.</param>
/// <remarks>[Montenbruck15] table 4: GPS 0.98 and 1/49, GLONASS 0.98 and 1/45, Galileo 0.98 and 1/61, BeiDou MEO 0.98 and 1/54, inclined and geostationary 0.99 and 1/126.</remarks>
public readonly record struct SisreWeights(double Radial, double TransverseSquared)
{
    public static SisreWeights For(GnssSystem system, OrbitClass orbit) => (orbit, system) switch
    {
        (OrbitClass.Igso or OrbitClass.Geo, _) => new(0.99, 1.0 / 126.0),
        (_, GnssSystem.Glonass) => new(0.98, 1.0 / 45.0),
        (_, GnssSystem.Galileo) => new(0.98, 1.0 / 61.0),
        (_, GnssSystem.BeiDou) => new(0.98, 1.0 / 54.0),
        _ => new(0.98, 1.0 / 49.0),
    };
}
