using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Sun and Moon over one day (of modified Julian dates in TT); made once, then shared by all integrations and threads.</summary>
internal sealed class BodyBlock
{
    /// <summary>Days that are kept, 45 years, 20 MB; who visits more starts anew.</summary>
    private const int Most = 1 << 14;

    private static readonly ConcurrentDictionary<long, BodyBlock> s_blocks = new();
    private readonly Vector256<double>[] _c = new Vector256<double>[2 * VectorPolynomial.Terms];

    private BodyBlock(long day)
    {
        Vector3d[] sun = new Vector3d[VectorPolynomial.Terms], moon = new Vector3d[VectorPolynomial.Terms];
        for (int i = 0; i < VectorPolynomial.Terms; i++)
        {
            Epoch epoch = TableDay.EpochAt(day, VectorPolynomial.Node(i));
            (sun[i], moon[i]) = (Sun.PositionGcrf(epoch).Vector, Moon.PositionGcrf(epoch).Vector);
        }

        VectorPolynomial.Fit(sun, _c, 2, 0);
        VectorPolynomial.Fit(moon, _c, 2, 1);
    }

    public static BodyBlock Of(long day)
    {
        if (!s_blocks.TryGetValue(day, out BodyBlock? block))
        {
            if (s_blocks.Count >= Most)
            {
                s_blocks.Clear();
            }

            s_blocks[day] = block = new BodyBlock(day);
        }

        return block;
    }

    /// <summary>Geocentric positions, m.</summary>
    public (Vector3d Sun, Vector3d Moon) At(double x)
    {
        Vector256<double> at = Vector256.Create(x), sun = _c[^2], moon = _c[^1];
        for (int k = _c.Length - 4; k >= 0; k -= 2)
        {
            sun = Vector256.FusedMultiplyAdd(sun, at, _c[k]);
            moon = Vector256.FusedMultiplyAdd(moon, at, _c[k + 1]);
        }

        return (VectorPolynomial.ToVector(sun), VectorPolynomial.ToVector(moon));
    }
}
