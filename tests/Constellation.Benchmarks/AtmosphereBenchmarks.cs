using BenchmarkDotNet.Attributes;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>Delays of 40 satellites at 24 epochs of a day over Denmark, on one thread.</summary>
[MemoryDiagnoser]
public class AtmosphereBenchmarks
{
    private const int Satellites = 40, Epochs = 24;
    private readonly SignalRay[] _rays = new SignalRay[Satellites * Epochs];
    private readonly NeQuickG _nequick = new(121.129893, 0.351254133, 0.0134635348);

    [ParamsSource(nameof(Models))]
    public string Model { get; set; } = "klobuchar";

    public static IReadOnlyList<string> Models { get; } = ["klobuchar", "klobuchar-bds", "nequick", "nequick as printed", "ntcm", "bdgim", "gpt3+gpt2w", "saastamoinen+niell"];

    [GlobalSetup]
    public void Setup()
    {
        TopocentricFrame frame = new(GeodeticPoint.FromDegrees(55.5, 8.4, 60));
        for (int i = 0; i < _rays.Length; i++)
        {
            LookAngles look = new(0.157 * (i % Satellites), 0.1 + (1.4 * (7 * i % Satellites) / Satellites), 2.2e7);
            _rays[i] = SignalRay.Between(frame, frame.PointAt(look), Epoch.FromGpsCalendar(2023, 3, 12, i / Satellites, 0, 0));
        }
    }

    [Benchmark]
    public double Day() => Model switch
    {
        "klobuchar" => Sum(new KlobucharIonosphere(Klobuchar.Of2023March12)),
        "klobuchar-bds" => Sum(new BeiDouKlobuchar(Klobuchar.Of2023March12)),
        "nequick" => Sum(_nequick),
        "nequick as printed" => AsPrinted(),
        "ntcm" => Sum(new NtcmG(121.129893, 0.351254133, 0.0134635348)),
        "bdgim" => Sum(new Bdgim([35.5, 2, 12, 13.375, -17.25, 1.125, 1, 3, 0.375])),
        "gpt3+gpt2w" => Sum(TroposphereModels.Default),
        _ => Sum(TroposphereModels.Named("saastamoinen", "niell")),
    };

    private double Sum(IIonosphereModel model)
    {
        double sum = 0;
        foreach (SignalRay ray in _rays)
        {
            sum += model.At(ray, 1575.42e6).Delay;
        }

        return sum;
    }

    private double Sum(ITroposphereModel model)
    {
        double sum = 0;
        foreach (SignalRay ray in _rays)
        {
            sum += model.Over(ray.Receiver, ray.Epoch).Slant(ray.Look.Elevation);
        }

        return sum;
    }

    private double AsPrinted()
    {
        double sum = 0;
        foreach (SignalRay ray in _rays)
        {
            ScaleReading time = ray.Epoch.In(TimeScale.Utc);
            sum += _nequick.SlantTec(ray.Receiver, Ellipsoid.Wgs84.ToGeodetic(ray.Satellite), time.Month, time.SecondOfDay.TotalSeconds / 3600);
        }

        return sum;
    }
}
