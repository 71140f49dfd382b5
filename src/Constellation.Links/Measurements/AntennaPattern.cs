using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Delay of a terminal by the direction in its body: a smooth drawn figure of azimuth and angle off nadir.</summary>
/// <remarks>Polynomials of third degree in the components across nadir (sin of the angle off nadir times cosine and sine of the azimuth), with drawn
/// coefficients that fall with the degree; mean zero and the given peak within 60 degrees of nadir. Published residuals show centimetres that depend on both
/// angles [Tang18]; the figure itself is assumed.</remarks>
internal sealed class AntennaPattern
{
    private const int Terms = 9, Rings = 12, Spokes = 24;
    private static readonly double s_edge = Math.Sin(Math.PI / 3);

    private readonly double[] _c = new double[Terms];
    private readonly double _mean;

    private AntennaPattern(RandomDraws draws, ulong first, double peak)
    {
        ReadOnlySpan<int> degree = [1, 1, 2, 2, 2, 3, 3, 3, 3];
        for (int i = 0; i < Terms; i++)
        {
            _c[i] = draws.NormalAt(first + (ulong)i) / degree[i];
        }

        double sum = 0, largest = 0;
        foreach ((double x, double y) in Disc())
        {
            sum += Figure(x, y);
        }

        double mean = sum / (Rings * Spokes);
        foreach ((double x, double y) in Disc())
        {
            largest = Math.Max(largest, Math.Abs(Figure(x, y) - mean));
        }

        for (int i = 0; i < Terms; i++)
        {
            _c[i] *= peak / largest;
        }

        _mean = mean * peak / largest;
    }

    /// <summary>Patterns of the transmitting and of the receiving chain.</summary>
    public static (AntennaPattern Transmit, AntennaPattern Receive) Draw(RandomDraws draws, double peak) => (new(draws, 0, peak), new(draws, 64, peak));

    /// <param name="direction">Unit vector to the partner, body axes.</param>
    /// <returns>Delay, m.</returns>
    public double At(Vector3d direction) => Figure(direction.X / s_edge, direction.Y / s_edge) - _mean;

    private double Figure(double x, double y) =>
        (_c[0] * x) + (_c[1] * y) + (_c[2] * ((x * x) - (y * y))) + (_c[3] * 2 * x * y) + (_c[4] * ((x * x) + (y * y)))
        + (_c[5] * x * ((x * x) - (3 * y * y))) + (_c[6] * y * ((3 * x * x) - (y * y))) + (((_c[7] * x) + (_c[8] * y)) * ((x * x) + (y * y)));

    /// <summary>Points of equal area, the rim among them as the outermost ring.</summary>
    private static IEnumerable<(double X, double Y)> Disc()
    {
        for (int r = 0; r < Rings; r++)
        {
            double radius = Math.Sqrt((r + 1) / (double)Rings);
            for (int k = 0; k < Spokes; k++)
            {
                (double s, double c) = Math.SinCos(2 * Math.PI * k / Spokes);
                yield return (radius * c, radius * s);
            }
        }
    }
}
