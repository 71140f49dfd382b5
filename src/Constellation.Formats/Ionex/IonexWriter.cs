using System.Globalization;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes IONEX 1.0 and 1.1. [Schaer98]</summary>
/// <remarks>A value that five columns cannot hold at the exponent of the file is written as 9999, none.</remarks>
public static class IonexWriter
{
    private const int None = 9999;

    /// <summary>Writes the file; the stream stays open.</summary>
    public static void Write(Stream stream, IonexFile file)
    {
        IonosphereMaps maps = file.Maps;
        MapGrid grid = maps.Grid;
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        Line(text, $"{Number(file.Version, 8, 1)}{"",12}{"IONOSPHERE MAPS",-20}{file.System,-20}", "IONEX VERSION / TYPE");
        Line(text, $"{file.Program,-20}{file.RunBy,-20}{file.Date,-20}", "PGM / RUN BY / DATE");
        foreach (string line in file.Description)
        {
            Line(text, line, "DESCRIPTION");
        }

        Line(text, Time(maps.Epochs[0]), "EPOCH OF FIRST MAP");
        Line(text, Time(maps.Epochs[^1]), "EPOCH OF LAST MAP");
        Line(text, $"{(int)file.Interval.TotalSeconds,6}", "INTERVAL");
        Line(text, $"{maps.Epochs.Count,6}", "# OF MAPS IN FILE");
        Line(text, $"  {file.MappingFunction}", "MAPPING FUNCTION");
        Line(text, Number(file.ElevationCutoffDeg, 8, 1), "ELEVATION CUTOFF");
        Line(text, file.ObservablesUsed, "OBSERVABLES USED");
        Line(text, $"{file.Stations,6}", "# OF STATIONS");
        Line(text, $"{file.Satellites,6}", "# OF SATELLITES");
        Line(text, Number(maps.BaseRadius / 1000, 8, 1), "BASE RADIUS");
        Line(text, $"{2,6}", "MAP DIMENSION");
        string height = Number(maps.Height / 1000, 6, 1);
        Line(text, $"  {height}{height}{Number(0, 6, 1)}", "HGT1 / HGT2 / DHGT");
        Line(text, $"  {Angle(grid.LatitudeDeg(0))}{Angle(grid.LatitudeDeg(grid.Rows - 1))}{Angle(grid.LatitudeStepDeg)}", "LAT1 / LAT2 / DLAT");
        string longitudes = $"{Angle(grid.LongitudeDeg(0))}{Angle(grid.LongitudeDeg(grid.Columns - 1))}{Angle(grid.LongitudeStepDeg)}";
        Line(text, "  " + longitudes, "LON1 / LON2 / DLON");
        Line(text, $"{file.Exponent,6}", "EXPONENT");
        foreach (string line in file.Auxiliary)
        {
            text.WriteLine(line.PadRight(80));
        }

        Line(text, "", "END OF HEADER");
        for (int i = 0; i < maps.Epochs.Count; i++)
        {
            Map(text, file, "TEC", i, maps.Content(i), longitudes, height);
        }

        for (int i = 0; i < maps.Epochs.Count && maps.HasDeviations; i++)
        {
            Map(text, file, "RMS", i, maps.Deviation(i), longitudes, height);
        }

        Line(text, "", "END OF FILE");
    }

    private static void Map(StreamWriter text, IonexFile file, string kind, int index, ReadOnlySpan<float> values, string longitudes, string height)
    {
        MapGrid grid = file.Maps.Grid;
        Line(text, $"{index + 1,6}", $"START OF {kind} MAP");
        Line(text, Time(file.Maps.Epochs[index]), "EPOCH OF CURRENT MAP");
        Span<char> row = stackalloc char[80];
        for (int i = 0; i < grid.Rows; i++)
        {
            Line(text, $"  {Angle(grid.LatitudeDeg(i))}{longitudes}{height}", "LAT/LON1/LON2/DLON/H");
            for (int j = 0; j < grid.Columns; j += 16)
            {
                int count = Math.Min(16, grid.Columns - j);
                row.Fill(' ');
                for (int k = 0; k < count; k++)
                {
                    string number = Whole(values[(i * grid.Columns) + j + k], file.Exponent).ToString(CultureInfo.InvariantCulture);
                    number.CopyTo(row[((5 * k) + 5 - number.Length)..]);
                }

                text.WriteLine(row[..(5 * count)]);
            }
        }

        Line(text, $"{index + 1,6}", $"END OF {kind} MAP");
    }

    private static int Whole(float value, int exponent)
    {
        double units = Math.Round(value * Math.Pow(10, -exponent));
        return units is > -1000 and < None ? (int)units : None;
    }

    private static void Line(StreamWriter text, string content, string label) => text.WriteLine((content.Length > 60 ? content[..60] : content).PadRight(60) + label.PadRight(20));

    /// <summary>One decimal as the format has it, two where a fine grid needs them and six columns hold them.</summary>
    private static string Angle(double degrees) => Number(degrees, 6, Math.Abs((10 * degrees) - Math.Round(10 * degrees)) > 1e-6 && degrees > -100 ? 2 : 1);

    private static string Number(double value, int width, int digits) => value.ToString("F" + digits, CultureInfo.InvariantCulture).PadLeft(width);

    private static string Time(Epoch epoch)
    {
        ScaleReading t = epoch.In(TimeScale.Utc);
        return $"{t.Year,6}{t.Month,6}{t.Day,6}{t.Hour,6}{t.Minute,6}{t.Second,6}";
    }
}
