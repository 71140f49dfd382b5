using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Broadcast;

/// <summary>Derivatives against central differences of the equations as printed.</summary>
public class KeplerianPartialsTests
{
    /// <summary>Natural sizes of the parameters, by which each moves an orbit by about a kilometre.</summary>
    private static readonly double[] s_steps =
        [1e3, 4e-5, 4e-5, 4e-5, 4e-5, 4e-5, 1e-8, 1e-8, 1e-8, 4e-5, 4e-5, 1e3, 1e3, 4e-5, 4e-5, 0.2, 4e-12];

    [Theory]
    [InlineData(GnssSystem.Gps, OrbitClass.Meo, 26.56e6, 0.012)]
    [InlineData(GnssSystem.Galileo, OrbitClass.Meo, 27.98e6, 0.166)]
    [InlineData(GnssSystem.BeiDou, OrbitClass.Meo, 27.906e6, 1e-7)]
    [InlineData(GnssSystem.BeiDou, OrbitClass.Geo, 42.164e6, 5e-4)]
    public void Derivatives_are_those_of_the_printed_equations(GnssSystem system, OrbitClass orbitClass, double axis, double eccentricity)
    {
        double[] at = [axis, eccentricity * Math.Cos(0.7), eccentricity * Math.Sin(0.7), 1.3, 0.96, -2.1, 4e-9, -8e-9, 2e-10, 2e-6, 7e-6, 200, -80, 1e-7, -9e-8, 0.01, 1e-14];
        Span<Vector3d> partials = stackalloc Vector3d[KeplerianPartials.Count];
        foreach (double tk in (double[])[-7200, -1234, 0, 3600, 7000])
        {
            KeplerianPartials.Fill(Of(system, orbitClass, at), tk, partials);
            for (int k = 0; k < at.Length; k++)
            {
                double h = 1e-2 * s_steps[k];       // ten metres: rounding is below 1e-8 of it, curvature far below
                Vector3d numeric = (Position(k, h) - Position(k, -h)) / (2 * h);
                Assert.InRange((numeric - partials[k]).Norm, 0, 1e-7 * Math.Max(numeric.Norm, 1 / s_steps[k]));
            }

            Vector3d Position(int k, double by)
            {
                double[] moved = [.. at];
                moved[k] += by;
                return Of(system, orbitClass, moved).StateAfterToe(tk).Position;
            }
        }
    }

    private static KeplerianEphemeris Of(GnssSystem system, OrbitClass orbitClass, double[] p)
    {
        double perigee = Math.Atan2(p[2], p[1]);
        return new(system, orbitClass, Epoch.FromGps(2332, Duration.FromHours(36)), new KeplerianParameters
        {
            SqrtA = Math.Sqrt(p[0]),
            Eccentricity = Math.Sqrt((p[1] * p[1]) + (p[2] * p[2])),
            ArgumentOfPerigee = perigee,
            M0 = p[3] - perigee,
            I0 = p[4],
            Omega0 = p[5],
            DeltaN = p[6],
            OmegaDot = p[7],
            IDot = p[8],
            Cuc = p[9],
            Cus = p[10],
            Crc = p[11],
            Crs = p[12],
            Cic = p[13],
            Cis = p[14],
            ADot = p[15],
            DeltaNDot = p[16],
        });
    }
}
