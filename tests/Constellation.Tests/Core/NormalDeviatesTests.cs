using System.Runtime.Intrinsics;
using Constellation.Core;

namespace Constellation.Tests.Core;

public class NormalDeviatesTests
{
    private static readonly RandomDraws Address = new(0x123456789ABCDEF0, 3, EntityId.Station(5), NoisePurpose.LinkNoise);

    /// <summary>Every way of cutting the stream, and one number at a time, gives the same bits.</summary>
    [Fact]
    public void Cutting_changes_nothing()
    {
        double[] whole = new double[1000], pieces = new double[1000], single = new double[1000];
        new NormalDeviates(Address, 2).Fill(7, whole);
        NormalDeviates cut = new(Address, 2), one = new(Address, 2);
        for (int at = 0, length = 1; at < 1000; at += length, length = Math.Min((length * 2) + 1, 1000 - at))
        {
            cut.Fill((ulong)(7 + at), pieces.AsSpan(at, length));
        }

        for (int i = 999; i >= 0; i--)
        {
            single[i] = one.At((ulong)(7 + i));
        }

        Assert.Equal(whole, pieces);
        Assert.Equal(whole, single);
    }

    /// <summary>Each group of 32 is Box-Muller on eight Philox blocks, computed here one by one (1e-14: two roundings of logarithm, root and product).</summary>
    [Fact]
    public void Deviates_are_those_of_the_blocks()
    {
        double[] z = new double[320];
        new NormalDeviates(Address, 3).Fill(0, z);
        for (int i = 0; i < 320; i++)
        {
            (int group, int inGroup) = Math.DivRem(i, 32);
            (int pair, int inPair) = Math.DivRem(inGroup, 16);
            (uint w0, uint w1, uint w2, uint w3) = Philox4x32.Block(Address.Seed, (3ul << 44) + (ulong)((group * 8) + (inPair % 8)), Address.Run, Address.Lane);
            (uint forRadius, uint forAngle) = pair == 0 ? (w0, w1) : (w2, w3);
            double radius = Math.Sqrt(-2 * Math.Log((forRadius + 0.5) / 4294967296)), angle = 2 * Math.PI * forAngle / 4294967296;
            Assert.Equal(radius * (inPair < 8 ? Math.Cos(angle) : Math.Sin(angle)), z[i], 1e-14);
        }
    }

    /// <summary>Moments within four standard errors; streams of one address, and neighbours, are unrelated.</summary>
    [Fact]
    public void Deviates_are_normal_and_unrelated()
    {
        const int count = 1 << 20;
        double[] z = new double[count], other = new double[count];
        new NormalDeviates(Address).Fill(0, z);
        new NormalDeviates(Address, 1).Fill(0, other);
        void Moment(double expected, double variance, Func<int, double> f) =>
            Assert.Equal(expected, Enumerable.Range(0, count - 1).Average(f), 4 * Math.Sqrt(variance / count));
        Moment(0, 1, i => z[i]);
        Moment(1, 2, i => z[i] * z[i]);
        Moment(0, 15, i => z[i] * z[i] * z[i]);
        Moment(3, 96, i => z[i] * z[i] * z[i] * z[i]);
        Moment(0, 1, i => z[i] * z[i + 1]);
        Moment(0, 1, i => z[i] * other[i]);
        Assert.Equal(0.00134990 * 2 * count, z.Count(v => Math.Abs(v) > 3), 4 * Math.Sqrt(0.0027 * count));
    }

    /// <summary>Series against the library, 1e-15 absolute near 1 and relative elsewhere; all four lanes.</summary>
    [Fact]
    public void Lane_functions_are_right()
    {
        for (int i = 0; i < 4000; i++)
        {
            double t = i / 4000.0, x = i < 3990 ? (i + 0.5) / 4000 : Math.Pow(2, -3 * (i - 3980));
            (Vector256<double> sin, Vector256<double> cos) = LaneMath.SinCosOfTurns(Vector256.Create(t));
            Assert.Equal(Math.Sin(2 * Math.PI * t), sin[i % 4], 2e-15);
            Assert.Equal(Math.Cos(2 * Math.PI * t), cos[i % 4], 2e-15);
            Assert.Equal(Math.Log(x), LaneMath.Log(Vector256.Create(x))[i % 4], 1e-15 * Math.Max(1, -Math.Log(x)));
        }
    }
}
