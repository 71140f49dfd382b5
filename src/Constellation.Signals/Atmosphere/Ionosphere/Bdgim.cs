using System.Globalization;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>BeiDou-3's global ionosphere: nine broadcast spherical harmonics in a sun-fixed geomagnetic frame over a background that receivers carry.</summary>
/// <remarks>
/// [BDS-ICD-B1C] 7.8.2, [Yuan19]: removes about 75 % of the delay, rms. The document has no lower bound. Its authors' routine raises the vertical content to a share of
/// alpha 1 (a tenth above 35 TECU, an eighth above 20, a sixth above 12, a quarter else), which is offered here; without it a negative content counts as zero.
/// </remarks>
public sealed class Bdgim : IIonosphereModel
{
    private const double Radius = 6378.0, Height = 400.0, RadiusRatio = Radius / (Radius + Height), Refraction = 40.28;
    private const int Background = 17;
    private static readonly (int N, int M)[] s_broadcast = [(0, 0), (1, 0), (1, 1), (1, -1), (2, 0), (2, 1), (2, -1), (2, 2), (2, -2)];
    private static readonly double[] s_periods = [1, 0.5, 0.33, 14.6, 27, 121.6, 182.51, 365.25, 4028.71, 2014.35, 1342.9, 1007.18];
    private static readonly Lazy<(int N, int M, double[] Terms)[]> s_background = new(ReadBackground);
    private static readonly double s_sinPole = Math.Sin(double.DegreesToRadians(80.27)), s_cosPole = Math.Cos(double.DegreesToRadians(80.27)), s_polarMeridian = double.DegreesToRadians(-72.58);

    private readonly double[] _alpha;
    private readonly double _floor;
    private Block? _lastBlock;

