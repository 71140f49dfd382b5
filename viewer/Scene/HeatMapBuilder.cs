using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>Makes a statistic over the run for every cell of the user grid.</summary>
internal static class HeatMapBuilder
{
    public static HeatMap? Build(RunFolder folder, MapKind kind)
    {
        if (kind == MapKind.None)
        {
            return null;
        }

        double step = folder.Manifest.GridStepDeg;
        int rows = step > 0 ? (int)Math.Round(180 / step) : 0, columns = 2 * rows;
        if (rows is < 1 or > 1800 || Math.Abs((rows * step) - 180) > 1e-6)
        {
            throw Wrong(folder, RunFolder.ManifestFile, "CN5007", $"has a grid step of {step} degrees");
        }

        string needed = kind switch
        {
            MapKind.Hpe95 => "lat_deg,lon_deg,hpe_m",
            MapKind.Vpe95 => "lat_deg,lon_deg,vpe_m",
            MapKind.Pdop => "lat_deg,lon_deg,pdop",
            MapKind.Visible => "lat_deg,lon_deg,n_sat",
            _ => "lat_deg,lon_deg,hpe_m,vpe_m,pdop,status",
        };
        ColumnTable table = folder.Table(RunFolder.GridFile, needed);
        double[] samples = Samples(table, kind);
        List<double>[] cells = [.. Enumerable.Range(0, rows * columns).Select(_ => new List<double>())];
        double[] latitude = table.Real("lat_deg"), longitude = table.Real("lon_deg");
        for (int i = 0; i < samples.Length; i++)
        {
            int row = (int)Math.Floor((latitude[i] + 90) / step), column = (int)Math.Floor((longitude[i] + 180) / step);
            if (!(row >= 0 && row < rows && column >= 0 && column < columns))
            {
                throw Wrong(folder, RunFolder.GridFile, "CN5008", $"has a user at {latitude[i]}, {longitude[i]} degrees, which is not in the grid");
            }

            cells[(row * columns) + column].Add(samples[i]);
        }

        double[] values = [.. cells.Select(c => Statistic(c, kind))];
        (string label, string unit) = Label(kind);
        // Bright is good, whatever the quantity.
        ColourMap colours = kind is MapKind.Visible or MapKind.Availability ? ColourMap.Viridis : ColourMap.ViridisReversed;
        return new HeatMap(label, unit, rows, columns, values, colours, kind == MapKind.Availability ? (0, 100) : (0, double.PositiveInfinity));
    }

    private static (string Label, string Unit) Label(MapKind kind) => kind switch
    {
        MapKind.Hpe95 => ("Horizontal position error, 95 %", "m"),
        MapKind.Vpe95 => ("Vertical position error, 95 %", "m"),
        MapKind.Pdop => ("Mean PDOP", ""),
        MapKind.Visible => ("Mean number of satellites", ""),
        _ => ("Availability of 10 m with PDOP 6", "%"),
    };

    private static double[] Samples(ColumnTable table, MapKind kind) => kind switch
    {
        MapKind.Hpe95 => table.Real("hpe_m"),
        MapKind.Vpe95 => Array.ConvertAll(table.Real("vpe_m"), Math.Abs),
        MapKind.Pdop => table.Real("pdop"),
        MapKind.Visible => Array.ConvertAll(table.Integer("n_sat"), n => (double)n),
        _ => Accepted(table),
    };

    /// <summary>1 where the standard thresholds accept the position, else 0.</summary>
    private static double[] Accepted(ColumnTable table)
    {
        double[] horizontal = table.Real("hpe_m"), vertical = table.Real("vpe_m"), pdop = table.Real("pdop");
        string[] status = table.Text("status");
        AccuracyThresholds limits = new();
        double[] accepted = new double[table.Rows];
        for (int i = 0; i < accepted.Length; i++)
        {
            accepted[i] = status[i].Equals("ok", StringComparison.OrdinalIgnoreCase) && horizontal[i] <= limits.Horizontal && Math.Abs(vertical[i]) <= limits.Vertical && pdop[i] <= limits.Pdop ? 1 : 0;
        }

        return accepted;
    }

    private static double Statistic(List<double> cell, MapKind kind)
    {
        ReadOnlySpan<double> values = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cell);
        return kind switch
        {
            MapKind.Hpe95 or MapKind.Vpe95 => WeightedStatistics.Percentile(values, [], 0.95),
            MapKind.Availability => 100 * WeightedStatistics.Mean(values, []),
            _ => WeightedStatistics.Mean(values, []),
        };
    }

    private static InputException Wrong(RunFolder folder, string file, string code, string problem) =>
        new(Diagnostic.Error(code, new SourceSpan(Path.Combine(folder.Path, file)), problem, "run the scenario again"));
}
