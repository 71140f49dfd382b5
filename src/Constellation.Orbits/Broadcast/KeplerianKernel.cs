using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Constellation.Core;

namespace Constellation.Orbits;

/// <summary>The user algorithm of <see cref="KeplerianEphemeris"/>, four epochs at a time.</summary>
/// <remarks>
/// The same formula with three sines and cosines in place of eight: those of anomaly, perigee and inclination are combined by the addition
/// theorems, and the small harmonics enter as series. Within 5e-7 m and 1e-10 m/s of <see cref="KeplerianEphemeris.StateAfterToe"/> (tested; rounding of the node's angle).
/// One satellite in all lanes: a message serves hundreds of epochs, and its parameters stay in registers.
/// </remarks>
internal sealed class KeplerianKernel
{
    public const int Lanes = 4;

    private const int MostIterations = 12;

    /// <summary>Below this step the error left, its cube, is below rounding.</summary>
    private const double SmallStep = 1e-5;

    private static readonly (double Sin, double Cos) s_tilt = Math.SinCos(double.DegreesToRadians(-5));

    private readonly KeplerianParameters _p;
    private readonly double _axis;
    private readonly double _meanMotion;
    private readonly double _root;
    private readonly double _sinPerigee;
    private readonly double _cosPerigee;
    private readonly double _sinInclination;
    private readonly double _cosInclination;
    private readonly double _node;
    private readonly double _nodeRate;
    private readonly double _earthRate;
    private readonly bool _tilted;

    public KeplerianKernel(in KeplerianParameters parameters, double meanMotion, double node, double nodeRate, double earthRate, bool tilted)
    {
        _p = parameters;
        _axis = parameters.SqrtA * parameters.SqrtA;
        _meanMotion = meanMotion;
        _root = Math.Sqrt(1 - (parameters.Eccentricity * parameters.Eccentricity));
        (_sinPerigee, _cosPerigee) = Math.SinCos(parameters.ArgumentOfPerigee);
        (_sinInclination, _cosInclination) = Math.SinCos(parameters.I0);
        (_node, _nodeRate, _earthRate, _tilted) = (node, nodeRate, earthRate, tilted);
    }

