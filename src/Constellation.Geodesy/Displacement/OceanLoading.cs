using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>How the ocean tides load the crust at one station: eleven waves of amplitude and phase, as the loading services give them.</summary>
/// <remarks>
/// [IERS10] section 7.1.2: sum of A cos(argument - phase) with the arguments of its routine ARG2. The 18.6-year swing of the lunar waves, which side lines
/// of the spectrum cause, is put back by the nodal factors of [Pugh87] table 4.3; lesser waves are left out, together up to a tenth of the load (0.6 of 9 mm in <c>OceanLoadingTests</c>).
/// </remarks>
public sealed class OceanLoading
{
    public const int Waves = 11;

    /// <summary>M2 S2 N2 K2 K1 O1 P1 Q1 Mf Mm Ssa: multiples of tau, s, h, p and quarter turns.</summary>
    private static readonly (string Name, sbyte[] Multiples, int Quarters, double Mean, double Swing, double PhaseDeg)[] s_waves =
    [
        ("M2", [2, 0, 0, 0, 0, 0], 0, 1, -0.037, -2.1),
        ("S2", [2, 2, -2, 0, 0, 0], 0, 1, 0, 0),
        ("N2", [2, -1, 0, 1, 0, 0], 0, 1, -0.037, -2.1),
        ("K2", [2, 2, 0, 0, 0, 0], 0, 1.024, 0.286, -17.7),
        ("K1", [1, 1, 0, 0, 0, 0], 1, 1.006, 0.115, -8.9),
        ("O1", [1, -1, 0, 0, 0, 0], -1, 1.009, 0.187, 10.8),
        ("P1", [1, 1, -2, 0, 0, 0], -1, 1, 0, 0),
        ("Q1", [1, -2, 0, 1, 0, 0], -1, 1.009, 0.187, 10.8),
        ("Mf", [0, 2, 0, 0, 0, 0], 0, 1.043, 0.414, -23.7),
        ("Mm", [0, 1, 0, -1, 0, 0], 0, 1, -0.130, 0),
        ("Ssa", [0, 0, 2, 0, 0, 0], 0, 1, 0, 0),
    ];

    private readonly double[] _amplitudes;
    private readonly double[] _phases;

    /// <param name="station">Name in the file.</param>
    /// <param name="amplitudes">m: eleven of radial, then of west, then of south.</param>
    /// <param name="phases">rad, lag behind Greenwich, in the same order.</param>
    public OceanLoading(string station, ReadOnlySpan<double> amplitudes, ReadOnlySpan<double> phases)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(amplitudes.Length, 3 * Waves);
        ArgumentOutOfRangeException.ThrowIfNotEqual(phases.Length, 3 * Waves);
        (Station, _amplitudes, _phases) = (station, amplitudes.ToArray(), phases.ToArray());
    }

    public string Station { get; }

    public static IReadOnlyList<string> WaveNames { get; } = [.. s_waves.Select(w => w.Name)];

    /// <summary>Displacement to east, north and up, m.</summary>
    public Vector3d LocalAt(in TidalArguments arguments)
    {
        (double sinN, double cosN) = Math.SinCos(-arguments.N);
        double up = 0, west = 0, south = 0;
        for (int i = 0; i < Waves; i++)
        {
            (_, sbyte[] multiples, int quarters, double mean, double swing, double phaseDeg) = s_waves[i];
            double argument = arguments.Of(multiples) + (quarters * Math.PI / 2) + (double.DegreesToRadians(phaseDeg) * sinN), factor = mean + (swing * cosN);
            up += factor * _amplitudes[i] * Math.Cos(argument - _phases[i]);
            west += factor * _amplitudes[Waves + i] * Math.Cos(argument - _phases[Waves + i]);
            south += factor * _amplitudes[(2 * Waves) + i] * Math.Cos(argument - _phases[(2 * Waves) + i]);
        }

        return new(-west, -south, up);
    }
}
