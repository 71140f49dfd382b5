namespace Constellation.Signals;

/// <summary>An ionosphere for simulations: a model that users may correct with, and what it does not know as a random field.</summary>
/// <param name="model">What is known.</param>
/// <param name="field">What is not, in units of the model's own standard deviation.</param>
/// <param name="scale">Factor on that deviation.</param>
/// <remarks>Delays below zero count as zero. The field is that of the pierce point at 450 km, one for all frequencies and users: neighbours share it, an hour later it is still much the same.</remarks>
public sealed class PerturbedIonosphere(IIonosphereModel model, IonosphereField field, double scale = 1.0) : IIonosphereModel
{
    private const double RadiusRatio = 6371.0 / 6821.0;

    public string Name => model.Name + "+field";

    public IonosphereDelay At(in SignalRay ray, double frequency)
    {
        IonosphereDelay known = model.At(ray, frequency);
        if (ray.Look.Elevation <= 0 || !known.IsCovered)
        {
            return known;
        }

        PiercePoint pierce = PiercePoint.Of(ray.Receiver.Latitude, ray.Receiver.Longitude, ray.Look.Azimuth, ray.Look.Elevation, RadiusRatio);
        return new(Math.Max(0.0, known.Delay + (scale * known.Sigma * field.At(pierce, ray.Epoch))), 0.0);
    }
}
