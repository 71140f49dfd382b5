using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Almanac;

public sealed class AlmanacTests
{
    private const string Yuma =
        """
        ******** Week  278 almanac for PRN-01 ********
        ID:                         01
        Health:                     000
        Eccentricity:               0.6103515625E-003
        Time of Applicability(s):  405504.0000
        Orbital Inclination(rad):   0.9602283489
        Rate of Right Ascen(r/s):  -0.7988904198E-008
        SQRT(A)  (m 1/2):           5153.692871
        Right Ascen at Week(rad):  -0.2198973182E+001
        Argument of Perigee(rad):   0.768417359
        Mean Anom(rad):            0.1230964231E+001
        Af0(s):                    0.1764297485E-003
        Af1(s/s):                  -0.3637978807E-011
        week:                        278

        """;

    private const string Sem =
        """
        1  CURRENT.ALM
        278 405504

        1
        63
        0
         6.10351562500000E-04  5.65017644880828E-03 -2.54294718599859E-09
         5.15369287100000E+03 -6.99954903283628E-01  2.44594842084939E-01
         3.91828084265927E-01  1.76429748500000E-04 -3.63797880700000E-12
        0
        11

        """;

    [Fact]
    public void Both_kinds_tell_the_same_satellite()
    {
        AlmanacEntry yuma = Assert.Single(ReadYuma(Yuma).ValueOrThrow().Entries), sem = Assert.Single(ReadSem(Sem).ValueOrThrow().Entries);
        Assert.Equal((SatelliteId.Parse("G01"), Epoch.FromGps(2048 + 278, Duration.FromSeconds(405504))), (yuma.Satellite, yuma.Reference));
        Assert.Equal((yuma.Satellite, yuma.Reference, 63, 11), (sem.Satellite, sem.Reference, sem.Svn, sem.Configuration));
        Check.Within(Tolerance.Of(0.1, "m", "ten digits of angles at 26 560 km: 5 mm each, and sqrt(A) to 1e-6: 10 mm"), yuma.Orbit().At(yuma.Reference).Position, sem.Orbit().At(sem.Reference).Position);
    }

    /// <summary>Weeks count modulo 1024: an epoch nearby tells which.</summary>
    [Fact]
    public void The_era_of_weeks_is_told_by_an_epoch()
    {
        foreach (int era in new[] { 0, 1, 2 })
        {
            Epoch near = Epoch.FromGps((1024 * era) + 278, Duration.Zero);
            Assert.Equal(near + Duration.FromSeconds(405504), YumaAlmanacReader.Read(Stream(Yuma), "x.alm", near).ValueOrThrow().Entries[0].Reference);
        }
    }

    /// <summary>
    /// Almanacs made of the main elements of real broadcast messages: what is dropped (harmonics, corrections of rates) moves a satellite by 1 to 2 km, as
    /// [IS-GPS-200] says of almanacs, and no more.
    /// </summary>
    [Fact]
    public void An_almanac_is_within_its_kilometres_of_the_real_orbit()
    {
        NavigationFile nav = SharedProducts.Nav("ESBC00DNK_R_20201770000_01D_MN.rnx.gz");
        Sp3File precise = SharedProducts.Sp3("GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz");
        int compared = 0;
        foreach (NavigationMessage message in nav.Messages.All.Where(m => m is { Type: MessageType.Lnav, Satellite.System: GnssSystem.Gps, Healthy: true }).GroupBy(m => m.Satellite).Select(g => g.First()))
        {
            if (message.Ephemeris is not KeplerianEphemeris ephemeris || precise.Orbit(message.Satellite) is not { } orbit)
            {
                continue;
            }

            KeplerianParameters p = ephemeris.Parameters;
            AlmanacEntry entry = new()
            {
                Satellite = message.Satellite,
                Health = 0,
                Reference = ephemeris.Toe,
                Eccentricity = p.Eccentricity,
                Inclination = p.I0,
                OmegaDot = p.OmegaDot,
                SqrtA = p.SqrtA,
                Omega0 = p.Omega0,
                ArgumentOfPerigee = p.ArgumentOfPerigee,
                M0 = p.M0,
                Af0 = 0,
                Af1 = 0,
            };
            AlmanacFile written = new() { Entries = [entry] };
            foreach (AlmanacEntry read in new[] { ReadYuma(Text(AlmanacWriter.WriteYuma, written), entry.Reference).Entries[0], ReadSem(Text(AlmanacWriter.WriteSem, written), entry.Reference).Entries[0] })
            {
                Epoch at = orbit.Validity.Contains(read.Reference + Duration.FromHours(1)) ? read.Reference + Duration.FromHours(1) : orbit.Validity.First;
                Check.Within(Tolerance.Of(3000, "m", "harmonics of 1 km and rates left out"), orbit.At(at).Position, read.Orbit().At(at).Position, message.Satellite.ToString());
                compared++;
            }
        }

        Assert.True(compared > 20, $"{compared} compared");
    }

