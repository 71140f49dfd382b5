using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Reflections around a receiver: many small ones as a Gauss-Markov process under an elevation envelope, and one mirror.</summary>
public sealed record MultipathModel
{
    /// <summary>Deviation of the code of one million chips a second over elevation; other rates by <see cref="CodeShare"/>.</summary>
    public CodeMultipath Code { get; init; } = CodeMultipath.Static;

    /// <summary>Deviation of the phase over that of the code: 5 mm at 0.5 m of code (assumed).</summary>
    public double PhaseShare { get; init; } = 0.01;

    /// <summary>Of a static antenna: 30 to 300 s are reported.</summary>
    public Duration CorrelationTime { get; init; } = Duration.FromSeconds(120);

    public SpecularReflection Mirror { get; init; } = SpecularReflection.None;

    public static MultipathModel None { get; } = new() { Code = CodeMultipath.None };

    public bool IsNone => Code == CodeMultipath.None;

    /// <summary>Faster codes cut off what comes late: half at 5 Mcps and more than that, none below 2 Mcps (assumed; measured ratios lie between 0.3 and 0.7).</summary>
    public static double CodeShare(double chipRate) => chipRate < 3e6 ? 1.0 : 0.5;
}
