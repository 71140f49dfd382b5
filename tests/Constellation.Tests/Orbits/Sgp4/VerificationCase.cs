using System.Globalization;
using Constellation.Formats;
using Constellation.Geodesy;

namespace Constellation.Tests.Orbits.Sgp4;

/// <summary>A published verification case: an element set, the times at which it is asked, and the states that the authors' program printed before its first error.</summary>
internal sealed record VerificationCase(MeanElementSet Set, IReadOnlyList<(double Minutes, Vector3d PositionKm, Vector3d VelocityKmps)> Printed)
{
    /// <summary>All cases of the verification file with the output of the authors' program.</summary>
    public static IReadOnlyList<VerificationCase> All()
    {
        IReadOnlyList<MeanElementSet> sets = TleReader.Read(TestData.Shared("data/tle/SGP4-VER.TLE")).ValueOrThrow().Sets;
        List<List<(double, Vector3d, Vector3d)>> blocks = [];
        foreach (string line in File.ReadLines(TestData.Shared("data/tle/tcppver.out")))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is [_, "xx"])
            {
                blocks.Add([]);
            }
            else if (words.Length >= 7)
            {
                double[] v = [.. words.Take(7).Select(w => double.Parse(w, CultureInfo.InvariantCulture))];
                blocks[^1].Add((v[0], new Vector3d(v[1], v[2], v[3]), new Vector3d(v[4], v[5], v[6])));
            }
        }

        Assert.Equal(sets.Count, blocks.Count);

        // Where the program failed at once it printed what was left from the case before.
        for (int i = blocks.Count - 1; i > 0; i--)
        {
            blocks[i].RemoveAll(row => row.Item2 == blocks[i - 1][^1].Item2);
        }

        return [.. sets.Zip(blocks, (set, rows) => new VerificationCase(set, rows))];
    }

    /// <summary>The times that the authors' program went through: the epoch, then start to stop.</summary>
    public IEnumerable<double> Minutes()
    {
        yield return 0;
        (double start, double stop, double step) = (Set.Verification!.Value.Start, Set.Verification.Value.Stop, Set.Verification.Value.Step);
        for (double t = Math.Abs(start) > 1e-8 ? start : step; t < stop + step - 1e-8; t += step)
        {
            yield return Math.Min(t, stop);
        }
    }
}