    /// <summary>ITRF positions and velocities at four times after toe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void States(
        Vector256<double> tk,
        out Vector256<double> x, out Vector256<double> y, out Vector256<double> z,
        out Vector256<double> vx, out Vector256<double> vy, out Vector256<double> vz) =>
        States(tk, out x, out y, out z, out vx, out vy, out vz, out _);

    /// <summary>The same with the sine of the eccentric anomaly, which the relativistic term of the clock is made of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void States(
        Vector256<double> tk,
        out Vector256<double> x, out Vector256<double> y, out Vector256<double> z,
        out Vector256<double> vx, out Vector256<double> vy, out Vector256<double> vz, out Vector256<double> sinE)
    {
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> a = Vector256.Create(_axis) + (_p.ADot * tk);
        Vector256<double> meanRate = Vector256.Create(_meanMotion) + (_p.DeltaNDot * tk);
        Vector256<double> mean = Vector256.Create(_p.M0) + ((Vector256.Create(_meanMotion) + (0.5 * _p.DeltaNDot * tk)) * tk);
        (sinE, Vector256<double> cosE) = EccentricAnomaly(mean, _p.Eccentricity);

        Vector256<double> oneMinusECosE = one - (_p.Eccentricity * cosE), inverse = one / oneMinusECosE;
        Vector256<double> sinNu = _root * sinE * inverse, cosNu = (cosE - Vector256.Create(_p.Eccentricity)) * inverse;
        Vector256<double> sinPhi = (sinNu * _cosPerigee) + (cosNu * _sinPerigee), cosPhi = (cosNu * _cosPerigee) - (sinNu * _sinPerigee);
        Vector256<double> anomalyRate = meanRate * inverse, phiRate = _root * anomalyRate * inverse;

        Vector256<double> s2 = 2 * sinPhi * cosPhi, c2 = one - (2 * sinPhi * sinPhi);
        (Vector256<double> sinDu, Vector256<double> cosDu) = Small((_p.Cus * s2) + (_p.Cuc * c2));
        Vector256<double> sinU = (sinPhi * cosDu) + (cosPhi * sinDu), cosU = (cosPhi * cosDu) - (sinPhi * sinDu);
        Vector256<double> r = (a * oneMinusECosE) + (_p.Crs * s2) + (_p.Crc * c2);
        (Vector256<double> sinDi, Vector256<double> cosDi) = Small((_p.IDot * tk) + (_p.Cis * s2) + (_p.Cic * c2));
        Vector256<double> sinI = (_sinInclination * cosDi) + (_cosInclination * sinDi), cosI = (_cosInclination * cosDi) - (_sinInclination * sinDi);
        Vector256<double> twice = 2 * phiRate;
        Vector256<double> uRate = phiRate + (twice * ((_p.Cus * c2) - (_p.Cuc * s2)));
        Vector256<double> rRate = (_p.ADot * oneMinusECosE) + (a * _p.Eccentricity * sinE * anomalyRate) + (twice * ((_p.Crs * c2) - (_p.Crc * s2)));
        Vector256<double> iRate = Vector256.Create(_p.IDot) + (twice * ((_p.Cis * c2) - (_p.Cic * s2)));

        (Vector256<double> sinNode, Vector256<double> cosNode) = VectorTrigonometry.SinCos(Vector256.Create(_node) + (_nodeRate * tk));
        Vector256<double> xp = r * cosU, yp = r * sinU;
        Vector256<double> xpRate = (rRate * cosU) - (yp * uRate), ypRate = (rRate * sinU) + (xp * uRate);
        Vector256<double> ypCosI = yp * cosI, inPlane = (ypRate * cosI) - (yp * sinI * iRate);
        x = (xp * cosNode) - (ypCosI * sinNode);
        y = (xp * sinNode) + (ypCosI * cosNode);
        z = yp * sinI;
        vx = (xpRate * cosNode) - (inPlane * sinNode) - (_nodeRate * y);
        vy = (xpRate * sinNode) + (inPlane * cosNode) + (_nodeRate * x);
        vz = (ypRate * sinI) + (ypCosI * iRate);
        if (_tilted)
        {
            (Vector256<double> s, Vector256<double> c) = VectorTrigonometry.SinCos(_earthRate * tk);
            (x, y, z) = Untilt(s, c, x, y, z);
            (vx, vy, vz) = Untilt(s, c, vx, vy, vz);
            vx += _earthRate * y;
            vy -= _earthRate * x;
        }
    }

    /// <summary>Sine and cosine of the solution of Kepler's equation: the start e sin M (1 + e cos M) errs by e^3, each step by Halley cubes the error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Sin, Vector256<double> Cos) EccentricAnomaly(Vector256<double> mean, double e)
    {
        (Vector256<double> sinM, Vector256<double> cosM) = VectorTrigonometry.SinCos(mean);
        Vector256<double> one = Vector256<double>.One, lead = e * sinM * (one + (e * cosM));
        Vector256<double> done = Vector256<double>.Zero, sin = sinM, cos = cosM;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            // lead is E - M: small numbers keep their digits.
            (Vector256<double> s, Vector256<double> c) = VectorTrigonometry.SinCos(mean + lead);
            Vector256<double> f = lead - (e * s), slope = one - (e * c);
            Vector256<double> step = f / (slope - (0.5 * f * e * s / slope));
            lead -= step;
            (Vector256<double> sinStep, Vector256<double> cosStep) = Small(-step);

            // A lane that is done stays as it is: its value must not depend on what its neighbours need.
            sin = Vector256.ConditionalSelect(done, sin, (s * cosStep) + (c * sinStep));
            cos = Vector256.ConditionalSelect(done, cos, (c * cosStep) - (s * sinStep));
            done |= Vector256.LessThan(Vector256.Abs(step), Vector256.Create(SmallStep));
            if (Vector256.EqualsAll(done.AsInt64(), Vector256<long>.AllBitsSet))
            {
                break;
            }
        }

        return (sin, cos);
    }

    /// <summary>Sine and cosine below 0.03: the first term left out is below 1e-16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Sin, Vector256<double> Cos) Small(Vector256<double> d)
    {
        Vector256<double> one = Vector256<double>.One, z = d * d;
        Vector256<double> sin = d - (d * z * (Vector256.Create(1 / 6.0) - (z * (Vector256.Create(1 / 120.0) - (z * (1 / 5040.0))))));
        Vector256<double> cos = one - (z * (Vector256.Create(0.5) - (z * (Vector256.Create(1 / 24.0) - (z * (Vector256.Create(1 / 720.0) - (z * (1 / 40320.0))))))));
        return (sin, cos);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> X, Vector256<double> Y, Vector256<double> Z) Untilt(
        Vector256<double> s, Vector256<double> c, Vector256<double> x, Vector256<double> y, Vector256<double> z)
    {
        Vector256<double> level = (s_tilt.Cos * y) + (s_tilt.Sin * z);
        return ((c * x) + (s * level), (c * level) - (s * x), (s_tilt.Cos * z) - (s_tilt.Sin * y));
    }
}