    /// <param name="alpha">alpha 1 to 9, TECU.</param>
    /// <param name="withFloor">Whether the authors' lower bound applies.</param>
    public Bdgim(IReadOnlyList<double> alpha, bool withFloor = false)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(alpha.Count, s_broadcast.Length);
        _alpha = [.. alpha];
        _floor = withFloor ? Math.Max(0.0, _alpha[0] / (_alpha[0] > 35 ? 10 : _alpha[0] > 20 ? 8 : _alpha[0] > 12 ? 6 : 4)) : 0.0;
    }

    public string Name => "bdgim";

    public IonosphereDelay At(in SignalRay ray, double frequency)
    {
        if (ray.Look.Elevation <= 0)
        {
            return IonosphereDelay.Zero;
        }

        PiercePoint pierce = PiercePoint.Of(ray.Receiver.Latitude, ray.Receiver.Longitude, ray.Look.Azimuth, ray.Look.Elevation, RadiusRatio);
        ScaleReading time = ray.Epoch.In(TimeScale.Bdt);
        double delay = Ionosphere.Delay(pierce.Mapping * VerticalTec(pierce, time.ModifiedJulianDay, time.SecondOfDay.TotalSeconds / 86400.0), frequency, Refraction);
        return new(delay, 0.25 * delay);
    }

    /// <summary>Vertical electron content at a pierce point, TECU.</summary>
    /// <param name="pierce">On the shell at 400 km.</param>
    /// <param name="day">Modified Julian day, BDT.</param>
    /// <param name="fraction">Of that day.</param>
    internal double VerticalTec(PiercePoint pierce, int day, double fraction)
    {
        (double sinLatitude, double longitude) = SunFixed(pierce, fraction);
        Span<double> harmonics = stackalloc double[36];
        Harmonics(sinLatitude, longitude, harmonics);
        double tec = BackgroundTec(harmonics, day, fraction);
        for (int i = 0; i < _alpha.Length; i++)
        {
            tec += _alpha[i] * harmonics[Place(s_broadcast[i].N, s_broadcast[i].M)];
        }

        return Math.Max(_floor, tec);
    }

    /// <summary>The part that is not broadcast, A0, TECU.</summary>
    internal double BackgroundTec(PiercePoint pierce, int day, double fraction)
    {
        (double sinLatitude, double longitude) = SunFixed(pierce, fraction);
        Span<double> harmonics = stackalloc double[36];
        Harmonics(sinLatitude, longitude, harmonics);
        return BackgroundTec(harmonics, day, fraction);
    }

    /// <summary>Sine of the geomagnetic latitude, and longitude from the Sun's geomagnetic meridian.</summary>
    internal static (double SinLatitude, double Longitude) SunFixed(PiercePoint pierce, double dayFraction)
    {
        (double sin, double cos) = Math.SinCos(pierce.Latitude);
        (double sinTurn, double cosTurn) = Math.SinCos(pierce.Longitude - s_polarMeridian);
        double sinMagnetic = Math.Clamp((s_sinPole * sin) + (s_cosPole * cos * cosTurn), -1.0, 1.0);
        double magnetic = Math.Atan2(cos * sinTurn * s_cosPole, (s_sinPole * sinMagnetic) - sin);
        double sun = Math.PI * (1.0 - (2.0 * dayFraction)) - s_polarMeridian;
        return (sinMagnetic, magnetic - Math.Atan2(Math.Sin(sun), s_sinPole * Math.Cos(sun)));
    }

    private double BackgroundTec(ReadOnlySpan<double> harmonics, int day, double fraction)
    {
        int part = (int)(fraction * 12.0);
        Block? block = _lastBlock;
        if (block is null || block.Day != day || block.Part != part)
        {
            _lastBlock = block = Block.Of(day, part);
        }

        double tec = 0.0;
        for (int j = 0; j < Background; j++)
        {
            tec += block.Beta[j] * harmonics[Place(s_background.Value[j].N, s_background.Value[j].M)];
        }

        return tec;
    }

    private static int Place(int n, int m) => (n * n) + n + m;

    /// <summary>Normalised harmonics to degree and order 5: N P(n, |m|) cos m lambda, or sin |m| lambda for m below 0.</summary>
    private static void Harmonics(double sinLatitude, double longitude, Span<double> harmonics)
    {
        double cosLatitude = Math.Sqrt(1.0 - (sinLatitude * sinLatitude)), sectorial = 1.0;
        for (int m = 0; m <= 5; m++)
        {
            (double sin, double cos) = Math.SinCos(m * longitude);
            double before = 0.0, last = sectorial, ratio = 1.0;
            for (int k = 1; k <= 2 * m; k++)
            {
                ratio /= k;                                                // (n - m)! / (n + m)! at n = m
            }

            for (int n = m; n <= 5; n++)
            {
                double norm = Math.Sqrt(((2 * n) + 1) * (m == 0 ? 1.0 : 2.0) * ratio) * last;
                harmonics[Place(n, m)] = norm * cos;
                if (m > 0)
                {
                    harmonics[Place(n, -m)] = norm * sin;
                }

                (before, last) = (last, ((sinLatitude * ((2 * n) + 1) * last) - ((n + m) * before)) / (n - m + 1));
                ratio *= (n - m + 1.0) / (n + m + 1.0);
            }

            sectorial *= ((2 * m) + 1) * cosLatitude;
        }
    }

    private static (int N, int M, double[] Terms)[] ReadBackground()
    {
        using StreamReader reader = new(AtmosphereResource.Open("bdgim.csv"));
        List<(int, int, double[])> rows = [];
        while (reader.ReadLine() is { } line)
        {
            if (line[0] is not '#' and not 'd')
            {
                double[] fields = [.. line.Split(',').Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
                rows.Add(((int)fields[0], (int)fields[1], fields[2..]));
            }
        }

        return [.. rows];
    }

    /// <summary>The background's coefficients hold for two hours, at whose middle they are formed.</summary>
    private sealed record Block(int Day, int Part, double[] Beta)
    {
        public static Block Of(int day, int part)
        {
            double t = day + (((2 * part) + 1) / 24.0);
            double[] beta = new double[Background];
            for (int j = 0; j < Background; j++)
            {
                double[] terms = s_background.Value[j].Terms;
                beta[j] = terms[0];
                for (int k = 0; k < s_periods.Length; k++)
                {
                    (double sin, double cos) = Math.SinCos(2.0 * Math.PI * t / s_periods[k]);
                    beta[j] += (terms[(2 * k) + 1] * cos) + (terms[(2 * k) + 2] * sin);
                }
            }

            return new(day, part, beta);
        }
    }
}
