namespace Constellation.Clocks;

/// <summary>A measure of frequency stability. [SP1065] section 5.2</summary>
public enum StabilityStatistic
{
    /// <summary>Allan deviation, averages side by side.</summary>
    Adev,

    /// <summary>Overlapping Allan deviation: the first choice for a stability plot.</summary>
    Oadev,

    /// <summary>Modified Allan deviation: tells white from flicker phase noise.</summary>
    Mdev,

    /// <summary>Time deviation tau MDEV / sqrt(3), s.</summary>
    Tdev,

    /// <summary>Hadamard deviation, averages side by side: blind to linear drift.</summary>
    Hdev,

    /// <summary>Overlapping Hadamard deviation.</summary>
    Ohdev,
}
