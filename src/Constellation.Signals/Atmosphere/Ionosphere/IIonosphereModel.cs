namespace Constellation.Signals;

/// <summary>A model of the first-order delay of the ionosphere along a ray.</summary>
/// <remarks>Safe for threads: results depend on the arguments alone. Below the horizon the delay is zero.</remarks>
public interface IIonosphereModel
{
    /// <summary>As reports and options name it: <c>klobuchar</c>, <c>nequick</c>, ...</summary>
    string Name { get; }

    /// <summary>Delay of a code on a carrier; the carrier's phase is advanced by as much.</summary>
    /// <param name="ray">The way of the signal.</param>
    /// <param name="frequency">Of the carrier, Hz.</param>
    /// <returns><see cref="IonosphereDelay.NotCovered"/> where the model does not say, such as outside the hours of a map.</returns>
    IonosphereDelay At(in SignalRay ray, double frequency);
}
