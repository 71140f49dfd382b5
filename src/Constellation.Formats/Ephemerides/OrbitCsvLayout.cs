using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Which column of a CSV table of states holds what.</summary>
internal sealed class OrbitCsvLayout
{
    private const int Most = 64;

    private static readonly string[] s_names = ["sat", "x_m", "y_m", "z_m", "vx_mps", "vy_mps", "vz_mps", "clock_s"];

    private readonly int _epoch;
    private readonly int[] _columns;

    private OrbitCsvLayout(int epoch, TimeScale scale, int[] columns) => (_epoch, Scale, _columns) = (epoch, scale, columns);

    public TimeScale Scale { get; }

    public static bool IsHeader(ReadOnlySpan<byte> line)
    {
        string[] names = FixedField.Text(line).Split(',');
        return names.Length is > 4 and <= Most && names.Any(n => n.StartsWith("epoch_", StringComparison.Ordinal)) && names.Contains("sat") && names.Contains("x_m");
    }

    public static OrbitCsvLayout? Of(string header, DiagnosticBag bag)
    {
        string[] names = header.Split(',');
        int epoch = Array.FindIndex(names, n => n.StartsWith("epoch_", StringComparison.Ordinal));
        TimeScale scale = TimeScale.Gpst;
        bool known = epoch >= 0 && Enum.TryParse(names[epoch][6..], ignoreCase: true, out scale) && Enum.IsDefined(scale);
        string[] missing = [.. s_names.Take(4).Where(n => !names.Contains(n))];
        if (!known || missing.Length > 0 || names.Length > Most)
        {
            bag.Error("CN3144", 1, 1, $"the table lacks the columns of an orbit: {string.Join(", ", known ? missing : ["epoch_gpst", .. missing])}", $"give a table with the columns {OrbitColumns.Header}");
            return null;
        }

        return new OrbitCsvLayout(epoch, scale, [.. s_names.Select(n => Array.IndexOf(names, n))]);
    }

    public bool TryRow(
        ReadOnlySpan<byte> line, int number, DiagnosticBag bag, out SatelliteId satellite, out Epoch epoch, out Vector3d position, out Vector3d velocity, out double clock)
    {
        Span<Range> fields = stackalloc Range[Most];
        int count = Split(line, fields);
        (satellite, epoch, position, velocity, clock) = (default, default, default, new(double.NaN, double.NaN, double.NaN), double.NaN);
        string time = Field(line, fields, count, _epoch), name = Field(line, fields, count, _columns[0]);
        if (!OdmTime.TryParse(time, Scale, out epoch))
        {
            bag.Error("CN3124", number, Column(fields, count, _epoch), $"'{time}' is not a time such as 2024-09-20T00:00:00.000000000", "the row is left out: mend it");
            return false;
        }

        if (!SatelliteId.TryParse(name, out satellite))
        {
            bag.Error("CN3014", number, Column(fields, count, _columns[0]), $"'{name}' is not a satellite such as G05 or C23", "the row is left out: mend it");
            return false;
        }

        Span<double> values = stackalloc double[7];
        for (int i = 0; i < values.Length; i++)
        {
            int column = _columns[i + 1];
            values[i] = double.NaN;
            bool empty = column < 0 || column >= count || FixedField.IsBlank(line[fields[column]]);
            if (empty ? i < 3 : !FixedField.TryDouble(line[fields[column]], out values[i]))
            {
                bag.Error("CN3120", number, Column(fields, count, column), empty ? $"there is no {s_names[i + 1]}" : $"'{Field(line, fields, count, column)}' is not a number ({s_names[i + 1]})", "the row is left out: mend it");
                return false;
            }
        }

        (position, velocity, clock) = (new(values[0], values[1], values[2]), new(values[3], values[4], values[5]), values[6]);
        velocity = double.IsNaN(velocity.X + velocity.Y + velocity.Z) ? new(double.NaN, double.NaN, double.NaN) : velocity;
        return true;
    }

    private static int Split(ReadOnlySpan<byte> line, Span<Range> fields)
    {
        int count = 0, start = 0;
        for (int i = 0; i <= line.Length && count < fields.Length; i++)
        {
            if (i == line.Length || line[i] == ',')
            {
                fields[count++] = start..i;
                start = i + 1;
            }
        }

        return count;
    }

    private static string Field(ReadOnlySpan<byte> line, ReadOnlySpan<Range> fields, int count, int column) => column >= 0 && column < count ? FixedField.Text(line[fields[column]]) : "";

    private static int Column(ReadOnlySpan<Range> fields, int count, int column) => column >= 0 && column < count ? fields[column].Start.Value + 1 : 0;
}
