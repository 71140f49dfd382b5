namespace Constellation.Orbits;

/// <summary>Weights of the polynomial of degree 5 through value, rate and second rate at both ends of a step.</summary>
/// <remarks>Error of the value: h^6 / 46080 of the sixth derivative, 4 micrometres for 300 s of a navigation satellite; of the rate, h^5 / 6900 of it.</remarks>
internal readonly struct QuinticWeights
{
    private readonly double _p0, _v0, _a0, _p1, _v1, _a1, _dp, _dv0, _da0, _dv1, _da1;

    /// <param name="x">Where in the step, 0 to 1.</param>
    /// <param name="h">Signed length, s.</param>
    public QuinticWeights(double x, double h)
    {
        double x2 = x * x, x3 = x2 * x, z = 1 - x, z3 = z * z * z;
        _p1 = x3 * (10 - (15 * x) + (6 * x2));
        _p0 = 1 - _p1;
        _v0 = h * x * z3 * (1 + (3 * x));
        _v1 = -h * x3 * z * (4 - (3 * x));
        _a0 = 0.5 * h * h * x2 * z3;
        _a1 = 0.5 * h * h * x3 * z * z;
        _dp = 30 * x2 * z * z / h;
        _dv0 = z * z * (1 + (2 * x) - (15 * x2));
        _dv1 = x2 * (-12 + (28 * x) - (15 * x2));
        _da0 = 0.5 * h * x * z * z * (2 - (5 * x));
        _da1 = 0.5 * h * x2 * z * (3 - (5 * x));
    }

    /// <summary>Value and rate from those at the beginning (0) and the end (1).</summary>
    public (double Value, double Rate) Combine(double p0, double v0, double a0, double p1, double v1, double a1) =>
        ((_p0 * p0) + (_v0 * v0) + (_a0 * a0) + (_p1 * p1) + (_v1 * v1) + (_a1 * a1),
        (_dp * (p1 - p0)) + (_dv0 * v0) + (_da0 * a0) + (_dv1 * v1) + (_da1 * a1));
}
