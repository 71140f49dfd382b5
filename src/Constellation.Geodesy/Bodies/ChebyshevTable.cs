using System.Buffers.Binary;

namespace Constellation.Geodesy;

/// <summary>A path as Chebyshev polynomials over equal blocks of time, coefficients in whole units.</summary>
/// <param name="first">Begin of the first block, seconds since J2000.0.</param>
/// <param name="block">Length of a block, s.</param>
/// <param name="unit">Metres.</param>
/// <param name="blocks">Number of blocks.</param>
/// <param name="terms">Coefficients of an axis.</param>
/// <param name="coefficients">int32, little endian: block by block, axis by axis, constant first.</param>
internal sealed class ChebyshevTable(double first, double block, double unit, int blocks, int terms, ReadOnlyMemory<byte> coefficients)
{
    public double First => first;

    public double Last => first + (blocks * block);

    /// <remarks>TDB is taken for TT: 2 ms, in which the Earth moves 50 m and the Moon 2 m.</remarks>
    public bool Covers(double secondsSinceJ2000) => secondsSinceJ2000 >= first && secondsSinceJ2000 <= Last;

    /// <summary>m; Clenshaw's recurrence.</summary>
    public Vector3d Position(double secondsSinceJ2000)
    {
        double at = (secondsSinceJ2000 - first) / block;
        int number = Math.Clamp((int)at, 0, blocks - 1);
        double x = (2 * (at - number)) - 1;
        ReadOnlySpan<byte> c = coefficients.Span.Slice(12 * terms * number, 12 * terms);
        return unit * new Vector3d(Sum(c[..(4 * terms)], x), Sum(c.Slice(4 * terms, 4 * terms), x), Sum(c[(8 * terms)..], x));
    }

    private static double Sum(ReadOnlySpan<byte> c, double x)
    {
        double one = 0, two = 0, twice = 2 * x;
        for (int i = c.Length - 4; i > 0; i -= 4)
        {
            (one, two) = ((twice * one) - two + BinaryPrimitives.ReadInt32LittleEndian(c[i..]), one);
        }

        return (x * one) - two + BinaryPrimitives.ReadInt32LittleEndian(c);
    }
}
