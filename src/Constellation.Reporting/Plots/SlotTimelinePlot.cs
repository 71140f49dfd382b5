using ScottPlot;

namespace Constellation.Reporting;

/// <summary>Who links with whom in every slot: a row for each satellite, in each cell its partner.</summary>
/// <param name="satellites">Names, from the top.</param>
/// <param name="slots">Slots along the figure.</param>
/// <param name="slotLength">s.</param>
/// <param name="cells">Ends of links.</param>
/// <param name="title">What is drawn.</param>
public sealed class SlotTimelinePlot(IReadOnlyList<string> satellites, int slots, double slotLength, IReadOnlyList<SlotCell> cells, string title) : RunPlot
{
    /// <summary>Narrower cells hold no name.</summary>
    private const int MostNamed = 40;

    public override string Name => "slot-timeline";

    public override string Caption => "Partner of every satellite in every slot, by number; colour: class of the partner's orbit. Several partners in a slot share its cell. White: idle.";

    public override string AltText =>
        $"{title}: {satellites.Count} satellites in {slots} slots of {slotLength} s; {(double)cells.Select(c => (c.Row, c.Slot)).Distinct().Count() / Math.Max(1, satellites.Count * slots):P0} of the cells are at work.";

    public override bool HasData => cells.Count > 0;

    public override (int Width, int Height) Size => (1000, 90 + (18 * satellites.Count));

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New(title, "Time in the round (s)", "");
        foreach (IGrouping<(int Row, int Slot), SlotCell> cell in cells.GroupBy(c => (c.Row, c.Slot)))
        {
            SlotCell[] shared = [.. cell];
            for (int i = 0; i < shared.Length; i++)
            {
                double left = (cell.Key.Slot + ((double)i / shared.Length)) * slotLength, right = (cell.Key.Slot + ((i + 1.0) / shared.Length)) * slotLength;
                double middle = satellites.Count - 1 - cell.Key.Row;
                ScottPlot.Plottables.Rectangle box = plot.Add.Rectangle(left, right, middle - 0.45, middle + 0.45);
                box.FillColor = ColorOf(shared[i].PartnerClass);
                box.LineColor = Colors.White;
                box.LineWidth = 1;
                if (slots * shared.Length <= MostNamed)
                {
                    ScottPlot.Plottables.Text name = plot.Add.Text(shared[i].PartnerClass == "station" ? "▼" : shared[i].Partner.TrimStart('C', 'E', 'G', 'R', 'J'), (left + right) / 2, middle);
                    (name.LabelFontSize, name.LabelFontName, name.LabelFontColor, name.LabelAlignment) = (10, PlotFonts.Name, Colors.White, Alignment.MiddleCenter);
                }
            }
        }

        Ticks.Linear(plot.Axes.Bottom, 0, slots * slotLength, 12);
        double[] rows = [.. Enumerable.Range(0, satellites.Count).Select(i => (double)i)];
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(rows, [.. satellites.Reverse()]);
        plot.Axes.SetLimits(0, slots * slotLength, -0.7, satellites.Count - 0.3);
        plot.Grid.MajorLineColor = Colors.Transparent;
        foreach (string kind in cells.Select(c => c.PartnerClass).Distinct().Order(StringComparer.Ordinal))
        {
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = kind == "station" ? "anchor station" : kind.ToUpperInvariant(), FillColor = ColorOf(kind), LineColor = ColorOf(kind), MarkerShape = MarkerShape.None });
        }

        plot.LegendBelow();
        return plot;
    }

    private static Color ColorOf(string kind) => kind == "station" ? PlotColors.Ink : PlotColors.Of(kind);
}
