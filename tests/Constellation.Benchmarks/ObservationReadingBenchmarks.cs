using BenchmarkDotNet.Attributes;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>A day of observations of 45 satellites every 30 s, five signals each, made here (41 MB as plain text): read from memory into epochs, plain and compact, and written.</summary>
/// <remarks>MB/s: the size of the plain text that Setup prints, divided by the mean time; also for the compact form, whose expanded text it is.</remarks>
[MemoryDiagnoser]
public class ObservationReadingBenchmarks
{
    private const int Epochs = 2880, Satellites = 45;

    private static readonly string[] s_signals = ["1C", "2W", "2L", "5Q", "1L"];

    private byte[] _plain = [], _compact = [];

    [GlobalSetup]
    public void Setup()
    {
        (_plain, _compact) = (Write(compact: false), Write(compact: true));
        Console.WriteLine($"// plain {_plain.Length / 1e6:0.0} MB, compact {_compact.Length / 1e6:0.0} MB");
    }

    [Benchmark(Baseline = true)]
    public int Plain() => Read(_plain);

    [Benchmark]
    public int Compact() => Read(_compact);

    [Benchmark]
    public (int, int) Rewrite()
    {
        using RinexObservationReader reader = RinexObservationReader.Open(new MemoryStream(_plain), "plain", ReadingRules.ErrorsEnd);
        return RinexObservationWriter.Write(Stream.Null, reader.Header, reader);
    }

    private static int Read(byte[] text)
    {
        using RinexObservationReader reader = RinexObservationReader.Open(new MemoryStream(text), "text", ReadingRules.ErrorsEnd);
        ObservationEpoch epoch = new();
        int rows = 0;
        while (reader.TryRead(epoch))
        {
            rows += epoch.Count;
        }

        return rows;
    }

    private static byte[] Write(bool compact)
    {
        ObservationCode[] codes = [.. s_signals.SelectMany(s => "CLDS".Select(k => new ObservationCode((ObservableKind)k, SignalCode.Parse(s))))];
        ObservationLayout layout = new([new(GnssSystem.Gps, codes)]);
        ReceiverDescription receiver = new() { Marker = "BENCH" };
        ObservationHeader header = new() { Version = 3.05, TimeScale = TimeScale.Gpst, Layout = layout, Receiver = receiver };
        Epoch start = Epoch.FromGps(2253, Duration.FromDays(1));
        Random random = new(1);
        using MemoryStream stream = new();
        using RinexObservationWriter writer = new(stream, header, compact: compact);
        ObservationEpoch epoch = new();
        for (int e = 0; e < Epochs; e++)
        {
            epoch.Begin(start + Duration.FromSeconds(30L * e), layout);
            for (int s = 1; s <= Satellites; s++)
            {
                epoch.Add(new SatelliteId(GnssSystem.Gps, s), out Span<double> values, out _, out Span<byte> strengths);
                double range = 2.2e7 + (3e6 * Math.Sin((e + (50 * s)) * 2e-3));
                for (int k = 0; k < codes.Length; k++)
                {
                    values[k] = Math.Round((k % 4) switch { 0 => range, 1 => range * 5.25, 2 => -3000 * Math.Cos((e + (50 * s)) * 2e-3), _ => 45 } + random.NextDouble(), 3);
                    strengths[k] = (byte)(k % 4 < 2 ? 7 : 0);
                }
            }

            writer.Write(epoch, receiver);
        }

        writer.Finish();
        return stream.ToArray();
    }
}
