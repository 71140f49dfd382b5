using Constellation.Core;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>The eight-parameter ionosphere of GPS as a model: any carrier, half of the delay as its error.</summary>
/// <param name="parameters">As broadcast.</param>
/// <remarks>[IS-GPS-200] 20.3.3.5.2.5: at least half of the error, rms, is removed.</remarks>
public sealed class KlobucharIonosphere(Klobuchar parameters) : IIonosphereModel
{
    private static readonly double s_l1 = Carriers.Frequency(GnssSystem.Gps, '1');

    public string Name => "klobuchar";

    public Klobuchar Parameters => parameters;

    public IonosphereDelay At(in SignalRay ray, double frequency)
    {
        if (ray.Look.Elevation <= 0)
        {
            return IonosphereDelay.Zero;
        }

        double ratio = s_l1 / frequency, second = ray.Epoch.ToGps().TimeOfWeek.TotalSeconds;
        double delay = ratio * ratio * parameters.Delay(ray.Receiver.Latitude, ray.Receiver.Longitude, ray.Look.Azimuth, ray.Look.Elevation, second);
        return new(delay, 0.5 * delay);
    }
}
