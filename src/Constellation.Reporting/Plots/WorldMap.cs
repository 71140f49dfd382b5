using Constellation.Positioning;
using Constellation.Simulation;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>A value per cell of the world grid as colours under the coastlines: longitude to the right, latitude upwards, degrees alike.</summary>
public abstract class WorldMap : RunPlot
{
    private readonly WorldGrid _grid;
    private readonly IReadOnlyList<RunSite> _sites;
    private readonly double[,] _values;
    private readonly (double Value, double Weight)[] _cells;

    /// <param name="grid">The grid.</param>
    /// <param name="values">[row from the south, column from the west]; NaN: none.</param>
    /// <param name="sites">Places to mark.</param>
    protected WorldMap(WorldGrid grid, double[,] values, IReadOnlyList<RunSite> sites)
    {
        (_grid, _values, _sites) = (grid, values, sites);
        _cells =
        [
            .. Enumerable.Range(0, grid.Rows * grid.Columns).Select(i => (Value: values[i / grid.Columns, i % grid.Columns], Weight: grid.Weight(i / grid.Columns)))
                .Where(c => double.IsFinite(c.Value)),
        ];
    }

    public override bool HasData => _cells.Length > 0;

    public override bool IsImage => true;

    public override (int Width, int Height) Size
    {
        get
        {
            (double width, double height) = (Window.EastDeg - Window.WestDeg, Window.NorthDeg - Window.SouthDeg);
            double pixels = Math.Min(806 / width, Math.Max(403, Math.Min(620, 806 * height / width)) / height);
            return (Math.Max(560, (int)Math.Round(pixels * width) + 194), (int)Math.Round(pixels * height) + 75);
        }
    }

    /// <summary>What is drawn, degrees: all, or the box around a region that does not cross the date line.</summary>
    protected virtual Region.Box Window => new(-90, 90, -180, 180);

    /// <summary>The part of the Earth that has values, by name; null: all of it.</summary>
    protected virtual string? Part => null;

    /// <summary>The largest value that there can be where the smallest is zero; null: there is none.</summary>
    protected virtual double? Most => null;

    public override string AltText =>
        $"{(Part is null ? "World map" : $"Map of {Part}")} of the {Quantity}: {Text(Extreme(good: true))} in the best cell, {Text(Percentile(0.5))} over half of the {(Part is null ? "Earth" : "region")}'s surface, "
        + $"{Text(Extreme(good: false))} in the worst cell ({Place(Worst)}).";

    /// <summary>For the title, lower case inside a sentence: <c>95 % horizontal error</c>.</summary>
    protected abstract string Quantity { get; }

    /// <summary>Empty where it has none.</summary>
    protected abstract string Unit { get; }

    /// <summary>Beside the colours.</summary>
    protected virtual string ScaleLabel => Unit.Length > 0 ? $"{Quantity} ({Unit})" : Quantity;

    /// <summary>Values at the ends of the scale: the middle 98 % of the Earth's surface; what lies outside takes the end's colour.</summary>
    public (double Low, double High) Scale
    {
        get
        {
            (double low, double high) = (Percentile(0.01), Percentile(0.99));
            if (IsDifference)
            {
                double most = Reach ?? Math.Max(Math.Abs(low), Math.Abs(high));
                return most > 0 ? (-most, most) : (-1, 1);
            }

            return high - low > (Most is { } largest ? 1e-7 * largest : 1e-9 * Math.Abs(high)) ? (low, high)
                : Most is { } all ? (0, all)
                : low == 0 ? (0, 1)
                : (low - (0.05 * Math.Abs(low)), high + (0.05 * Math.Abs(high)));
        }
    }

    protected string ScaleRemark =>
        $"{(Reach is null ? "Colours span the middle 98 % of the surface" : "All maps have the same colours")}; the worst cell has {Text(Extreme(good: false))} ({Place(Worst)})."
        + (_cells.Length < _values.Length ? $" Grey: {NoData}." : "");

    /// <summary>Whether the largest values are the best; the best are bright.</summary>
    protected virtual bool LargeIsGood => false;

