using System.Globalization;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Positioning.Precise;

/// <summary>Precise point positioning of real stations with real products, against RTKLIB on the same files and against published positions.</summary>
public sealed class PppRealDataTests
{
    /// <summary>Marker in ITRF2014 at the epoch, by the note on the data: uncertain by 8 cm. The antenna, 0.216 m above it, has no calibration.</summary>
    private static readonly Position<Itrf> s_esbjerg = new(3582104.804, 532590.220, 5232755.089);

    private static readonly Position<Itrf> s_chichijima = new(-4490605.1171, 3483895.0491, 2884928.3288);

    private static ITroposphereModel Troposphere { get; } = new TroposphereModel(Unb3Zenith.Instance, NiellModel.Instance);

    [Fact, Trait("Category", "Long")]
    public void A_static_day_agrees_with_RTKLIB_and_with_the_published_position()
    {
        List<PppEpoch> day = Esbjerg(kinematic: false, 0, 24);
        PppEpoch last = day.FindLast(e => e.Status == PppStatus.Ok)!;
        TopocentricFrame local = new(s_esbjerg);
        Vector3d antenna = local.ToLocal(last.Marker - s_esbjerg) + new Vector3d(0, 0, 0.216);
        string row = File.ReadLines(TestData.Local("ppp/esbc_2020177_static.pos")).Last();
        double[] v = [.. row.Split(' ')[2..5].Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
        Vector3d difference = antenna - local.ToLocal(new Position<Itrf>(v[0], v[1], v[2]) - s_esbjerg);
        Horizontal(Tolerance.Of(0.025, "m", "the requirement; measured 0.003"), difference);
        Check.Within(Tolerance.Of(0.06, "m", "the requirement; measured 0.036, of which 0.026 is that program's random walk of ambiguities and 0.006 the gravitational delay that it leaves out"), 0, difference.Z, "up, from RTKLIB");
        Vector3d error = local.ToLocal(last.Marker - s_esbjerg);
        Horizontal(Tolerance.Of(0.12, "m", "the requirement: the position is uncertain by 8 cm"), error);
        Check.Within(Tolerance.Of(0.10, "m", "the requirement: the antenna is not calibrated"), 0, error.Z, "up, from ITRF2014");
    }

    [Fact, Trait("Category", "Long")]
    public void The_quarters_of_a_day_agree()
    {
        TopocentricFrame local = new(s_esbjerg);
        Vector3d[] pieces = [.. Enumerable.Range(0, 4).Select(q => local.ToLocal(Esbjerg(kinematic: false, 6 * q, (6 * q) + 6).FindLast(e => e.Status == PppStatus.Ok)!.Marker - s_esbjerg))];
        Vector3d mean = 0.25 * (pieces[0] + pieces[1] + pieces[2] + pieces[3]);
        double Rms(Func<Vector3d, double> of) => Math.Sqrt(pieces.Average(p => of(p - mean) * of(p - mean)));
        double horizontal = Math.Sqrt((Rms(p => p.X) * Rms(p => p.X)) + (Rms(p => p.Y) * Rms(p => p.Y)));
        Check.Within(Tolerance.Of(0.015, "m", "the requirement; measured 0.010"), 0, horizontal, "horizontal rms");
        Check.Within(Tolerance.Of(0.030, "m", "the requirement; measured 0.010"), 0, Rms(p => p.Z), "vertical rms");
    }

    [Fact, Trait("Category", "Long")]
    public void Kinematic_epochs_scatter_about_the_static_position()
    {
        Position<Itrf> still = Esbjerg(kinematic: false, 0, 24).FindLast(e => e.Status == PppStatus.Ok)!.Marker;
        TopocentricFrame local = new(still);
        Vector3d[] epochs = [.. Esbjerg(kinematic: true, 0, 24).Where(e => e.Status == PppStatus.Ok).Skip(240).Select(e => local.ToLocal(e.Marker - still))];
        Check.Within(Tolerance.Of(0.05, "m", "the requirement; measured 0.020"), 0, Math.Sqrt(epochs.Average(e => (e.X * e.X) + (e.Y * e.Y))), "horizontal rms");
        Check.Within(Tolerance.Of(0.10, "m", "the requirement; measured 0.028"), 0, Math.Sqrt(epochs.Average(e => e.Z * e.Z)), "vertical rms");
    }

    /// <summary>One hour at 27 degrees north with many slips of the receiver, against the ambiguity-fixed result of an established program.</summary>
    [Fact]
    public void An_hour_comes_within_a_decimetre_of_the_published_result()
    {
        BiasFile biases = BiasReader.Read(TestData.Shared("data/bias/WUM0MGXRAP_20212100000_01D_01D_ABS.BIA.gz")).ValueOrThrow();
        PreciseStates states = new PreciseProducts
        {
            Orbits = Sp3Reader.Read(TestData.Shared("data/sp3/WUM0MGXRAP_20212100000_01D_01M_ORB.SP3.gz")).Value!,
            Clocks = ClkReader.Read(TestData.Shared("data/clk/WUM0MGXRAP_20212100000_01D_30S_CLK.CLK.gz")).Value!,
            Attitudes = OrbexReader.Read(TestData.Shared("data/attitude/COM21684.OBX.gz")).Value!,
        }.ToStates();
        PppEpoch last = Solve(TestData.Shared("data/obs/ccj22100.21o"), states, new PppSettings { Troposphere = Troposphere, Biases = new ProductBiases(biases) }, 0, 24)[^1];

        double[][] published = [.. File.ReadLines(TestData.Shared("data/reference/kin_2021210_ccj2")).SkipWhile(l => !l.Contains("END OF HEADER", StringComparison.Ordinal)).Skip(2)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2..5].Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray())];
        Position<Itrf> theirs = new(published.Average(p => p[0]), published.Average(p => p[1]), published.Average(p => p[2]));
        Vector3d difference = new TopocentricFrame(theirs).ToLocal(last.Marker - theirs);
        Horizontal(Tolerance.Of(0.06, "m", "float ambiguities after an hour: east to 5 cm"), difference);
        Check.Within(Tolerance.Of(0.10, "m", "likewise, and the antenna's offset of 4 cm that they could take off"), 0, difference.Z, "up");
        Vector3d error = new TopocentricFrame(s_chichijima).ToLocal(last.Marker - s_chichijima);
        Horizontal(Tolerance.Of(0.06, "m", "plate motion of 8 months is 1 cm there"), error);
        Check.Within(Tolerance.Of(0.10, "m", "the antenna's offset of 4 cm, an hour"), 0, error.Z, "up");

