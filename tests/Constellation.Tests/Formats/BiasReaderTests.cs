using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats;

public sealed class BiasReaderTests
{
    private const string Head = "%=BIA 1.00 TST 2021:085:57514 TST 2021:078:00000 2021:079:00000 A 00000004\n+BIAS/SOLUTION\n";

    /// <summary>Values read off the files by eye; the numbers of lines by grep.</summary>
    [Theory]
    [InlineData("COD0MGXFIN_20210780000_01D_01D_OSB.BIA.gz", 6844, "2021-03-19T12:00:00GPST", "G01", "1C", -1.4928)]
    [InlineData("WUM0MGXRAP_20212100000_01D_01D_ABS.BIA.gz", 1072, "2021-07-29T23:59:30GPST", "J03", "5Q", 1.3101)]
    public void Observable_biases_are_found(string name, int lines, string epoch, string satellite, string signal, double nanoseconds)
    {
        ReadResult<BiasFile> read = BiasReader.Read(SharedProducts.Path("data/bias/" + name));
        Assert.Empty(read.Diagnostics);
        BiasFile file = read.Value!;
        Assert.True(file.Absolute);
        Assert.Equal(lines, file.Biases.Count);
        Assert.Equal(nanoseconds * 1e-9, file.Code(SatelliteId.Parse(satellite), SignalCode.Parse(signal), Epoch.Parse(epoch))!.Value, 1e-16);
        Assert.Null(file.Code(SatelliteId.Parse(satellite), SignalCode.Parse(signal), Epoch.Parse("2019-01-01T00:00:00GPST")));
    }

    [Fact]
    public void Phase_biases_stand_beside_those_of_codes()
    {
        BiasFile file = BiasReader.Read(SharedProducts.Path("data/bias/COM21684.BIA.gz")).ValueOrThrow();
        Epoch noon = Epoch.Parse("2021-07-29T12:00:00GPST");
        Assert.Equal(0.05877e-9, file.Phase(SatelliteId.Parse("E36"), SignalCode.Parse("5Q"), noon, 1176.45e6)!.Value, 1e-17);
        Assert.Null(file.Phase(SatelliteId.Parse("R01"), SignalCode.Parse("1C"), noon, 1602e6));
        Assert.Contains(file.Biases, b => b.Station.Length > 0);
    }

    /// <summary>CAS gives C1C-C1W -1.031 ns and C1C-C5Q; C1W-C5Q follows through C1C.</summary>
    [Fact]
    public void Differences_lead_from_code_to_code()
    {
        BiasFile file = BiasReader.Read(SharedProducts.Path("data/bias/CAS0MGXRAP_20193350000_01D_01D_DCB.BSX.gz")).ValueOrThrow();
        Epoch noon = Epoch.Parse("2019-12-01T12:00:00GPST");
        SatelliteId g01 = SatelliteId.Parse("G01");
        double direct = file.Difference(g01, SignalCode.Parse("1C"), SignalCode.Parse("1W"), noon)!.Value;
        Assert.Equal(-1.0310e-9, direct, 1e-16);
        Assert.Equal(-direct, file.Difference(g01, SignalCode.Parse("1W"), SignalCode.Parse("1C"), noon));
        double first = file.Difference(g01, SignalCode.Parse("1C"), SignalCode.Parse("5Q"), noon)!.Value;
        Assert.Equal(first - direct, file.Difference(g01, SignalCode.Parse("1W"), SignalCode.Parse("5Q"), noon)!.Value, 1e-16);
        Assert.Null(file.Difference(g01, SignalCode.Parse("1C"), SignalCode.Parse("9A"), noon));
        Assert.False(file.Absolute);
    }

    [Fact]
    public void Slope_cycles_and_open_spans_are_understood()
    {
        BiasFile file = Read(
            Row("OSB", "G01", "", "C1C", "", "2021:078:00000", "2021:079:00000", "ns", "10.0", "1.0", "1.0E-3") +
            Row("OSB", "G01", "", "L1C", "", "0000:000:00000", "0000:000:00000", "cyc", "0.5", "", "")).ValueOrThrow();
        Epoch noon = Epoch.Parse("2021-03-19T12:00:00GPST");
        SatelliteId g01 = SatelliteId.Parse("G01");
        Assert.Equal(10e-9, file.Code(g01, SignalCode.Parse("1C"), noon)!.Value, 1e-18);
        Assert.Equal(11e-9, file.Code(g01, SignalCode.Parse("1C"), noon + Duration.FromSeconds(1000))!.Value, 1e-18);
        Assert.Equal(0.5 / 1575.42e6, file.Phase(g01, SignalCode.Parse("1C"), Epoch.J2000, 1575.42e6)!.Value, 1e-18);
    }

    [Theory]
    [InlineData("XSB", "G01", "C1C", "2021:078:00000", "ns", "1.0", "bad.bia(3,2): error CN3460: 'XSB' is not a kind of bias (OSB, DSB, ISB); mend or remove the line")]
    [InlineData("OSB", "Q01", "C1C", "2021:078:00000", "ns", "1.0", "bad.bia(3,12): error CN3460: 'Q01' is not a satellite such as G05, nor the system of a station's bias; mend or remove the line")]
    [InlineData("OSB", "G01", "C1C", "2021:378:00000", "ns", "1.0", "bad.bia(3,36): error CN3460: '2021:378:00000' is not a time (year:day:second); mend or remove the line")]
    [InlineData("OSB", "G01", "C1C", "2021:078:00000", "m", "1.0", "bad.bia(3,66): error CN3460: 'm' is not a unit (ns, cyc); mend or remove the line")]
    [InlineData("OSB", "G01", "C1C", "2021:078:00000", "ns", "1.0x", "bad.bia(3,71): error CN3460: '1.0x' is not a number; mend or remove the line")]
    [InlineData("OSB", "G01", "P1", "2021:078:00000", "ns", "1.0", "bad.bia(3,26): warning CN3462: 'P1' is no observable that is used (C1C, L5Q); its biases are left out")]
    public void What_is_wrong_is_told(string kind, string satellite, string code, string from, string unit, string value, string expected) =>
        Assert.Equal(expected, Read(Row(kind, satellite, "", code, "", from, "2021:079:00000", unit, value, "", "")).Diagnostics[0].ToString());

    [Fact]
    public void A_file_without_biases_is_told()
    {
        ReadResult<BiasFile> read = Read("");
        Assert.Null(read.Value);
        Assert.Equal("bad.bia(4): error CN3461: the file has no bias; give a file with a BIAS/SOLUTION block", read.Diagnostics[0].ToString());
    }

    [Fact]
    public void A_cut_file_is_told()
    {
        string text = Head + Row("OSB", "G01", "", "C1C", "", "2021:078:00000", "2021:079:00000", "ns", "10.0", "", "");
        ReadResult<BiasFile> read = BiasReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), "cut.bia");
        Assert.Single(read.Value!.Biases);
        Assert.Equal("cut.bia(3): error CN3025: the file ends without its %=ENDBIA line; the file is cut: fetch it again", read.Diagnostics[0].ToString());
    }

    private static string Row(string kind, string satellite, string station, string first, string second, string from, string until, string unit, string value, string sigma, string slope) =>
        $" {kind,-4} {"",-4} {satellite,-3} {station,-9} {first,-4} {second,-4} {from} {until} {unit,-4} {value,21} {sigma,11} {slope,21}\n";

    private static ReadResult<BiasFile> Read(string rows) =>
        BiasReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(Head + rows + "-BIAS/SOLUTION\n%=ENDBIA\n")), "bad.bia");
}
