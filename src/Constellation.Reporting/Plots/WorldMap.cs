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

    public override (int Width, int Height) Size => (1000, 490);

    public override string AltText =>
        $"World map of the {Quantity}: {Numbers.Text(Extreme(good: true), Unit)} in the best cell, {Numbers.Text(Percentile(0.5), Unit)} over half of the Earth's surface, "
        + $"{Numbers.Text(Extreme(good: false), Unit)} in the worst cell ({Place(Worst)}).";

    /// <summary>For the title, lower case inside a sentence: <c>95 % horizontal error</c>.</summary>
    protected abstract string Quantity { get; }

    /// <summary>Empty where it has none.</summary>
    protected abstract string Unit { get; }

    /// <summary>Values at the ends of the scale: the middle 98 % of the Earth's surface; what lies outside takes the end's colour.</summary>
    public (double Low, double High) Scale
    {
        get
        {
            (double low, double high) = (Percentile(0.01), Percentile(0.99));
            return high - low > 1e-9 * Math.Abs(high) ? (low, high) : (low - Math.Max(0.05 * Math.Abs(low), 1e-9), high + Math.Max(0.05 * Math.Abs(high), 1e-9));
        }
    }

    protected string ScaleRemark =>
        $"Colours span the middle 98 % of the surface; the worst cell has {Numbers.Text(Extreme(good: false), Unit)} ({Place(Worst)})."
        + (_cells.Length < _values.Length ? $" Grey: {NoData}." : "");

    /// <summary>Whether the largest values are the best; the best are bright.</summary>
    protected virtual bool LargeIsGood => false;

    /// <summary>What it means that a cell has no value.</summary>
    protected virtual string NoData => "no position at any epoch";

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New(char.ToUpperInvariant(Quantity[0]) + Quantity[1..], "", "");
        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(NorthFirst());
        map.Rectangle = new CoordinateRect(-180, 180, -90, 90);
        map.Colormap = LargeIsGood ? new ScottPlot.Colormaps.Viridis() : new ScottPlot.Colormaps.Viridis().Reversed();
        map.NaNCellColor = PlotColors.NoData;
        (double low, double high) = Scale;
        map.ManualRange = new ScottPlot.Range(low, high);
        map.Update();
        Coasts(plot);
        Sites(plot);
        Frame(plot);
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(map);
        bar.Label = Unit.Length > 0 ? $"{Quantity} ({Unit})" : Quantity;
        bar.LabelStyle.FontSize = 13;
        bar.LabelStyle.Bold = false;
        bar.LabelStyle.FontName = PlotFonts.Name;
        bar.Axis.TickLabelStyle.FontSize = 12;
        Ticks.Linear(bar.Axis, low, high);
        bar.Axis.TickLabelStyle.FontName = PlotFonts.Name;
        // 830 x 415 pixels: a degree of longitude is as long as one of latitude.
        plot.Layout.Fixed(new PixelPadding(62, 108, 36, 39));
        return plot;
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

    private static void Frame(Plot plot)
    {
        static string Side(double degrees, string positive, string negative) =>
            degrees == 0 || Math.Abs(degrees) == 180 ? $"{Math.Abs(degrees)}°" : $"{Math.Abs(degrees)}° {(degrees > 0 ? positive : negative)}";

        double[] longitudes = [-180, -120, -60, 0, 60, 120, 180], latitudes = [-90, -60, -30, 0, 30, 60, 90];
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(longitudes, [.. longitudes.Select(d => Side(d, "E", "W"))]);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(latitudes, [.. latitudes.Select(d => Side(d, "N", "S"))]);
        plot.Axes.SetLimits(-180, 180, -90, 90);
        plot.Grid.MajorLineColor = Colors.Transparent;
        plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Top.FrameLineStyle.Width = 1;
    }
}
