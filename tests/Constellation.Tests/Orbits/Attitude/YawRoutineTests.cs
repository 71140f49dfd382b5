using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Tests.Orbits.Attitude;

/// <summary>Our laws against yaw angles that the IGS yaw attitude routine wrote for real satellites.</summary>
public sealed class YawRoutineTests
{
    private const double Degree = Math.PI / 180;

    [Theory]
    [InlineData("beta-crossing-BEIDOU-2G.txt"), InlineData("beta-crossing-BLOCK-IIA.txt"), InlineData("beta-crossing-BLOCK-IIF.txt"), InlineData("beta-crossing-BLOCK-IIR.txt"), InlineData("beta-crossing-GALILEO.txt"), InlineData("beta-crossing-GLONASS.txt")]
    [InlineData("beta-large-positive-BEIDOU-2I.txt.gz"), InlineData("beta-large-positive-BEIDOU-2M.txt.gz"), InlineData("beta-large-positive-BLOCK-IIA.txt"), InlineData("beta-large-positive-BLOCK-IIF.txt"), InlineData("beta-large-positive-BLOCK-IIR.txt")]
    [InlineData("beta-large-positive-GALILEO.txt"), InlineData("beta-large-positive-GLONASS.txt"), InlineData("beta-small-positive-BEIDOU-2G.txt"), InlineData("beta-small-positive-BEIDOU-2I.txt.gz"), InlineData("beta-small-positive-BEIDOU-2M.txt.gz")]
    [InlineData("beta-small-positive-BLOCK-IIA.txt"), InlineData("beta-small-positive-BLOCK-IIF.txt"), InlineData("beta-small-positive-BLOCK-IIR.txt"), InlineData("beta-small-positive-GALILEO.txt"), InlineData("beta-small-positive-GLONASS.txt")]
    public void Geometry_and_nominal_yaw(string file)
    {
        foreach (YawRoutineFile.Row r in YawRoutineFile.Read(file))
        {
            SolarGeometry g = SolarGeometry.Of(r.Position, r.Velocity, r.Sun);
            Check.Within(Tolerance.Of(2e-6, "deg", "printed positions of the Sun, 1 km"), r.BetaDeg, g.Beta / Degree, $"beta of {r.Satellite}");

            // The routine adds a yaw bias to GPS IIA and IIF, and its files were made with another Sun: below 0.1 degrees of beta that shows.
            bool biased = r.Block is "BLOCK-IIA" or "BLOCK-IIF" or "BLOCK-IIR-A" or "BLOCK-IIR-B";
            double allowed = Math.Abs(r.BetaDeg) < 0.1 ? (biased ? 0.8 : 0.03) : r.Block == "GALILEO-2" ? 0.5 : 0.06;
            if (r.Block != "BEIDOU-2G" && !(r.Block == "GALILEO-2" && r.FromMiddleDeg < 1))
            {
                Check.Within(Tolerance.Of(allowed, "deg", "another Sun there; in orbits of e = 0.16 it counts yaw from the velocity instead of along the track"), 0, Difference(g.NominalYaw / Degree, r.NominalDeg), $"nominal yaw of {r.Satellite} at {r.ElongationDeg} deg");
            }
        }
    }

    [Theory]
    [InlineData("beta-small-positive-BLOCK-IIR.txt", "IIR", 0.1), InlineData("beta-crossing-BLOCK-IIR.txt", "IIR", 1.0), InlineData("beta-large-positive-BLOCK-IIR.txt", "IIR", 0.05)]
    [InlineData("beta-small-positive-BLOCK-IIF.txt", "IIF", 1.0), InlineData("beta-crossing-BLOCK-IIF.txt", "IIF", 6.0), InlineData("beta-large-positive-BLOCK-IIF.txt", "IIF", 0.05)]
    [InlineData("beta-small-positive-GLONASS.txt", "GLONASS-M", 1.2), InlineData("beta-crossing-GLONASS.txt", "GLONASS-M", 1.2), InlineData("beta-large-positive-GLONASS.txt", "GLONASS-M", 0.05)]
    [InlineData("beta-small-positive-GALILEO.txt", "GALILEO-1", 0.1), InlineData("beta-crossing-GALILEO.txt", "GALILEO-1", 0.1)]
    [InlineData("beta-small-positive-BEIDOU-2G.txt", "BEIDOU-2G", 0.05), InlineData("beta-crossing-BEIDOU-2G.txt", "BEIDOU-2G", 0.05)]
    [InlineData("beta-small-positive-BEIDOU-2I.txt.gz", "BEIDOU-2I", 5.0), InlineData("beta-small-positive-BEIDOU-2M.txt.gz", "BEIDOU-2M", 4.0), InlineData("beta-large-positive-BEIDOU-2I.txt.gz", "BEIDOU-2I", 0.05), InlineData("beta-large-positive-BEIDOU-2M.txt.gz", "BEIDOU-2M", 0.05)]
    public void Eclipse_yaw(string file, string block, double allowedDeg)
    {
        YawLaw law = block switch
        {
            "IIR" => GpsIirYaw.Instance,
            "IIF" => GpsIifYaw.Instance,
            "GLONASS-M" => GlonassMYaw.Instance,
            "GALILEO-1" => GalileoIovYaw.Instance,
            "BEIDOU-2G" => OrbitNormal.Instance,
            _ => BeiDou2Yaw.Instance,
        };
        int compared = 0, turned = 0;
        foreach (YawRoutineFile.Row r in YawRoutineFile.Read(file).Where(r => r.Block.Contains(block, StringComparison.Ordinal)))
        {
            SolarGeometry g = SolarGeometry.Of(r.Position, r.Velocity, r.Sun);
            Tolerance tolerance = Tolerance.Of(allowedDeg, "deg", "sizes of shadow and rates in the routine: 0.1 degrees of cone are 1 degree of yaw; it holds BeiDou-2 to steering until the angle is least");
            Check.Within(tolerance, 0, Difference(law.Yaw(g) / Degree, r.EclipseDeg), $"{r.Satellite} {r.Epoch} at {r.ElongationDeg} deg, beta {r.BetaDeg}, {r.EclipseDeg} there");
            (compared, turned) = (compared + 1, turned + (Math.Abs(Difference(r.NominalDeg, r.EclipseDeg)) > 2 ? 1 : 0));
        }

        Assert.True(compared >= 10, $"{compared} rows");
        Assert.True(turned > 0 || file.Contains("large", StringComparison.Ordinal) || block is "GALILEO-1", "no row of a turn");
    }

    /// <summary>GPS IIA turns at a rate of its own; with the rate that the file shows for the satellite, shadow and recovery agree.</summary>
    [Theory, InlineData("G04", 0.1232), InlineData("G03", 0.1232)]
    public void Eclipse_yaw_of_IIA_at_its_own_rate(string satellite, double rateDeg)
    {
        GpsIiaYaw law = new(rateDeg * Degree);
        foreach (YawRoutineFile.Row r in YawRoutineFile.Read("beta-small-positive-BLOCK-IIA.txt").Where(r => r.Satellite.ToString() == satellite))
        {
            SolarGeometry g = SolarGeometry.Of(r.Position, r.Velocity, r.Sun);
            Check.Within(Tolerance.Of(2.0, "deg", "rate known to 0.0001 deg/s over an hour, cone to 0.1 deg"), 0, Difference(law.Yaw(g) / Degree, r.EclipseDeg), $"{satellite} at {r.ElongationDeg} deg");
        }
    }

    private static double Difference(double a, double b) => Math.IEEERemainder(a - b, 360);
}
