using System.Globalization;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Positioning;

/// <summary>Real receivers: the engine with RTKLIB's models against RTKLIB's results, and with its own against both and the stations.</summary>
public class RtklibComparisonTests
{
    private const string Esbc = "data/obs/ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz", EsbcNav = "data/nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz";

    /// <summary>Of the antenna: data README, ITRF2014 marker and 0.216 m up.</summary>
    private static readonly Position<Itrf> s_esbc = new(3582104.925, 532590.238, 5232755.267);

    /// <summary>data/positioning/rtklib.csv by make_rtklib.py. One centimetre was to be met; what is left is the print (0.1 mm) and the first-order Earth rotation term there.</summary>
    [Theory]
    [InlineData("esbc-g", Esbc, EsbcNav, "G", "klobuchar")]
    [InlineData("esbc-grec", Esbc, EsbcNav, "GREC", "klobuchar")]
    [InlineData("esbc-grec-if", Esbc, EsbcNav, "GREC", "if")]
    [InlineData("esbc-grec-off", Esbc, EsbcNav, "GREC", "off")]
    [InlineData("kms3-grec", "data/obs/KMS300DNK_R_20221591000_01H_30S_MO.crx", "data/nav/KMS300DNK_R_20221591000_01H_MN.rnx.gz", "GREC", "klobuchar")]
    [InlineData("kms3-grec-4", "data/obs/KMS300DNK_R_20221591000_01H_30S_MO.crx", "data/nav/KMS300DNK_R_20221591000_01H_MN.rnx.gz", "GREC", "klobuchar")]
    [InlineData("nya1-ge", "data/obs/NYA100NOR_S_20241270000_01D_30S_MO.crx.gz", "data/nav/NYA100NOR_S_20241270000_01D_GN.rnx.gz|data/nav/NYA100NOR_S_20241270000_01D_EN.rnx.gz", "GE", "klobuchar")]
    [InlineData("sept-gej", "data/obs/SEPT078M.21O.gz", "data/nav/SEPT078M.21P", "GEJ", "klobuchar")]
    public void Positions_equal_RTKLIB_within_a_millimetre(string run, string observations, string navigation, string systems, string ionosphere)
    {
        Dictionary<long, (Position<Itrf> Position, int Satellites)> expected = Expected(run);
        NavigationFile nav = Navigation(navigation);
        double[]? c = nav.Ionosphere.FirstOrDefault(i => i is { System: GnssSystem.Gps, Satellite: null })?.Coefficients.ToArray();
        KlobucharIonosphere model = new(c is null ? RtklibModel.DefaultIonosphere : new Klobuchar(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]));
        NavigationMessages read = run.EndsWith("-4", StringComparison.Ordinal) ? RtklibRinex4.Kept(nav) : nav.Messages;
        ReceiverOptions options = RtklibModel.Options(ionosphere == "klobuchar" ? model : null, ionosphere == "if") with
        {
            Systems = systems.Select(s => (GnssSystem)s).ToHashSet(),
            ElevationMask = double.DegreesToRadians(10),
            CodeDelays = new RtklibCodeDelays(read),
        };
        BroadcastStates states = new(RtklibMessages.Kept(read), BroadcastRules.Rtklib);

        int compared = 0;
        foreach (ReceiverFix fix in Solve(observations, states, options))
        {
            if (expected.TryGetValue(Milliseconds(fix.Time), out (Position<Itrf> Position, int Satellites) there))
            {
                Assert.Equal(ReceiverStatus.Ok, fix.Status);
                Assert.Equal(there.Satellites, fix.Satellites);
                Assert.True((fix.Position - there.Position).Norm < 1e-3, $"{fix.Time}: {(fix.Position - there.Position).Norm} m");
                compared++;
            }
        }

