using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Broadcast models in the order in which they were sent: each ray gets the last that was out at its epoch, rays before the first one the first.</summary>
public sealed class TimedIonosphere : IIonosphereModel
{
    private readonly Epoch[] _times;
    private readonly IIonosphereModel[] _models;

    /// <param name="models">At least one; the order does not matter.</param>
    public TimedIonosphere(IEnumerable<(Epoch Sent, IIonosphereModel Model)> models)
    {
        (Epoch Sent, IIonosphereModel Model)[] sorted = [.. models.OrderBy(m => m.Sent)];
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length);
        (_times, _models) = ([.. sorted.Select(m => m.Sent)], [.. sorted.Select(m => m.Model)]);
    }

    public string Name => _models[0].Name;

    public IonosphereDelay At(in SignalRay ray, double frequency) => ModelAt(ray.Epoch).At(ray, frequency);

    /// <summary>The model of an epoch: the last one before it, or the first of all.</summary>
    public IIonosphereModel ModelAt(Epoch epoch)
    {
        int i = Array.BinarySearch(_times, epoch);
        return _models[Math.Max(0, i < 0 ? ~i - 1 : i)];
    }
}
