namespace Constellation.Signals;

/// <summary>Wide lane of two phases minus narrow lane of two codes: distance, clocks, troposphere and ionosphere cancel, the wide-lane ambiguity and noise stay.</summary>
/// <remarks>[Melbourne85], [Wubbena85].</remarks>
public readonly record struct MelbourneWubbena
{
    private readonly double _first, _second;

    /// <param name="first">Hz, the higher.</param>
    /// <param name="second">Hz.</param>
    public MelbourneWubbena(double first, double second)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(first, second);
        (_first, _second) = (first, second);
    }

    /// <summary>m.</summary>
    public double Wavelength => LinearCombination.Wavelength(_first, _second, 1, -1);

    /// <summary>Of equal, independent phases.</summary>
    public double PhaseNoiseFactor => LinearCombination.WideLane(_first, _second).NoiseFactor;

    /// <summary>Of equal, independent codes.</summary>
    public double CodeNoiseFactor => LinearCombination.NarrowLane(_first, _second).NoiseFactor;

    /// <summary>m; the wide-lane ambiguity times <see cref="Wavelength"/>, and biases.</summary>
    /// <param name="phase1">First phase as a distance, m.</param>
    /// <param name="phase2">Second phase, m.</param>
    /// <param name="code1">First code, m.</param>
    /// <param name="code2">Second code, m.</param>
    public double Combine(double phase1, double phase2, double code1, double code2) =>
        (((_first * phase1) - (_second * phase2)) / (_first - _second)) - (((_first * code1) + (_second * code2)) / (_first + _second));
}
