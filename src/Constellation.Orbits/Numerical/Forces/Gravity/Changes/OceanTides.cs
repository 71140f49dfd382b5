using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Ocean tides of FES2004 [Lyard06] to degree and order 8, [IERS10] eq. 6.15, with minor waves by admittance, eq. 6.16.</summary>
internal sealed class OceanTides : IGravityChange
{
    private const double Unit = 1e-11;
    private static readonly Lazy<OceanTides> s_instance = new(() => new OceanTides());
    private readonly List<Wave> _waves = [];
    private readonly List<Line> _lines = [];

    /// <param name="minor">With the minor waves, as all but a comparison wants it.</param>
    /// <param name="only">Of the others only these, as a comparison may want it.</param>
    internal OceanTides(bool minor = true, string[]? only = null)
    {
        bool taken = true;
        foreach (string[] row in ForceTable.Rows("ocean-tides.csv").Where(r => minor || r[0] != "minor"))
        {
            taken = row[0] == "wave" ? only?.Contains(row[1]) != false : taken;
            switch (taken ? row[0] : "left out")
            {
                case "left out":
                    break;
                case "wave":
                    _lines.Add(new(ForceTable.Multiples(row, 2), [(_waves.Count, 1)]));
                    _waves.Add(new(row[1], []));
                    break;
                case "minor":
                    _lines.Add(new(ForceTable.Multiples(row, 1), [.. row[7..].Chunk(2).Select(p => (_waves.FindIndex(w => w.Name == p[0]), ForceTable.Number(p[1])))]));
                    break;
                default:
                    (double cPlus, double sPlus, double cMinus, double sMinus) =
                        (ForceTable.Number(row[2]) * Unit, ForceTable.Number(row[3]) * Unit, ForceTable.Number(row[4]) * Unit, ForceTable.Number(row[5]) * Unit);
                    (int degree, int order) = ((int)ForceTable.Number(row[0]), (int)ForceTable.Number(row[1]));
                    (double cosineS, double sineS) = order == 0 ? (0, 0) : (sPlus - sMinus, cPlus - cMinus);
                    _waves[^1].Pairs.Add(new(degree, order, cPlus + cMinus, sPlus + sMinus, cosineS, sineS));
                    break;
            }
        }
    }

    public static OceanTides Instance => s_instance.Value;

    public int Degree => 8;

    public void Add(Epoch epoch, in EarthRotation earth, HarmonicTables tables, Span<double> coefficients)
    {
        Span<double> cosines = stackalloc double[_waves.Count], sines = stackalloc double[_waves.Count];
        FillWaves(TidalArguments.At(epoch, earth), cosines, sines);

        for (int w = 0; w < _waves.Count; w++)
        {
            (double cos, double sin) = (cosines[w], sines[w]);
            foreach (Pair pair in _waves[w].Pairs)
            {
                int entry = tables.Entry(pair.Degree, pair.Order);
                coefficients[2 * entry] += (pair.CosineC * cos) + (pair.SineC * sin);
                coefficients[(2 * entry) + 1] += (pair.CosineS * cos) - (pair.SineS * sin);
            }
        }
    }

    /// <summary>Amplitude of a wave with the lines that differ from it by multiples of the node alone, in units of the wave's own.</summary>
    internal static double NodeFactor(string wave, in TidalArguments arguments)
    {
        OceanTides tides = Instance;
        int number = tides._waves.FindIndex(w => w.Name == wave);
        sbyte[] own = tides._lines.First(l => l.Parts is [(int n, 1)] && n == number).Multiples;
        double re = 0, im = 0, phase = arguments.Of(own);
        foreach (Line line in tides._lines.Where(l => l.Multiples.AsSpan(0, 4).SequenceEqual(own.AsSpan(0, 4)) && l.Multiples[5] == own[5]))
        {
            // A line between two waves is shared: the whole of it by either's amplitude, here of the tide itself.
            double factor = line.Parts.Where(p => p.Wave == number).Sum(p => p.Factor);
            (double sin, double cos) = Math.SinCos(arguments.Of(line.Multiples) - phase);
            (re, im) = (re + (factor * cos), im + (factor * sin));
        }

        return Math.Sqrt((re * re) + (im * im));
    }

    /// <summary>Cosine and sine of every wave, its minor neighbours joined to it.</summary>
    private void FillWaves(in TidalArguments arguments, Span<double> cosines, Span<double> sines)
    {
        cosines.Clear();
        sines.Clear();
        foreach (Line line in _lines)
        {
            (double sin, double cos) = Math.SinCos(arguments.Of(line.Multiples));
            foreach ((int wave, double factor) in line.Parts)
            {
                cosines[wave] += factor * cos;
                sines[wave] += factor * sin;
            }
        }
    }

    private sealed record Wave(string Name, List<Pair> Pairs);

    /// <summary>A line of the tide's spectrum, and which waves of the model it moves with what factor.</summary>
    private sealed record Line(sbyte[] Multiples, (int Wave, double Factor)[] Parts);

    private readonly record struct Pair(int Degree, int Order, double CosineC, double SineC, double CosineS, double SineS);
}
