namespace Constellation.Clocks;

/// <summary>Short names of the power laws of noise.</summary>
public static class PowerLaw
{
    private static readonly string[] s_names = ["RRFM", "FWFM", "RWFM", "FFM", "WFM", "FPM", "WPM"];

    /// <summary>WPM for 2, FPM, WFM, FFM, RWFM, FWFM (flicker walk), RRFM (random run) for -4.</summary>
    public static string Name(int exponent) => exponent is >= -4 and <= 2
        ? s_names[exponent + 4]
        : throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "a power law has an exponent from -4 to 2");
}