        Assert.Equal(expected.Count, compared);
    }

    /// <summary>Our defaults are at least as near to the station as RTKLIB's positions of the same file with its broadcast models.</summary>
    [Theory]
    [InlineData("esbc-grec", Esbc, EsbcNav, 3582104.925, 532590.238, 5232755.267)]
    [InlineData("kms3-grec", "data/obs/KMS300DNK_R_20221591000_01H_30S_MO.crx", "data/nav/KMS300DNK_R_20221591000_01H_MN.rnx.gz", 0, 0, 0)]
    [InlineData("nya1-ge", "data/obs/NYA100NOR_S_20241270000_01D_30S_MO.crx.gz", "data/nav/NYA100NOR_S_20241270000_01D_GN.rnx.gz|data/nav/NYA100NOR_S_20241270000_01D_EN.rnx.gz", 1202433.6131, 252632.4074, 6237772.7803)]
    [InlineData("sept-gej", "data/obs/SEPT078M.21O.gz", "data/nav/SEPT078M.21P", 0, 0, 0)]
    public void Defaults_are_no_worse_than_RTKLIB(string run, string observations, string navigation, double x, double y, double z)
    {
        Dictionary<long, (Position<Itrf> Position, int Satellites)> theirs = Expected(run);
        NavigationFile nav = Navigation(navigation);
        Position<Itrf> truth = x != 0 ? new(x, y, z) : Antenna(observations);
        ReceiverOptions options = new() { Ionosphere = BroadcastIonosphere.Of(nav, "klobuchar") };
        double ours = 0, other = 0;
        foreach (ReceiverFix fix in Solve(observations, new BroadcastStates(nav.Messages), options))
        {
            if (theirs.TryGetValue(Milliseconds(fix.Time), out (Position<Itrf> Position, int Satellites) there) && fix.HasPosition)
            {
                ours += (fix.Position - truth).NormSquared;
                other += (there.Position - truth).NormSquared;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{run}: {Math.Sqrt(ours / theirs.Count):0.000} m, RTKLIB {Math.Sqrt(other / theirs.Count):0.000} m (3D rms)");
        Assert.True(ours < other, $"{Math.Sqrt(ours / theirs.Count)} m against {Math.Sqrt(other / theirs.Count)} m");
    }

    /// <summary>The bound of the issue for 24 h of all systems with precise products: 0.6, 0.6 and 1.4 m east, north and up.</summary>
    [Fact]
    public void Precise_products_bring_codes_to_decimetres()
    {
        PreciseStates states = new PreciseProducts
        {
            Orbits = Sp3Reader.Read(TestData.Shared("data/sp3/GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz")).Value!,
            Clocks = ClkReader.Read(Directory.GetFiles(TestData.Shared("data/clk"), "GRG0MGXFIN_2020177*").Single()).Value!,
        }.ToStates();
        PreciseCorrections corrections = new(states, null);
        ReceiverOptions options = new() { IonosphereUse = IonosphereUse.Free, Weights = RangeWeights.Products, CodeDelays = new ProductCodeDelays(null, null), Corrections = corrections };
        TopocentricFrame frame = new(s_esbc);
        Vector3d[] errors = [.. Solve(Esbc, states, options).Where(f => f.HasPosition).Select(f => frame.ToLocal(f.Position - s_esbc))];
        Assert.True(errors.Length > 2800);
        Assert.True(Rms(errors, e => e.X) <= 0.6);
        Assert.True(Rms(errors, e => e.Y) <= 0.6);
        Assert.True(Rms(errors, e => e.Z) <= 1.4);
    }

    private static IEnumerable<ReceiverFix> Solve(string observations, ISatelliteStates states, ReceiverOptions options)
    {
        using RinexObservationReader source = RinexObservationReader.Open(TestData.Shared(observations), new ReadingRules(false, _ => { }));
        SinglePointReceiver receiver = new(states, options);
        receiver.Preparation.GlonassChannels = source.Receiver.GlonassChannels;
        ObservationEpoch epoch = new();
        while (source.TryRead(epoch))
        {
            yield return receiver.Solve(epoch);
        }
    }

    private static NavigationFile Navigation(string paths) => NavigationFile.Merge([.. paths.Split('|').Select(p => RinexNavReader.Read(TestData.Shared(p)).Value!)]);

    private static Position<Itrf> Antenna(string observations)
    {
        using RinexObservationReader source = RinexObservationReader.Open(TestData.Shared(observations), new ReadingRules(false, _ => { }));
        Position<Itrf> marker = source.Receiver.ApproximatePosition!.Value;
        return marker + (source.Receiver.AntennaDelta.Up * new TopocentricFrame(marker).Up);
    }

    /// <summary>The program's times are of true reception; tags are whole seconds.</summary>
    private static Dictionary<long, (Position<Itrf> Position, int Satellites)> Expected(string run) => File.ReadLines(TestData.Local("positioning/rtklib.csv"))
        .Select(l => l.Split(','))
        .Where(f => f[0] == run)
        .ToDictionary(f => 1000 * (long)Math.Round(Number(f[2])), f => (new Position<Itrf>(Number(f[3]), Number(f[4]), Number(f[5])), (int)Number(f[6])));

    private static long Milliseconds(Epoch epoch) => (long)Math.Round(1000 * epoch.ToGps().TimeOfWeek.TotalSeconds);

    private static double Rms(Vector3d[] errors, Func<Vector3d, double> component) => Math.Sqrt(errors.Average(e => component(e) * component(e)));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