        string[] ztd = [.. File.ReadLines(TestData.Shared("data/reference/ztd_2021210_ccj2")).Last().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        double theirZenith = ztd[^3..].Sum(t => double.Parse(t, CultureInfo.InvariantCulture));
        Check.Within(Tolerance.Of(0.02, "m", "one constant delay for the hour there, a random walk here"), theirZenith, last.ZenithDelay, "zenith delay");
        string[] clock = [.. File.ReadLines(TestData.Shared("data/reference/rck_2021210_ccj2")).Last().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        double theirClock = double.Parse(clock[6], CultureInfo.InvariantCulture) / PhysicalConstants.SpeedOfLight;
        Check.Within(Tolerance.Of(2e-9, "s", "codes with half a metre of multipath fix it in an hour, and the antenna is calibrated there; measured 1.1e-9"), theirClock, last.Clocks[0].Offset, "receiver clock");
    }

    [Fact]
    public void A_quarter_of_an_hour_at_1_Hz_comes_within_two_decimetres()
    {
        PreciseStates states = new PreciseProducts { Orbits = Sp3Reader.Read(TestData.Shared("data/sp3/COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz")).Value! }.ToStates();
        PppEpoch last = Solve(TestData.Shared("data/obs/SEPT078M.21O.gz"), states, new PppSettings { Troposphere = Troposphere }, 0, 24)[^1];
        Position<Itrf> published = new(-3962108.6617, 3381309.5232, 3668678.6410);
        double error = (last.Marker - published).Norm, sigma = Math.Sqrt(last.Covariance.Trace);
        Assert.True(error < 0.2, $"{error} m");
        Assert.True(error < 3 * sigma, $"error {error} m, sigma {sigma} m: what fast epochs have in common must be in the sigma");
    }

    private static List<PppEpoch> Esbjerg(bool kinematic, double fromHour, double toHour)
    {
        PreciseStates states = new PreciseProducts
        {
            Orbits = Sp3File.Merge([
                Sp3Reader.Read(TestData.Shared("data/sp3/GRG0MGXFIN_20201760000_01D_15M_ORB.SP3.gz")).Value!,
                Sp3Reader.Read(TestData.Shared("data/sp3/GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz")).Value!]),
            Clocks = ClkReader.Read(TestData.Shared("data/clk/GRG0MGXFIN_20201770000_01D_30S_CLK.CLK.gz")).Value!,
        }.ToStates();
        return Solve(TestData.Shared("data/obs/ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz"), states, new PppSettings { Troposphere = Troposphere, Kinematic = kinematic }, fromHour, toHour);
    }

    private static List<PppEpoch> Solve(string path, PreciseStates states, PppSettings settings, double fromHour, double toHour)
    {
        using RinexObservationReader reader = RinexObservationReader.Open(path, new ReadingRules(false, _ => { }));
        PppEngine engine = new(states, settings with { GlonassChannels = GlonassChannels.Of(null) }, reader.Receiver);
        ObservationEpoch epoch = new();
        List<PppEpoch> solved = [];
        while (reader.TryRead(epoch))
        {
            double hour = epoch.Time.ToGps().TimeOfWeek.TotalSeconds % 86400 / 3600;
            if (hour >= fromHour && hour < toHour)
            {
                solved.Add(engine.Process(epoch));
            }
        }

        return solved;
    }

    private static void Horizontal(Tolerance tolerance, Vector3d local) => Check.Within(tolerance, 0, Math.Sqrt((local.X * local.X) + (local.Y * local.Y)), "horizontal");
}