    /// <summary>Whether values are differences: white is none, blue is better, red is worse.</summary>
    protected virtual bool IsDifference => false;

    /// <summary>Largest difference of the scale of several maps; null: that of this one.</summary>
    protected virtual double? Reach => null;

    /// <summary>What it means that a cell has no value.</summary>
    protected virtual string NoData => "no position at any epoch";

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New(char.ToUpperInvariant(Quantity[0]) + Quantity[1..], "", "");
        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(NorthFirst());
        map.Rectangle = new CoordinateRect(-180, 180, -90, 90);
        IColormap colors = IsDifference ? new SignedColors() : new ScottPlot.Colormaps.Viridis();
        map.Colormap = LargeIsGood != IsDifference ? colors : colors.Reversed();
        map.NaNCellColor = PlotColors.NoData;
        (double low, double high) = Scale;
        map.ManualRange = new ScottPlot.Range(low, high);
        map.Update();
        Coasts(plot);
        Sites(plot);
        Frame(plot);
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(map);
        bar.Label = ScaleLabel;
        bar.LabelStyle.FontSize = Math.Min(13, 1.9f * (Size.Height - 75) / Math.Max(1, bar.Label.Length));
        bar.LabelStyle.Bold = false;
        bar.LabelStyle.FontName = PlotFonts.Name;
        bar.Axis.TickLabelStyle.FontSize = 12;
        MarkClipped(bar.Axis, Ticks.Linear(bar.Axis, low, high), low, high);
        bar.Axis.TickLabelStyle.FontName = PlotFonts.Name;
        // 806 x 403 pixels of the world: a degree of longitude is as long as one of latitude.
        plot.Layout.Fixed(new PixelPadding(62, 132, 36, 39));
        return plot;
    }

    /// <summary>Where cells lie beyond an end of the scale, its tick says so.</summary>
    private void MarkClipped(IAxis axis, IReadOnlyList<(double At, string Label)> round, double low, double high)
    {
        List<(double At, string Label)> ticks = [.. round];
        void Mark(double end, string sign)
        {
            ticks.RemoveAll(t => Math.Abs(t.At - end) < 0.05 * (high - low));
            ticks.Add((end, sign + Text(end, high - low, unit: "")));
        }

        if (_cells.Min(c => c.Value) < low)
        {
            Mark(low, "≤ ");
        }

        if (_cells.Max(c => c.Value) > high)
        {
            Mark(high, "≥ ");
        }

        axis.TickLabelStyle.FontSize = Math.Min(12, 84f / ticks.Select(t => t.Label.Length).Append(1).Max());
        axis.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. ticks.Select(t => t.At)], [.. ticks.Select(t => t.Label)]);
        (axis.Min, axis.Max) = (low, high);
    }

    private string Text(double value) => Text(value, _cells.Max(c => c.Value) - _cells.Min(c => c.Value), Unit);

    /// <summary>With the digits that tell values of such a spread apart.</summary>
    private static string Text(double value, double spread, string unit)
    {
        int? decimals = Numbers.DecimalsFor([value]);
        if (decimals is { } few && spread > 0)
        {
            decimals = Math.Max(few, Math.Clamp((int)Math.Ceiling(-Math.Log10(spread)) + 1, 0, 12));
        }

        string text = Numbers.Text(value, decimals);
        return unit.Length > 0 && double.IsFinite(value) ? $"{text} {unit}" : text;
    }

    private double Extreme(bool good) => good == LargeIsGood ? _cells.Max(c => c.Value) : _cells.Min(c => c.Value);

    private (int Row, int Column) Worst
    {
        get
        {
            (int Row, int Column) worst = (0, 0);
            for (int row = 0; row < _grid.Rows; row++)
            {
                for (int column = 0; column < _grid.Columns; column++)
                {
                    (double most, double value) = (_values[worst.Row, worst.Column], _values[row, column]);
                    worst = (LargeIsGood ? value < most : value > most) || (double.IsNaN(most) && !double.IsNaN(value)) ? (row, column) : worst;
                }
            }

            return worst;
        }
    }

    private double Percentile(double fraction) =>
        WeightedStatistics.Percentile([.. _cells.Select(c => c.Value)], [.. _cells.Select(c => c.Weight)], fraction);

    private string Place((int Row, int Column) cell)
    {
        (double latitude, double longitude) = _grid.Middle(cell.Row, cell.Column);
        return $"{Math.Abs(latitude):0.##}° {(latitude < 0 ? "S" : "N")}, {Math.Abs(longitude):0.##}° {(longitude < 0 ? "W" : "E")}";
    }

    private double[,] NorthFirst()
    {
        double[,] turned = new double[_grid.Rows, _grid.Columns];
        for (int row = 0; row < _grid.Rows; row++)
        {
            for (int column = 0; column < _grid.Columns; column++)
            {
                turned[_grid.Rows - 1 - row, column] = _values[row, column];
            }
        }

        return turned;
    }

    /// <summary>Dark on a light edge: visible on every colour of the scale.</summary>
    private static void Coasts(Plot plot)
    {
        foreach ((float width, Color color) in new[] { (2.0f, Colors.White.WithAlpha(0.55)), (0.8f, Colors.Black.WithAlpha(0.85)) })
        {
            foreach (Coordinates[] stroke in Coastline.Strokes)
            {
                ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(stroke, color);
                line.LineWidth = width;
                line.MarkerSize = 0;
            }
        }
    }

    private void Sites(Plot plot)
    {
        foreach (RunSite site in _sites)
        {
            ScottPlot.Plottables.Marker mark = plot.Add.Marker(site.LongitudeDeg, site.LatitudeDeg, MarkerShape.FilledCircle, 7, Colors.White);
            mark.MarkerLineColor = Colors.Black;
            mark.MarkerStyle.OutlineColor = Colors.Black;
            mark.MarkerStyle.OutlineWidth = 1.2f;
            ScottPlot.Plottables.Text name = plot.Add.Text(Labels.Scope(site.Name), site.LongitudeDeg, site.LatitudeDeg);
            (name.LabelFontSize, name.LabelFontName, name.LabelFontColor, name.LabelBackgroundColor) = (10, PlotFonts.Name, Colors.Black, Colors.White.WithAlpha(0.65));
            (name.OffsetX, name.LabelPadding, name.LabelAlignment) = (site.LongitudeDeg > 150 ? -7 : 7, 1, site.LongitudeDeg > 150 ? Alignment.MiddleRight : Alignment.MiddleLeft);
        }
    }

    private static double StepFor(double span) => new double[] { 0.5, 1, 2, 5, 10, 15, 30 }.FirstOrDefault(s => span / s <= 7, 60);

    private static double[] Multiples(double from, double to, double step)
    {
        int first = (int)Math.Ceiling(from / step), last = (int)Math.Floor(to / step);
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => i * step)];
    }

    private void Frame(Plot plot)
    {
        static string Side(double degrees, string positive, string negative) =>
            degrees == 0 || Math.Abs(degrees) == 180 ? $"{Math.Abs(degrees)}°" : $"{Math.Abs(degrees)}° {(degrees > 0 ? positive : negative)}";

        double across = Window.EastDeg - Window.WestDeg > 240 ? 60 : StepFor(Window.EastDeg - Window.WestDeg), along = Window.NorthDeg - Window.SouthDeg > 120 ? 30 : StepFor(Window.NorthDeg - Window.SouthDeg);
        double[] longitudes = Multiples(Window.WestDeg, Window.EastDeg, across), latitudes = Multiples(Window.SouthDeg, Window.NorthDeg, along);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(longitudes, [.. longitudes.Select(d => Side(d, "E", "W"))]);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(latitudes, [.. latitudes.Select(d => Side(d, "N", "S"))]);
        plot.Axes.SetLimits(Window.WestDeg, Window.EastDeg, Window.SouthDeg, Window.NorthDeg);
        plot.Grid.MajorLineColor = Colors.Transparent;
        plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Top.FrameLineStyle.Width = 1;
    }
}
