using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Where a satellite will be in the course of one step: Taylor series of the two-body motion, and the perturbing acceleration held.</summary>
/// <remarks>Within 1 m over 900 s of a navigation satellite: 0.3 ms of its motion (tested by the edges of shadows that it finds).</remarks>
internal readonly ref struct PredictedPath
{
    private const int Terms = 10;

    private readonly Span<Vector3d> _c;

    /// <param name="position">m.</param>
    /// <param name="velocity">m/s.</param>
    /// <param name="acceleration">All of it, m/s^2.</param>
    /// <param name="room">At least <see cref="Room"/> vectors.</param>
    public PredictedPath(Vector3d position, Vector3d velocity, Vector3d acceleration, Span<Vector3d> room)
    {
        // r'' = -GM w r with w = s^(-3/2), s = r.r: the coefficients of s give those of w by s w' = -3/2 s' w, these those of r.
        _c = room[..Terms];
        Span<double> s = stackalloc double[Terms], w = stackalloc double[Terms];
        (_c[0], _c[1]) = (position, velocity);
        for (int k = 0; k < Terms - 2; k++)
        {
            double square = 0, sum = 0;
            for (int j = 0; j <= k; j++)
            {
                square += _c[j].Dot(_c[k - j]);
            }

            s[k] = square;
            for (int j = 1; j <= k; j++)
            {
                sum += ((-1.5 * j) - (k - j)) * s[j] * w[k - j];
            }

            w[k] = k == 0 ? 1 / (square * Math.Sqrt(square)) : sum / (k * s[0]);
            Vector3d pull = Vector3d.Zero;
            for (int j = 0; j <= k; j++)
            {
                pull += w[j] * _c[k - j];
            }

            _c[k + 2] = (-PhysicalConstants.EarthGravitationalParameter / ((k + 1) * (k + 2))) * pull;
        }

        _c[2] = 0.5 * acceleration;
    }

    public static int Room => Terms;

    public Vector3d At(double seconds)
    {
        Vector3d sum = _c[Terms - 1];
        for (int k = Terms - 2; k >= 0; k--)
        {
            sum = (seconds * sum) + _c[k];
        }

        return sum;
    }
}