    [Fact]
    public void Digits_survive()
    {
        AlmanacFile yuma = ReadYuma(Yuma).ValueOrThrow(), sem = ReadSem(Sem).ValueOrThrow();
        string text = Text(AlmanacWriter.WriteYuma, yuma);
        Assert.Equal(yuma.Entries, ReadYuma(text).ValueOrThrow().Entries);
        Assert.Equal(text, Text(AlmanacWriter.WriteYuma, ReadYuma(text).ValueOrThrow()));
        string semText = Text(AlmanacWriter.WriteSem, sem);
        Assert.Equal(semText, Text(AlmanacWriter.WriteSem, ReadSem(semText).ValueOrThrow()));
        Assert.Contains(" 5.15369287100000E+03 -6.99954903283628E-01  2.44594842084939E-01", semText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SQRT(A)  (m 1/2):           5153.692871", "SQRT(A)  (m 1/2):           515.692871", "CN3150")]
    [InlineData("SQRT(A)  (m 1/2):           5153.692871", "SQRT(A)  (m 1/2):           515x.692871", "CN3012")]
    [InlineData("SQRT(A)  (m 1/2):           5153.692871", "", "CN3013")]
    [InlineData("Health:                     000", "Health:                     063", "CN3152")]
    [InlineData("ID:                         01", "ID:                         0", "CN3154")]
    [InlineData("Mean Anom", "Mean Animal", "CN3153")]
    public void What_is_wrong_is_told(string good, string bad, string code) =>
        Assert.Contains(ReadYuma(Yuma.Replace(good, bad, StringComparison.Ordinal)).Diagnostics, d => d.Code == code);

    [Fact]
    public void A_cut_file_is_told()
    {
        Assert.Contains(ReadSem(Sem.Replace("1  CURRENT", "2  CURRENT", StringComparison.Ordinal)).Diagnostics, d => d.Code == "CN3013");
        Assert.Equal("CN3001", ReadYuma("hello").Diagnostics[0].Code);
    }

    [Fact]
    public void Random_damage_never_breaks_a_reader()
    {
        byte[] yuma = Encoding.ASCII.GetBytes(Yuma), sem = Encoding.ASCII.GetBytes(Sem);
        for (int seed = 0; seed < 300; seed++)
        {
            foreach (ReadResult<AlmanacFile> read in new[] { YumaAlmanacReader.Read(new MemoryStream(Damage.Some(yuma, seed)), "b.alm"), SemAlmanacReader.Read(new MemoryStream(Damage.Some(sem, seed)), "b.al3") })
            {
                Assert.True(read.Usable || read.Diagnostics.Count > 0);
                foreach (AlmanacEntry entry in read.Value?.Entries ?? [])
                {
                    Assert.True(double.IsFinite(entry.Orbit().At(entry.Reference).Position.Norm));
                }
            }
        }
    }

    private static MemoryStream Stream(string text) => new(Encoding.ASCII.GetBytes(text));

    private static ReadResult<AlmanacFile> ReadYuma(string text) => YumaAlmanacReader.Read(Stream(text), "x.alm");

    private static AlmanacFile ReadYuma(string text, Epoch near) => YumaAlmanacReader.Read(Stream(text), "x.alm", near).ValueOrThrow();

    private static ReadResult<AlmanacFile> ReadSem(string text) => SemAlmanacReader.Read(Stream(text), "x.al3");

    private static AlmanacFile ReadSem(string text, Epoch near) => SemAlmanacReader.Read(Stream(text), "x.al3", near).ValueOrThrow();

    private static string Text(Action<Stream, AlmanacFile> write, AlmanacFile file)
    {
        using MemoryStream stream = new();
        write(stream, file);
        return Encoding.ASCII.GetString(stream.ToArray());
    }
}
