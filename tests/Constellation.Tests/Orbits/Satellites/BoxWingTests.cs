using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Orbits.Numerical;

namespace Constellation.Tests.Orbits.Satellites;

public sealed class BoxWingTests
{
    private static readonly Tolerance s_rounding = Tolerance.Of(1e-12, "m^2", "rounding of a sum of 10 m^2");

    /// <summary>Surfaces are merged by normal; the sum over single plates of the textbook is the truth.</summary>
    [Fact]
    public void Equals_the_sum_over_plates()
    {
        BoxWingSurface[] surfaces =
        [
            new(SurfaceNormal.PlusX, 1.3, 0.1, 0.3, 0.6, true), new(SurfaceNormal.PlusX, 0.4, 0.5, 0.5, 0, false), new(SurfaceNormal.MinusX, 2, 0, 0.1, 0.9, true),
            new(SurfaceNormal.PlusY, 3, 0.2, 0.2, 0.6, true), new(SurfaceNormal.MinusY, 3.5, 0.3, 0.1, 0.6, false), new(SurfaceNormal.PlusZ, 2.5, 0.3, 0.4, 0.3, true),
            new(SurfaceNormal.MinusZ, 2.2, 0.6, 0.2, 0.2, true), new(SurfaceNormal.Round, 1.7, 0.25, 0.35, 0.4, true), new(SurfaceNormal.Round, 0.7, 0.1, 0.2, 0.7, false),
            new(SurfaceNormal.Panel, 10, 0.08, 0.02, 0.9, false), new(SurfaceNormal.PanelBack, 10, 0, 0.19, 0.81, false),
        ];
        BoxWing body = new(surfaces);
        Random random = new(1);
        for (int i = 0; i < 500; i++)
        {
            Vector3d light = Direction(random), sun = Direction(random);
            Vector3d panel = new Vector3d(sun.X, 0, sun.Z).Unit(), sum = Vector3d.Zero;
            foreach (BoxWingSurface s in surfaces)
            {
                Vector3d normal = s.Normal switch
                {
                    SurfaceNormal.PlusX => new(1, 0, 0),
                    SurfaceNormal.MinusX => new(-1, 0, 0),
                    SurfaceNormal.PlusY => new(0, 1, 0),
                    SurfaceNormal.MinusY => new(0, -1, 0),
                    SurfaceNormal.PlusZ => new(0, 0, 1),
                    SurfaceNormal.MinusZ => new(0, 0, -1),
                    SurfaceNormal.Round => new Vector3d(light.X, light.Y, 0).Unit(),
                    SurfaceNormal.Panel => panel,
                    _ => -panel,
                };
                double c = light.Dot(normal);
                bool round = s.Normal == SurfaceNormal.Round;
                double lambert = round ? Math.PI / 6 : 2.0 / 3, mirror = round ? 4.0 / 3 : 2, heat = s.Reradiates ? s.Absorbed : 0;
                sum -= c <= 0 ? Vector3d.Zero : s.Area * c * (((s.Absorbed + s.Diffuse) * light) + (lambert * (s.Diffuse + heat) * normal) + (mirror * s.Specular * c * normal));
            }

            Check.Within(s_rounding, sum, body.Force(light, sun));
        }
    }

    [Fact]
    public void A_black_plate_takes_the_momentum_and_a_mirror_twice_of_it()
    {
        Vector3d sun = new(0, 0, 1);
        BoxWing black = new([new(SurfaceNormal.PlusZ, 3, 0, 0, 1, false)]), mirror = new([new(SurfaceNormal.PlusZ, 3, 1, 0, 0, false)]);
        Check.Within(s_rounding, new Vector3d(0, 0, -3), black.Force(sun, sun));
        Check.Within(s_rounding, new Vector3d(0, 0, -6), mirror.Force(sun, sun));
        Check.Within(s_rounding, Vector3d.Zero, black.Force(-sun, sun));
    }

    /// <summary>
    /// Force away from the Sun, mean over a revolution, against the nominal forces that an operational centre uses (1e-5 N). Rows of that table which it calls
    /// suspicious are left out. Our surfaces and that table come from different people: 25 %.
    /// </summary>
    [Theory]
    [InlineData("GPS-IIR-M", 11.15), InlineData("GPS-IIF", 16.7), InlineData("GLO-M", 20.9), InlineData("GLO-K1B", 10.0), InlineData("GAL-2", 8.35), InlineData("GAL-1", 8.35)]
    [InlineData("BDS-2M", 15.5), InlineData("BDS-2I", 16.1), InlineData("BDS-3M-CAST", 13.7), InlineData("BDS-3M-SECM-A", 7.8), InlineData("BDS-3I", 27.6), InlineData("QZS-1", 35), InlineData("QZS-2I", 25)]
    public void Mean_force_is_near_that_of_others(string block, double expected)
    {
        SatelliteProperties satellite = SatelliteTable.BuiltIn.Entries.First(e => e.Properties.Block == block).Properties;
        BoxWingRadiation force = new(satellite.Surfaces, 1, NominalYaw.Instance);
        double sum = 0;
        for (int i = 0; i < 360; i++)
        {
            ForceContext c = RadiationSample.At(i * Math.PI / 180, 0.5);
            sum -= force.Acceleration(c).Dot((c.Sun - c.Position).Unit()) / 360;
        }

        Check.Within(Tolerance.Of(0.25 * expected, "1e-5 N", "two tables of different authors"), expected, 1e5 * sum, block);
    }

    private static Vector3d Direction(Random random) => new Vector3d(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5).Unit();
}
