namespace Constellation.Signals;

/// <summary>Delay of a code by the ionosphere and what the model believes its error to be.</summary>
/// <param name="Delay">m.</param>
/// <param name="Sigma">Standard deviation of the delay's error, m.</param>
public readonly record struct IonosphereDelay(double Delay, double Sigma)
{
    public static IonosphereDelay NotCovered => new(double.NaN, double.NaN);

    public static IonosphereDelay Zero => default;

    public bool IsCovered => !double.IsNaN(Delay);
}
