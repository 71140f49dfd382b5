using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>The observed positions of one centre at one interval: its files as one table, predicted positions left out.</summary>
public sealed class Sp3Series
{
    /// <summary>A pause of more than so many days ends a series: the next file begins another.</summary>
    private const int LongestPause = 1;

    private Sp3Series(string name, Sp3File table, long predicted) => (Name, Table, Predicted) = (name, table, predicted);

    /// <summary>Centre and interval, as in <c>WUM 900 s</c>.</summary>
    public string Name { get; }

    /// <summary>All files together; a predicted position is as one that is not there.</summary>
    public Sp3File Table { get; }

    /// <summary>Positions marked as predicted in the files: neither observations nor truth.</summary>
    public long Predicted { get; }

    /// <summary>Sorts files into series: by centre, interval and frame, those of consecutive days together, in the order in which the first of each was given.</summary>
    /// <exception cref="InputException">CN3026: files of one centre with epochs between each other's.</exception>
    public static IReadOnlyList<Sp3Series> Group(IEnumerable<Sp3File> files, Action<Diagnostic>? tell = null)
    {
        List<Sp3Series> series = [];
        foreach (IGrouping<(string Agency, Duration Interval, string Frame), Sp3File> group in files.Where(f => f.Epochs.Length > 0).GroupBy(f => (f.Agency, f.Interval, f.CoordinateSystem)))
        {
            List<Sp3File> together = [];
            foreach (Sp3File file in group.OrderBy(f => f.Epochs[0]))
            {
                if (together.Count > 0 && file.Epochs[0] - together.Max(f => f.Epochs[^1]) > Duration.FromDays(LongestPause))
                {
                    series.Add(Of(together, tell));
                    together = [];
                }

                together.Add(file);
            }

            series.Add(Of(together, tell));
        }

        return series;
    }

    private static Sp3Series Of(List<Sp3File> files, Action<Diagnostic>? tell)
    {
        long predicted = 0;
        Sp3File table = Sp3File.Merge([.. files.Select(f => WithoutPredicted(f, ref predicted))], tell);
        string agency = files[0].Agency.Length > 0 ? files[0].Agency : "unnamed centre";
        return new($"{agency} {table.Interval.TotalSeconds:0.###} s", table, predicted);
    }

    private static Sp3File WithoutPredicted(Sp3File file, ref long predicted)
    {
        List<Sp3Satellite> satellites = [];
        foreach (Sp3Satellite satellite in file.Satellites)
        {
            Vector3d[] positions = [.. satellite.Positions];
            Sp3Marks[] marks = [.. satellite.Marks];
            for (int i = 0; i < positions.Length; i++)
            {
                if (satellite.Marks[i].HasFlag(Sp3Marks.OrbitPredicted) && !double.IsNaN(positions[i].X))
                {
                    positions[i] = new(double.NaN, double.NaN, double.NaN);
                    marks[i] &= ~Sp3Marks.OrbitPredicted;
                    predicted++;
                }
            }

            satellites.Add(new Sp3Satellite { Id = satellite.Id, AccuracyExponent = satellite.AccuracyExponent, Positions = positions, Clocks = satellite.Clocks, Marks = marks });
        }

        return file with { Satellites = satellites };
    }
}
