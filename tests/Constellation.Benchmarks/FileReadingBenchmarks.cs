using BenchmarkDotNet.Attributes;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>Reading text from the page cache into arrays: an SP3 file of 32 satellites every 30 s (5.7 MB) and a RINEX 4 file of 16,000 messages (10.6 MB), both made here.</summary>
/// <remarks>MB/s: the size that Setup prints, divided by the mean time.</remarks>
[MemoryDiagnoser]
public class FileReadingBenchmarks
{
    private string _sp3 = "", _nav = "";

    [GlobalSetup]
    public void Setup()
    {
        Epoch start = Epoch.FromGps(2253, Duration.FromDays(1));
        Epoch[] epochs = [.. Enumerable.Range(0, 2880).Select(i => start + Duration.FromSeconds(30L * i))];
        Random random = new(1);
        Vector3d Draw(double size) => new(size * random.NextDouble(), -size * random.NextDouble(), size * (random.NextDouble() - 0.5));
        Sp3File file = new()
        {
            Version = 'd',
            TimeScale = TimeScale.Gpst,
            Interval = Duration.FromSeconds(30),
            Epochs = epochs,
            Satellites =
            [
                .. Enumerable.Range(1, 32).Select(prn => new Sp3Satellite
                {
                    Id = new SatelliteId(GnssSystem.Gps, prn),
                    Positions = [.. epochs.Select(_ => Draw(2.6e7))],
                    Clocks = [.. epochs.Select(_ => 1e-3 * random.NextDouble())],
                    Marks = new Sp3Marks[epochs.Length],
                }),
            ],
        };
        _sp3 = Write("sp3", stream => Sp3Writer.Write(stream, file));

        KeplerianParameters Parameters() => new()
        {
            SqrtA = 5153.656 + random.NextDouble(),
            Eccentricity = 0.02 * random.NextDouble(),
            I0 = 0.9897,
            Omega0 = (2 * random.NextDouble()) - 1,
            ArgumentOfPerigee = (2 * random.NextDouble()) - 1,
            M0 = (2 * random.NextDouble()) - 1,
            DeltaN = 4e-9 * random.NextDouble(),
            OmegaDot = -8e-9 * random.NextDouble(),
            IDot = -2e-11,
            Cuc = -3.58e-6 * random.NextDouble(),
            Cus = 1.12e-5 * random.NextDouble(),
            Crc = 176.9,
            Crs = -66.8,
            Cic = -3e-8,
            Cis = -2.4e-7 * random.NextDouble(),
        };
        IEnumerable<NavigationMessage> messages = Enumerable.Range(0, 16_000).Select(i =>
        {
            Epoch toe = start + Duration.FromSeconds(16L * (i / 32));
            return new NavigationMessage
            {
                Satellite = new SatelliteId(GnssSystem.Gps, 1 + (i % 32)),
                Type = MessageType.Lnav,
                TransmissionTime = toe,
                EphemerisReference = toe,
                Ephemeris = new KeplerianEphemeris(GnssSystem.Gps, OrbitClass.Meo, toe, Parameters()),
                Clock = new ClockPolynomial(toe, 1e-4 * random.NextDouble(), 1e-12 * random.NextDouble(), 0),
                AddRelativisticEccentricity = true,
                GroupDelays = new Dictionary<string, double> { ["TGD"] = -1e-8 * random.NextDouble() },
                Healthy = true,
                Issue = i & 255,
                Accuracy = 2,
            };
        });
        _nav = Write("rnx", stream => RinexNavWriter.Write(stream, NavigationFile.Of(messages)));
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        File.Delete(_sp3);
        File.Delete(_nav);
    }

    [Benchmark]
    public int Sp3() => Sp3Reader.Read(_sp3).Value!.Epochs.Length;

    [Benchmark]
    public int RinexNavigation() => RinexNavReader.Read(_nav).Value!.Messages.Count;

    private static string Write(string kind, Action<Stream> write)
    {
        string path = Path.Combine(Path.GetTempPath(), $"constellation-benchmark-{Guid.NewGuid():N}.{kind}");
        using (FileStream stream = File.Create(path))
        {
            write(stream);
            Console.WriteLine($"// {kind}: {stream.Length / 1e6:0.00} MB");
        }

        return path;
    }
}
