namespace Constellation.Links;

/// <summary>The ledger of one pseudorange, m: what it is made of. Truth, for those who look behind the measurements; no solver sees it.</summary>
/// <param name="Distance">Between the centres of mass at reception.</param>
/// <param name="LightTime">What the motion of the transmitter during the light time adds.</param>
/// <param name="PhaseCentre">What the lever arms of the phase centres add.</param>
/// <param name="Shapiro">Delay of light near the Earth's mass.</param>
/// <param name="Clocks">c times receiver's clock at reception less transmitter's at transmission.</param>
/// <param name="Eccentricity">The same of their terms of proper time.</param>
/// <param name="Delay">Constant delays that calibration left, with their walk.</param>
/// <param name="Drift">Drifts of the delays.</param>
/// <param name="Heat">Delays by Sun and eclipse.</param>
/// <param name="Jump">Delays that jumped, by chance or as a fault.</param>
/// <param name="Pattern">Delays by direction of both antennas.</param>
/// <param name="Troposphere">What the model of an anchor's troposphere left.</param>
/// <param name="White">White noise.</param>
/// <param name="Coloured">Coloured noise.</param>
/// <param name="Outlier">What an outlier adds.</param>
public readonly record struct RangeTerms(
    double Distance, double LightTime, double PhaseCentre, double Shapiro, double Clocks, double Eccentricity, double Delay, double Drift, double Heat, double Jump,
    double Pattern, double Troposphere, double White, double Coloured, double Outlier)
{
    /// <summary>Names of the terms as columns carry them, in the order of <see cref="ToArray"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["distance", "light_time", "phase_centre", "shapiro", "clocks", "eccentricity", "delay", "drift", "heat", "jump", "pattern", "troposphere", "white", "coloured", "outlier"];

    public double[] ToArray() =>
        [Distance, LightTime, PhaseCentre, Shapiro, Clocks, Eccentricity, Delay, Drift, Heat, Jump, Pattern, Troposphere, White, Coloured, Outlier];
}
