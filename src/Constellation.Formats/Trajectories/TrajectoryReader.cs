using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads the way of a receiver from CSV: <c>epoch_gpst,x_m,y_m,z_m</c> or <c>epoch_gpst,lat_deg,lon_deg,height_m</c>; other columns are passed over.</summary>
/// <remarks>Codes: CN4310 columns, CN4311 a row, CN4312 order, CN4313 a gap of more than five times the usual step, CN4314 too few rows.</remarks>
public static class TrajectoryReader
{
    private const int MostRows = 20_000_000, LeastRows = 4;
    private const double GapFactor = 5;

    public static ReadResult<TrajectoryRows> Read(string path)
    {
        using Stream stream = TextSource.Open(path);
        return Read(stream, path);
    }

    public static ReadResult<TrajectoryRows> Read(Stream stream, string fileName)
    {
        DiagnosticBag bag = new(fileName);
        LineReader lines = new(stream, bag);
        string[] names = lines.TryRead(out ReadOnlySpan<byte> first) ? [.. FixedField.Text(first).Split(',').Select(n => n.Trim())] : [];
        int epochColumn = Array.FindIndex(names, n => n.StartsWith("epoch_", StringComparison.Ordinal));
        int[] cartesian = [.. new[] { "x_m", "y_m", "z_m" }.Select(n => Array.IndexOf(names, n))];
        int[] geodetic = [.. new[] { "lat_deg", "lon_deg", "height_m" }.Select(n => Array.IndexOf(names, n))];
        bool isCartesian = Array.TrueForAll(cartesian, c => c >= 0);
        int[] columns = isCartesian ? cartesian : geodetic;
        if (epochColumn < 0 || !Enum.TryParse(names[epochColumn][6..], ignoreCase: true, out TimeScale scale) || Array.Exists(columns, c => c < 0))
        {
            bag.Error("CN4310", 1, 1, "the table lacks the columns of a trajectory", "give epoch_gpst,x_m,y_m,z_m or epoch_gpst,lat_deg,lon_deg,height_m");
            return bag.Remaining<TrajectoryRows>(null);
        }

        List<Epoch> epochs = [];
        List<Position<Itrf>> positions = [];
        List<int> rows = [];
        while (!bag.Full && epochs.Count < MostRows && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (FixedField.IsBlank(line))
            {
                continue;
            }

            string[] fields = FixedField.Text(line).Split(',');
            if (fields.Length <= Math.Max(epochColumn, columns.Max()) || !OdmTime.TryParse(fields[epochColumn].Trim(), scale, out Epoch epoch))
            {
                bag.Error("CN4311", lines.LineNumber, 1, "the row has too few columns, or its first is no epoch", "mend the row");
                continue;
            }

            double[] values = new double[3];
            int bad = Array.FindIndex([0, 1, 2], i => !double.TryParse(fields[columns[i]], out values[i]) || !double.IsFinite(values[i]));
            if (bad >= 0 || !IsPlace(isCartesian, values))
            {
                int at = columns[Math.Max(0, bad)];
                bag.Error("CN4311", lines.LineNumber, 1 + fields.Take(at).Sum(f => f.Length + 1), bad >= 0 ? $"'{fields[at]}' is not a number" : $"{string.Join(',', columns.Select(c => fields[c].Trim()))} is no place on the Earth or in orbit", "mend the row");
                continue;
            }

            if (epochs.Count > 0 && epoch <= epochs[^1])
            {
                bag.Error("CN4312", lines.LineNumber, 1, "the epoch is not after the one before", "order the rows");
                continue;
            }

            epochs.Add(epoch);
            rows.Add(lines.LineNumber);
            positions.Add(isCartesian ? new(values[0], values[1], values[2]) : Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(values[0], values[1], values[2])));
        }

        if (epochs.Count < LeastRows)
        {
            bag.Error("CN4314", lines.LineNumber, 0, $"{epochs.Count} rows are too few to interpolate", $"give {LeastRows} or more");
            return bag.Remaining<TrajectoryRows>(null);
        }

        RefuseGaps(epochs, rows, bag);
        return bag.Result(new TrajectoryRows(epochs, positions));
    }

    private static bool IsPlace(bool isCartesian, double[] v) => isCartesian
        ? Math.Sqrt((v[0] * v[0]) + (v[1] * v[1]) + (v[2] * v[2])) is > 6.3e6 and < 1e9
        : Math.Abs(v[0]) <= 90 && Math.Abs(v[1]) <= 360 && v[2] is > -1e4 and < 1e9;

    /// <summary>A way that nobody measured is not made up.</summary>
    private static void RefuseGaps(List<Epoch> epochs, List<int> rows, DiagnosticBag bag)
    {
        double[] steps = [.. epochs.Zip(epochs.Skip(1), (a, b) => (b - a).TotalSeconds)];
        double usual = Median.Of(steps);
        for (int i = 0; i < steps.Length && !bag.Full; i++)
        {
            if (steps[i] > GapFactor * usual)
            {
                bag.Error("CN4313", rows[i + 1], 1, $"{steps[i]:0.###} s after the row before, where {usual:0.###} s are usual: the trajectory has a gap", "fill it, or cut the table into two");
            }
        }
    }
}
