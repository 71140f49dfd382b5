using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Formats.Tle;

public sealed class GnssIdentityTests
{
    [Theory]
    [InlineData("GPS BIIR-2  (PRN 13)", "", "G13")]
    [InlineData("GSAT0101 (PRN E11)", "", "E11")]
    [InlineData("BEIDOU-3 M1 (C19)", "", "C19")]
    [InlineData("IRNSS-1B", "", "I02")]
    [InlineData("NVS-01 (IRNSS-1J)", "", "I10")]
    [InlineData("NAVSTAR 43 (USA 132)", "1997-035A", "G13")]
    [InlineData("GSAT0101 (GALILEO-PFM)", "2011-060A", "E11")]
    [InlineData("COSMOS 2456 (730)", "2009-070A", "R01")]
    [InlineData("QZS-2 (QZSS/PRN 184)", "2017-028A", "J02")]
    [InlineData("ASTRA 5B (EGNOS/PRN 123)", "2014-011B", null)]
    [InlineData("STARLINK-1007", "2019-074A", null)]
    [InlineData("", "", null)]
    public void Names_and_designators(string name, string designator, string? expected) =>
        Assert.Equal(expected, GnssIdentity.Of(Set(name, designator, "2021-07-29T00:00:00Z"))?.ToString());

    /// <summary>PRN change hands: the same vehicle sent G04, G01 and others in turn.</summary>
    [Theory, InlineData("2018-06-01T00:00:00Z", "G04"), InlineData("2010-01-01T00:00:00Z", "G01"), InlineData("2024-06-01T00:00:00Z", "G01"), InlineData("2000-01-01T00:00:00Z", null)]
    public void The_day_counts(string epoch, string? expected) => Assert.Equal(expected, GnssIdentity.Of(Set("NAVSTAR 63 (USA 203)", "2009-014A", epoch))?.ToString());

    /// <summary>After the table's end a PRN in the name is newer.</summary>
    [Theory, InlineData("2024-08-22T12:00:00Z", "G01"), InlineData("2025-08-22T12:00:00Z", "G22")]
    public void Names_count_from_the_end_of_the_table_on(string epoch, string expected) => Assert.Equal(expected, GnssIdentity.Of(Set("GPS BIIRM-7 (PRN 22)", "2009-014A", epoch))?.ToString());

    /// <summary>Where names tell the PRN, the table of the IGS tells the same, but for BeiDou satellites launched in pairs.</summary>
    [Fact]
    public void Names_and_table_agree_on_real_satellites()
    {
        int compared = 0;
        foreach (MeanElementSet set in TleReader.Read(TestData.Shared("data/tle/gnss_2021-05-14.txt")).ValueOrThrow().Sets)
        {
            if (GnssIdentity.OfName(set.Name) is { System: not GnssSystem.BeiDou } named && GnssIdentity.OfTable(set.Designator, new DateOnly(2021, 5, 14)) is { } listed)
            {
                Assert.Equal(listed, named);
                compared++;
            }
        }

        Assert.True(compared > 50, $"{compared}");
    }

    /// <summary>Every satellite whose element set is given lies nearer to the precise orbit of its PRN than to any other: the table's designators are the right way round.</summary>
    [Fact]
    public void Satellites_are_where_precise_orbits_have_them()
    {
        Epoch noon = Epoch.Parse("2021-07-29T12:00:00GPST");
        Sp3File precise = SharedProducts.Sp3("WUM0MGXRAP_20212100000_01D_01M_ORB.SP3.gz");
        Dictionary<SatelliteId, Vector3d> there = precise.Satellites.Select(s => s.Id).Where(id => precise.Orbit(id) is not null).ToDictionary(id => id, id => precise.Orbit(id)!.At(noon).Position);
        TemeFrame teme = TemeFrame.At(noon, EarthOrientation.BuiltIn);
        int found = 0;
        foreach (MeanElementSet set in TleReader.Read(TestData.Shared("data/tle/active_2021-08-03.txt.gz")).ValueOrThrow().Sets)
        {
            if (GnssIdentity.Of(set) is { } id && there.ContainsKey(id) && new Sgp4Orbit(set.ToElements()).TryAt(noon, out StateVector state) == Sgp4Status.Done)
            {
                Vector3d position = teme.StateToItrf(state).Position;
                Assert.Equal(id, there.MinBy(p => (p.Value - position).Norm).Key);
                found++;
            }
        }

        Assert.True(found > 100, $"{found}");
    }

    private static MeanElementSet Set(string name, string designator, string epoch) => new()
    {
        Name = name,
        CatalogueNumber = 1,
        Designator = designator,
        Epoch = Epoch.Parse(epoch),
        MeanMotionRevPerDay = 2,
        Eccentricity = 0,
        InclinationDeg = 55,
        RightAscensionDeg = 0,
        ArgumentOfPerigeeDeg = 0,
        MeanAnomalyDeg = 0,
    };
}
