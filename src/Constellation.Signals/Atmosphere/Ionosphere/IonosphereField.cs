using Constellation.Core;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>A random field of unit variance over the shell and the day: what models of the ionosphere do not know, alike nearby and soon after.</summary>
/// <remarks>
/// Correlation exp(-d^2 / 2 L^2 - tau^2 / 2 T^2) with d the chord between two pierce points on a frame that turns with the Sun. Gaussian exactly, with variance 1 exactly: a sum of
/// <see cref="Waves"/> waves whose directions are fixed and whose amplitudes are drawn; that the waves are so many leaves the correlation an error of 0.05 (standard deviation),
/// test <c>AtmosphereNoiseTests</c>. One value costs as much as 64 sines: no history is kept, any epoch can be asked for.
/// </remarks>
public sealed class IonosphereField
{
    private const int Waves = 64;
    private const double ShellRadius = 6821e3;                                  // m
    private readonly double[] _x = new double[Waves], _y = new double[Waves], _z = new double[Waves], _t = new double[Waves], _cos = new double[Waves], _sin = new double[Waves];
    private readonly Epoch _origin;

    /// <param name="draws">Address; its purpose is <see cref="NoisePurpose.IonosphereField"/>.</param>
    /// <param name="origin">Epoch from which the phase of the waves counts: the start of a run.</param>
    /// <param name="correlationLength">L, m.</param>
    /// <param name="correlationTime">T.</param>
    public IonosphereField(RandomDraws draws, Epoch origin, double correlationLength, Duration correlationTime)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(correlationLength);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(correlationTime, Duration.Zero);
        _origin = origin;
        RandomDraws amplitudes = draws with { Purpose = NoisePurpose.IonosphereField };
        double space = ShellRadius / correlationLength, time = 1.0 / correlationTime.TotalSeconds;
        for (int i = 0; i < Waves; i++)
        {
            (double x, double y) = NormalPair(i, 0);
            (double z, double t) = NormalPair(i, 2);
            (_x[i], _y[i], _z[i], _t[i]) = (space * x, space * y, space * z, time * t);
            (double cos, double sin) = amplitudes.NormalPairAt((ulong)i);
            (_cos[i], _sin[i]) = (cos / Math.Sqrt(Waves), sin / Math.Sqrt(Waves));
        }
    }

    /// <summary>1500 km and two hours: large structures of the day, as the residuals of broadcast models have them.</summary>
    public static IonosphereField Of(RandomDraws draws, Epoch origin) => new(draws, origin, 1500e3, Duration.FromHours(2));

    /// <summary>The deviate where a ray meets the shell.</summary>
    public double At(PiercePoint pierce, Epoch epoch)
    {
        double since = (epoch - _origin).TotalSeconds, sunFixed = pierce.Longitude + (2.0 * Math.PI * ((since / 86400.0) - Math.Floor(since / 86400.0)));
        (double sinLatitude, double cosLatitude) = Math.SinCos(pierce.Latitude);
        (double sinLongitude, double cosLongitude) = Math.SinCos(sunFixed);
        double x = cosLatitude * cosLongitude, y = cosLatitude * sinLongitude, sum = 0.0;
        for (int i = 0; i < Waves; i++)
        {
            (double sin, double cos) = Math.SinCos((_x[i] * x) + (_y[i] * y) + (_z[i] * sinLatitude) + (_t[i] * since));
            sum += (_cos[i] * cos) + (_sin[i] * sin);
        }

        return sum;
    }

    /// <summary>Normal deviates of evenly spread points, by [BoxMuller58].</summary>
    private static (double First, double Second) NormalPair(int wave, int dimension)
    {
        double radius = Math.Sqrt(-2.0 * Math.Log(Even(wave, dimension)));
        (double sin, double cos) = Math.SinCos(2.0 * Math.PI * Even(wave, dimension + 1));
        return (radius * cos, radius * sin);
    }

    /// <summary>Multiples of the powers of the root of x^5 = x + 1, modulo one, fill four dimensions evenly. [Roberts18]</summary>
    private static double Even(int wave, int dimension)
    {
        const double root = 1.1673039782614187;
        double u = 0.5 + ((wave + 1) / Math.Pow(root, dimension + 1));
        return u - Math.Floor(u);
    }
}
