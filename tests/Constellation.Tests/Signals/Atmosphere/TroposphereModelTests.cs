using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Signals;

public class TroposphereModelTests
{
    private static readonly double s_sin = Math.Sin((Math.PI / 2) - 1.278564131);

    /// <summary>Test case of the IERS routine GMF (Green Bank), all digits.</summary>
    [Fact]
    public void Global_mapping_function()
    {
        (MappingFunction dry, MappingFunction wet) = GlobalMapping.Mapping(new(0.6708665767, -1.393397187, 844.715), 55055.0);
        Assert.Equal(3.425245519339138678, dry.At(s_sin), 1e-13);
        Assert.Equal(3.449589116182419257, wet.At(s_sin), 1e-13);
    }

    /// <summary>Test cases of the IERS routines VMF1 (no height) and VMF1_HT, all digits.</summary>
    [Theory]
    [InlineData(0.0, 3.424342122738070593)]
    [InlineData(824.17, 3.425088087972572470)]
    public void Vienna_mapping_function(double height, double hydrostatic)
    {
        (MappingFunction dry, MappingFunction wet) = ViennaMapping.Of(0.00127683, 0.00060955, 0.6708665767, height, 55055.0);
        Assert.Equal(hydrostatic, dry.At(s_sin), 1e-13);
        Assert.Equal(3.448299714692572238, wet.At(s_sin), 1e-13);
    }

    /// <summary>Results of TU Wien's routine gpt2_5w, printed to 1e-9 (as Orekit's tests quote them): Vienna, and two places by a pole of the grid.</summary>
    [Theory]
    [InlineData(48.20, 16.37, 156.0, 4596.5, 0.001264669, 0.000572557, 22.121274184, 1002.555031902, 16.716708631, 281.105772206, 2.696356799)]
    [InlineData(77.5, 137.5, 0.0, 7395.0, 0.001174547, 0.000579181, -19.053324536, 1020.047182276, 1.190041916, 249.890425603, 1.775637732)]
    [InlineData(80.0, 120.0, 100.0, 7395.0, 0.001172082, 0.000582310, -20.146149484, 1005.468561351, 0.980537646, 249.160977382, 1.629659768)]
    public void Gpt2w(double latitudeDeg, double longitudeDeg, double height, double daysSinceJ2000, double ah, double aw, double celsius, double pressure, double vapour, double mean, double lambda)
    {
        double phase = daysSinceJ2000 / 365.25;
        GptClimate c = GptGrid.At(double.DegreesToRadians(latitudeDeg), double.DegreesToRadians(longitudeDeg), height, phase, phase);
        Assert.Equal(ah, c.HydrostaticA, 5.1e-10);
        Assert.Equal(aw, c.WetA, 5.1e-10);
        Assert.Equal(273.15 + celsius, c.Temperature, 1e-9);
        Assert.Equal(pressure, c.Pressure, 1e-9);
        Assert.Equal(vapour, c.VapourPressure, 1e-9);
        Assert.Equal(mean, c.MeanTemperature, 1e-9);
        Assert.Equal(lambda, c.VapourDecrease, 1e-9);
    }

