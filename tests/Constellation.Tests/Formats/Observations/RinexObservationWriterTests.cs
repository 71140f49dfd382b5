using System.Diagnostics;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Observations;

public sealed class RinexObservationWriterTests
{
    /// <summary>Every value, flag, time and mark of real files comes back; RINEX 2 under the codes of RINEX 3.</summary>
    [Theory]
    [InlineData("npaz3550.21o", 3.05)]
    [InlineData("ACOR00ESP_R_20213550000_01D_30S_MO.crx", 3.05)]
    [InlineData("KMS300DNK_R_20221591000_01H_30S_MO.crx", 4.00)]
    [InlineData("YEBE00ESP_R_20230891800_01H_30S_MO.crx.gz", 3.05)]
    [InlineData("SEPT078M.21O.gz", 4.00)]
    [InlineData("ccj22100.21o", 3.05)]
    public void What_is_written_is_read_again(string name, double version)
    {
        string path = TestData.Shared("data/obs/" + name);
        byte[] written = Rewrite(path, version, out int epochs);
        (List<Row> again, List<Diagnostic> told, RinexObservationReader reader) = ObservationText.Read(written);
        Assert.Empty(told);
        Assert.Equal((version, epochs), (reader.Header.Version, reader.Epochs));
        List<Row> before = ReadAll(path, out ReceiverDescription receiver);
        Assert.Equal(before.Count, again.Count);
        foreach ((Row a, Row b) in before.Zip(again))
        {
            Assert.Equal((a.Time, a.Satellite, a.Mark, a.ClockOffset), (b.Time, b.Satellite, b.Mark, b.ClockOffset));
            Assert.True(a.Layout.Of(a.Satellite.System).SequenceEqual(b.Layout.Of(a.Satellite.System)));
            int columns = a.Layout.Of(a.Satellite.System).Length;
            Assert.Equal(a.Values[..columns], b.Values[..columns]);
            Assert.Equal(a.LossOfLock[..columns], b.LossOfLock[..columns]);
            Assert.Equal(a.Strengths[..columns], b.Strengths[..columns]);
        }

        ReceiverDescription r = reader.Receiver;
        Assert.Equal((receiver.Marker, receiver.MarkerNumber, receiver.Receiver, receiver.Antenna, receiver.AntennaDelta), (r.Marker, r.MarkerNumber, r.Receiver, r.Antenna, r.AntennaDelta));
        Assert.Equal((receiver.ApproximatePosition, receiver.Interval), (r.ApproximatePosition, r.Interval));
        Assert.Equal(receiver.GlonassChannels.OrderBy(c => c.Key), r.GlonassChannels.OrderBy(c => c.Key));
    }

