namespace Constellation.Positioning;

/// <summary>What a ground segment promises about the satellites of one system: the integrity support message of Advanced RAIM.</summary>
/// <param name="Ura">Standard deviation of orbit and clock in range that bounds them, m: for integrity.</param>
/// <param name="Ure">Their usual standard deviation, m: for accuracy and continuity.</param>
/// <param name="NominalBias">Largest bias of a faultless range, m.</param>
/// <param name="SatelliteFault">Probability that a satellite is faulty at a time.</param>
/// <param name="ConstellationFault">Probability that several satellites of the system are faulty at a time from one cause.</param>
public sealed record IntegritySupport(double Ura, double Ure, double NominalBias, double SatelliteFault, double ConstellationFault)
{
    /// <summary>The errors of the example in [Blanch12], with a satellite fault of 1e-5 and a constellation fault of 1e-4, the values that studies of the years after it start from.</summary>
    public static IntegritySupport Typical { get; } = new(0.75, 0.50, 0.50, 1e-5, 1e-4);

    /// <summary>Typical support of a system that is used with others, or alone: alone, a constellation fault could not be monitored, and is taken as unlikely (1e-8).</summary>
    public static IntegritySupport For(bool alone) => alone ? Typical with { ConstellationFault = 1e-8 } : Typical;
}