    /// <summary>Results of TU Wien's routine gpt3_5_fast at 1982-08-22 16:50:02.224 (day of year 234.7014), with season and without, as a published test of another port quotes them.</summary>
    [Theory]
    [InlineData(-0.11852614892908808208, -0.11570188376856194168, 165.05962591308667697376, true, 998.74938292689625995990, 21.00954748668183569293, -9.43139015250267576107, 287.33136543967907527986, 18.74926034507060634837, 0.00127524291389034838, 0.00053813568201086567, 3.66780429501609095411, 16.26339260920092755214, 0.00000399885611230212, -0.00000644983562123541, 0.00011810865996845097, 0.00003166097572714890)]
    [InlineData(0.94744897313100162606, -2.42640168543301015802, 1688.63784334831166233926, true, 830.52640709515105754690, 1.76780723696219332908, -6.51500760121828292881, 275.71023425234875503520, 6.09828194820626823258, 0.00124287440319618167, 0.00058407474012442363, 2.70695200223316190247, -2.22730711328744357402, -0.00019255414166097353, 0.00004985504016526740, -0.00004437414844702558, 0.00001425774641950164)]
    [InlineData(1.44588545693157000116, 0.95865417532489871633, 1579.10162106680218130350, true, 830.38528644674283896165, -5.15664975945731995921, -3.06538915937093081610, 266.04069798833376125913, 3.10492512420901034531, 0.00121852255670867101, 0.00056562099123538844, 2.13999392925577547331, 16.78332386699947775810, -0.00007795228150391820, -0.00009230657276061030, -0.00002310376852034346, 0.00000334485788807370)]
    [InlineData(-1.47743444412358981843, -0.07596389295925254359, 2155.55015299565820896532, true, 741.42698013871699913580, -39.11432675978882400614, -1.64943909262694043960, 230.81821183613806169888, 0.12465026639509274586, 0.00109991504769876326, 0.00047943194332183807, 1.45224758746786797303, -15.98708459315884766738, 0.00005544903104689129, 0.00000971691551718601, 0.00000029631944738992, -0.00000184613295355759)]
    [InlineData(0.94744897313100162606, -2.42640168543301015802, 1688.63784334831166233926, false, 823.06848273860578046879, -4.58622698134561179728, -7.16839823189727365360, 270.11283147998796039246, 3.91656363290034459368, 0.00122307201760208360, 0.00055728155557138964, 3.02386995638889777283, -2.22730711328744357402, -0.00015785375175686654, 0.00009235387168294147, -0.00003126351096877020, 0.00001721820976937581)]
    public void Gpt3(
        double latitude, double longitude, double height, bool season, double pressure, double celsius, double lapse, double mean, double vapour, double ah, double aw, double lambda, double undulation,
        double northHydrostatic, double eastHydrostatic, double northWet, double eastWet)
    {
        double phase = season ? (234 + (60602.224292792 / 86400)) / 365.25 : double.NaN;
        GptClimate c = GptGrid.At(latitude, longitude, height, phase, phase);
        Assert.Equal(pressure, c.Pressure, 1e-9);
        Assert.Equal(celsius + 273.15, c.Temperature, 1e-10);
        Assert.Equal(lapse, 1000 * c.LapseRate, 1e-10);
        Assert.Equal(mean, c.MeanTemperature, 1e-10);
        Assert.Equal(vapour, c.VapourPressure, 1e-10);
        Assert.Equal(ah, c.HydrostaticA3, 1e-15);
        Assert.Equal(aw, c.WetA3, 1e-15);
        Assert.Equal(lambda, c.VapourDecrease, 1e-12);
        Assert.Equal(undulation, c.Undulation, 1e-10);
        Assert.Equal(northHydrostatic, c.HydrostaticGradient.North, 1e-16);
        Assert.Equal(eastHydrostatic, c.HydrostaticGradient.East, 1e-16);
        Assert.Equal(northWet, c.WetGradient.North, 1e-16);
        Assert.Equal(eastWet, c.WetGradient.East, 1e-16);
    }

    /// <summary>The authors' equations written down once more in Python (make_troposphere.py beside the data), printed to 1e-6 m.</summary>
    [Theory]
    [InlineData(45, 0, 28, 2.317824, 0.061173)]
    [InlineData(-35, 650, 200, 2.147814, 0.081340)]
    [InlineData(10, 2500, 100, 1.726941, 0.095611)]
    [InlineData(80, 100, 300, 2.271088, 0.043344)]
    public void Unb3m(double latitudeDeg, double height, double dayOfYear, double hydrostatic, double wet)
    {
        (double h, double w) = Unb3mZenith.At(double.DegreesToRadians(latitudeDeg), height, dayOfYear);
        Assert.Equal(hydrostatic, h, 5.1e-7);
        Assert.Equal(wet, w, 5.1e-7);
    }

    /// <summary>Zenith delay of Saastamoinen as RTKLIB has it, by hand for the ellipsoid: P 1013.25 hPa, T 288.16 K, e = 6.108 x 0.7 exp((17.15 T - 4684) / (T - 38.45)).</summary>
    [Fact]
    public void Saastamoinen_as_rtklib()
    {
        double e = 6.108 * 0.7 * Math.Exp(((17.15 * 288.16) - 4684) / (288.16 - 38.45));
        TroposphereColumn column = TroposphereModels.AsRtklib.Over(new(Math.PI / 4, 0, 0), Epoch.J2000);
        Assert.Equal(0.0022768 * 1013.25, column.Hydrostatic, 1e-12);
        Assert.Equal(0.002277 * ((1255.0 / 288.16) + 0.05) * e, column.Wet, 1e-12);
        Assert.Equal(2 * column.Total, column.Slant(Math.PI / 6), 1e-12);
        Assert.Equal(column.Total, TroposphereModels.AsRtklib.Over(new(Math.PI / 4, 0, -80), Epoch.J2000).Total);                // below the ellipsoid: as on it
    }