    /// <summary>RTKLIB's rnx2rtkp finds the same positions, to the printed digit, from the file and from what is written of it.</summary>
    [Fact]
    public void RTKLIB_finds_the_same_positions()
    {
        if (!File.Exists("/usr/bin/rnx2rtkp"))
        {
            Assert.Skip("needs rnx2rtkp of RTKLIB");
        }

        string nav = TestData.Shared("data/nav/SEPT078M.21P"), folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string original = Path.Combine(folder, "a.obs"), written = Path.Combine(folder, "b.obs");
            using (Stream stream = TextSource.Open(TestData.Shared("data/obs/SEPT078M.21O.gz")))
            using (Stream copy = File.Create(original))
            {
                stream.CopyTo(copy);
            }

            File.WriteAllBytes(written, Rewrite(original, 3.05, out _));
            string[] a = Positions(original, nav), b = Positions(written, nav);
            Assert.Equal(900, a.Length);
            Assert.Equal(a, b);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Columns_and_sites_may_change()
    {
        string one = "G05  20000000.125\n";
        string text = ObservationText.Header3() + ">                              2  0\n> 2021 03 19 12 00 00.0000000  0  1\n" + one +
            ">                              4  1\n" + ObservationText.Line("G    2 C5Q C1C", "SYS / # / OBS TYPES") + "> 2021 03 19 12 00 01.0000000  1  1\n" + one +
            ">                              3  3\n" + ObservationText.Line("OTHER", "MARKER NAME") + ObservationText.Line("10001M001", "MARKER NUMBER") + ObservationText.Line("7                   TRM59800.00     SCIS", "ANT # / TYPE") + "> 2021 03 19 12 00 02.0000000  0  1\n" + one;
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        using RinexObservationReader reader = RinexObservationReader.Open(new MemoryStream(bytes), "a.rnx", ReadingRules.ErrorsEnd);
        using MemoryStream written = new();
        Assert.Equal((3, 0), RinexObservationWriter.Write(written, reader.Header, reader));
        (List<Row> a, _, _) = ObservationText.Read(text);
        (List<Row> b, List<Diagnostic> told, _) = ObservationText.Read(written.ToArray());
        Assert.Empty(told);
        Assert.Equal(a.Select(r => (r.Time, r.Mark, r.Receiver.Moving, r.Receiver.Marker, r.Receiver.MarkerNumber, r.Receiver.Antenna, r.Layout.Of(GnssSystem.Gps)[0])), b.Select(r => (r.Time, r.Mark, r.Receiver.Moving, r.Receiver.Marker, r.Receiver.MarkerNumber, r.Receiver.Antenna, r.Layout.Of(GnssSystem.Gps)[0])));
    }

    /// <summary>Time tags in UTC and BDT go back into the scale they came in, clock offsets keep twelve digits.</summary>
    [Theory]
    [InlineData("GLO")]
    [InlineData("BDT")]
    public void Scales_and_clock_offsets_are_kept(string scale)
    {
        string text = ObservationText.Header3(ObservationText.Line("  2021     3    19    12     0    0.0000000     " + scale, "TIME OF FIRST OBS")) +
            "> 2021 03 19 23 59 59.9999999  0  1      -0.000123456789\nG05  20000000.125\n";
        using RinexObservationReader reader = RinexObservationReader.Open(new MemoryStream(Encoding.ASCII.GetBytes(text)), "a.rnx", ReadingRules.ErrorsEnd);
        using MemoryStream written = new();
        RinexObservationWriter.Write(written, reader.Header, reader, 4.0);
        string result = Encoding.ASCII.GetString(written.ToArray());
        Assert.Contains("> 2021 03 19 23 59 59.9999999  0  1      -0.000123456789\nG05  20000000.125\n", result, StringComparison.Ordinal);
        Assert.Contains($"  2021     3    19    23    59   59.9999999     {scale}         TIME OF FIRST OBS", result, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_left_out_and_counted()
    {
        ObservationLayout layout = new([new(GnssSystem.Gps, [ObservationCode.Parse("C1C"), ObservationCode.Parse("L1C"), ObservationCode.Parse("D1C")])]);
        ReceiverDescription receiver = new() { Marker = "S", ApproximatePosition = new Position<Itrf>(1, 2, 3) };
        ObservationHeader header = new() { Version = 3.05, TimeScale = TimeScale.Gpst, Layout = layout, Receiver = receiver };
        ObservationEpoch epoch = new();
        epoch.Begin(Epoch.Parse("2021-03-19T12:00:00GPST") + Duration.FromSeconds(0L, 960_000_000_000), layout);
        epoch.Add(SatelliteId.Parse("G05"), out Span<double> values, out _);
        (values[0], values[1], values[2]) = (1e10, -1e9, -0.2504);
        using MemoryStream stream = new();
        using (RinexObservationWriter writer = new(stream, header))
        {
            writer.Write(epoch, receiver);
            Assert.Equal(2, writer.LeftOut);
        }

        string text = Encoding.ASCII.GetString(stream.ToArray());
        Assert.EndsWith($"> 2021 03 19 12 00 00.0000010  0  1\nG05{"",32}{"-0.250",14}\n", text, StringComparison.Ordinal);
    }

    /// <summary>Against the formatting of .NET, all lengths, both signs.</summary>
    [Fact]
    public void Numbers_are_written_as_printf_does()
    {
        Random random = new(3);
        byte[] field = new byte[16];
        for (int i = 0; i < 100_000; i++)
        {
            double value = Math.Round(Math.Pow(10, -3 + (13 * random.NextDouble())) * (random.Next(2) == 0 ? 1 : -0.09), 3);
            field.AsSpan().Fill((byte)' ');
            Assert.True(ObservationField.TryWrite(value, field));
            Assert.Equal((value == 0 ? 0 : value).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture).PadLeft(14), Encoding.ASCII.GetString(field, 0, 14));
        }
    }

    private static string[] Positions(string observations, string nav)
    {
        using Process process = Process.Start(new ProcessStartInfo("/usr/bin/rnx2rtkp", ["-p", "0", "-sys", "G,E,J", "-e", observations, nav]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '%')];
    }

    private static byte[] Rewrite(string path, double version, out int epochs)
    {
        using RinexObservationReader reader = RinexObservationReader.Open(path, ReadingRules.ErrorsEnd);
        using MemoryStream stream = new();
        (epochs, int leftOut) = RinexObservationWriter.Write(stream, reader.Header, reader, version);
        Assert.Equal(0, leftOut);
        return stream.ToArray();
    }

    private static List<Row> ReadAll(string path, out ReceiverDescription receiver)
    {
        using Stream stream = TextSource.Open(path);
        using MemoryStream all = new();
        stream.CopyTo(all);
        (List<Row> rows, _, RinexObservationReader reader) = ObservationText.Read(all.ToArray());
        receiver = reader.Receiver;
        return rows;
    }
}
