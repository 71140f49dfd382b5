using Constellation.Geodesy;

namespace Constellation.Signals;

/// <summary>A sum of observations on two or three frequencies, each in metres, with its factors: what is left of distance, ionosphere and noise in it.</summary>
/// <remarks>
/// [Teunissen17] chapter 20. Delays of codes count positive: the ionosphere delays a code by I f1^2/f^2 and advances a phase by as much, I being the delay of the code
/// on the first frequency. Phases enter as distances, wavelength times cycles.
/// </remarks>
public sealed class LinearCombination
{
    private readonly double[] _frequencies, _factors;

    /// <param name="frequencies">Hz, the first is that to which the ionosphere factor refers.</param>
    /// <param name="factors">Of the observations, one a frequency.</param>
    public LinearCombination(IReadOnlyList<double> frequencies, IReadOnlyList<double> factors)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(factors.Count, frequencies.Count);
        ArgumentOutOfRangeException.ThrowIfZero(factors.Count);
        (_frequencies, _factors) = ([.. frequencies], [.. factors]);
    }

    /// <summary>Hz.</summary>
    public IReadOnlyList<double> Frequencies => _frequencies;

    public IReadOnlyList<double> Factors => _factors;

    /// <summary>What is left of the distance: 1 where positions are made of it, 0 where it is free of geometry.</summary>
    public double Geometry => _factors.Sum();

    /// <summary>Ionosphere over that of the code on the first frequency; of phases with the other sign.</summary>
    public double Ionosphere => Sum(2);

    /// <summary>The second-order ionosphere (as 1/f^3) over that on the first frequency.</summary>
    public double SecondOrder => Sum(3);

    /// <summary>Noise over that of one observation, where all are equal and independent.</summary>
    public double NoiseFactor => Math.Sqrt(_factors.Sum(a => a * a));

    public double Combine(params ReadOnlySpan<double> observations)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(observations.Length, _factors.Length);
        double sum = 0;
        for (int i = 0; i < _factors.Length; i++)
        {
            sum += _factors[i] * observations[i];
        }

        return sum;
    }

    /// <summary>First order of the ionosphere cancels: <see cref="Signals.IonosphereFree"/> as a combination.</summary>
    public static LinearCombination IonosphereFree(double first, double second)
    {
        IonosphereFree pair = new(first, second);
        return new([first, second], [pair.A, -pair.B]);
    }

    /// <summary>Three frequencies, first order of the ionosphere cancels, least noise of equal observations.</summary>
    /// <remarks>Least norm under two conditions: a = C^T (C C^T)^-1 (1, 0), C the rows of ones and of f1^2/f^2.</remarks>
    public static LinearCombination IonosphereFree(double first, double second, double third)
    {
        double[] q = [1, Square(first / second), Square(first / third)];
        double s = q.Sum(), ss = q.Sum(x => x * x), determinant = (3 * ss) - (s * s);
        return new([first, second, third], [.. q.Select(x => (ss - (s * x)) / determinant)]);
    }

    /// <summary>Three frequencies, first and second order of the ionosphere cancel.</summary>
    public static LinearCombination SecondOrderFree(double first, double second, double third)
    {
        // Polynomials in x = f1/f with the two other frequencies as conditions: a_i solves sums of a, a x^2, a x^3 = 1, 0, 0.
        double x = first / second, y = first / third;
        double determinant = Determinant(1, 1, 1, 1, x * x, y * y, 1, x * x * x, y * y * y);
        double a = Determinant(1, 1, 1, 0, x * x, y * y, 0, x * x * x, y * y * y) / determinant;
        double b = Determinant(1, 1, 1, 1, 0, y * y, 1, 0, y * y * y) / determinant;
        return new([first, second, third], [a, b, 1 - a - b]);
    }

    /// <summary>The difference of two, first minus second: the distance cancels, the ionosphere stays.</summary>
    public static LinearCombination GeometryFree(double first, double second) => new([first, second], [1, -1]);

    /// <summary>Phases whose ambiguities add as <c>i N1 + j N2</c>: a phase of the wavelength <see cref="Wavelength"/>.</summary>
    public static LinearCombination OfCycles(double first, double second, int i, int j)
    {
        double sum = (i * first) + (j * second);
        return new([first, second], [i * first / sum, j * second / sum]);
    }

    /// <summary>Wavelength (m) of the combination of i cycles of one and j of another carrier.</summary>
    public static double Wavelength(double first, double second, int i, int j) => PhysicalConstants.SpeedOfLight / ((i * first) + (j * second));

    /// <summary>Of phases, cycles 1 and -1: the long wavelength.</summary>
    public static LinearCombination WideLane(double first, double second) => OfCycles(first, second, 1, -1);

    /// <summary>Cycles 1 and 1: little noise; of codes it has the same ionosphere as the wide lane of phases.</summary>
    public static LinearCombination NarrowLane(double first, double second) => OfCycles(first, second, 1, 1);

    private double Sum(int power)
    {
        double sum = 0;
        for (int i = 0; i < _factors.Length; i++)
        {
            sum += _factors[i] * Math.Pow(_frequencies[0] / _frequencies[i], power);
        }

        return sum;
    }

    private static double Determinant(double a, double b, double c, double d, double e, double f, double g, double h, double i) =>
        (a * ((e * i) - (f * h))) - (b * ((d * i) - (f * g))) + (c * ((d * h) - (e * g)));

    private static double Square(double x) => x * x;
}