    /// <summary>Every pair of models within what they claim of the best one: zenith 15 cm, mapping functions 1 % at 15 degrees (cosecant 2.5 %), over latitudes, heights and seasons.</summary>
    [Fact]
    public void All_models_agree_within_their_errors()
    {
        foreach (string zenith in TroposphereModels.Zeniths)
        {
            foreach (string mapping in TroposphereModels.Mappings)
            {
                ITroposphereModel model = TroposphereModels.Named(zenith, mapping);
                for (double latitude = -75; latitude <= 75; latitude += 25)
                {
                    foreach (double height in new[] { 0.0, 1500.0 })
                    {
                        foreach (int month in new[] { 1, 4, 7, 10 })
                        {
                            GeodeticPoint place = GeodeticPoint.FromDegrees(latitude, 3 * latitude, height);
                            Epoch epoch = Epoch.FromGpsCalendar(2023, month, 15, 6, 0, 0);
                            TroposphereColumn best = TroposphereModels.Default.Over(place, epoch), column = model.Over(place, epoch);
                            Assert.InRange(column.Total - best.Total, zenith == "saastamoinen" ? -0.4 : -0.18, 0.18);
                            double sin = Math.Sin(double.DegreesToRadians(15));
                            Assert.Equal(1.0, column.DryMapping.At(sin) / best.DryMapping.At(sin), mapping == "cosecant" ? 0.025 : 0.001);
                            Assert.Equal(1.0, column.WetMapping.At(sin) / best.WetMapping.At(sin), mapping == "cosecant" ? 0.025 : 0.002);
                        }
                    }
                }
            }
        }
    }

    /// <summary>CCJ2 on 2021-07-29: a priori delays of a published PPP result (Wuhan University, GPT3 of 1 degree): 2.28898 m hydrostatic, 0.29300 m wet. A grid five times coarser is within 1 and 4 mm there.</summary>
    [Fact]
    public void Climate_of_a_real_site()
    {
        GeodeticPoint ccj2 = GeodeticPoint.FromDegrees(27.067533, 142.195024, 104.226);
        (double hydrostatic, double wet) = GptModel.Gpt3.Zenith(ccj2, Epoch.FromGpsCalendar(2021, 7, 29, 0, 30, 0));
        Assert.Equal(2.28898, hydrostatic, 0.001);
        Assert.Equal(0.29300, wet, 0.004);
    }

    /// <summary>At 5 degrees a tilt of 1 mm moves the delay by 1/(sin tan + 0.0032) = 92 mm; overhead not at all.</summary>
    [Fact]
    public void Gradients()
    {
        TroposphereGradient tilt = new(0.001, 0);
        double e = double.DegreesToRadians(5);
        Assert.Equal(0.001 / ((Math.Sin(e) * Math.Tan(e)) + 0.0032), tilt.Slant(e, 0), 1e-15);
        Assert.Equal(0.0924, tilt.Slant(e, 0), 1e-4);
        Assert.Equal(-tilt.Slant(e, 0), tilt.Slant(e, Math.PI), 1e-15);
        Assert.Equal(0.0, tilt.Slant(e, Math.PI / 2), 1e-15);
        Assert.Equal(0.0, tilt.Slant(Math.PI / 2, 0), 1e-15);
    }

    /// <summary>A user in orbit has no troposphere, an aircraft at 12 km the pressure's share of it (194 of 1013 hPa, ISO 2533); climates of the ground carried so far are up to 10 cm off.</summary>
    [Fact]
    public void Delays_thin_out_with_height()
    {
        foreach (string zenith in TroposphereModels.Zeniths)
        {
            ITroposphereModel model = TroposphereModels.Named(zenith, "niell");
            Assert.Equal(0.0, model.Over(GeodeticPoint.FromDegrees(45, 10, 400_000), Epoch.J2000).Total, 1e-12);
            Assert.Equal(2.307 * 194 / 1013.25, model.Over(GeodeticPoint.FromDegrees(45, 10, 12_000), Epoch.FromGpsCalendar(2023, 4, 28, 0, 0, 0)).Total, zenith == "saastamoinen" ? 0.03 : 0.1);
        }
    }

    [Fact]
    public void Below_the_horizon_there_is_no_delay() => Assert.Equal(0.0, TroposphereModels.Default.Over(new(0, 0, 0), Epoch.J2000).Slant(-0.1));
}
