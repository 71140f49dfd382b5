using ScottPlot;
using ScottPlot.TickGenerators;

namespace Constellation.Reporting;

/// <summary>SISRE of each satellite over the run as a bar, with the parts of orbit and clock as marks.</summary>
public sealed class SisreBySatellitePlot(SisreErrors errors) : RunPlot
{
    private readonly (int Satellite, double All, double Orbit, double Clock)[] _values =
    [
        .. Enumerable.Range(0, errors.Satellites.Count).Select(i => (i, Rms: errors.OfSatellite(i)))
            .Where(p => double.IsFinite(p.Rms.All)).Select(p => (p.i, p.Rms.All, p.Rms.Orbit, p.Rms.Clock)),
    ];

    public override string Name => "sisre-satellites";

    public override bool HasData => _values.Length > 0;

    /// <summary>Wider where many satellites need their names.</summary>
    public override (int Width, int Height) Size => (Math.Max(920, 120 + (15 * _values.Length)), 400);

    public override string Caption =>
        "Bars: root mean square over the run, coloured by class of orbit. Marks: the same with a perfect clock (orbit) and the clock error alone (clock). "
        + "Orbit and clock errors may cancel, so the bar can be shorter than a mark.";

    public override string AltText
    {
        get
        {
            if (!HasData)
            {
                return "";
            }

            (int best, double least, _, _) = _values.MinBy(v => v.All);
            (int worst, double most, _, _) = _values.MaxBy(v => v.All);
            return $"SISRE of {_values.Length} satellites: from {Numbers.Text(least)} m ({errors.Satellites[best].Sat}) to {Numbers.Text(most)} m ({errors.Satellites[worst].Sat}).";
        }
    }

    public override Plot Draw()
    {
        Plot plot = PlotStyling.New("Signal-in-space range error by satellite", "Satellite", "SISRE, RMS (m)");
        foreach (string orbitClass in errors.Classes)
        {
            Bar[] bars =
            [
                .. _values.Select((v, place) => (v, place)).Where(p => errors.Satellites[p.v.Satellite].OrbitClass == orbitClass)
                    .Select(p => new Bar { Position = p.place, Value = p.v.All, Size = 0.66, FillColor = PlotColors.Of(orbitClass).WithAlpha(0.75), LineWidth = 0 }),
            ];
            if (bars.Length > 0)
            {
                plot.Add.Bars(bars).LegendText = OrbitClasses.Label(orbitClass);
            }
        }

        double[] places = [.. Enumerable.Range(0, _values.Length).Select(i => (double)i)];
        Marks(plot, places, [.. _values.Select(v => v.Orbit)], MarkerShape.FilledDiamond, "orbit");
        Marks(plot, places, [.. _values.Select(v => v.Clock)], MarkerShape.OpenCircle, "clock");
        plot.Axes.Bottom.TickGenerator = new NumericManual(places, [.. _values.Select(v => errors.Satellites[v.Satellite].Sat)]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Grid.XAxisStyle.IsVisible = false;
        if (_values.Length > 16)
        {
            plot.Axes.Bottom.TickLabelStyle.Rotation = -90;
            plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
            plot.Axes.Bottom.MinimumSize = 58;
        }

        plot.Axes.SetLimitsX(-0.8, Math.Max(_values.Length, 6) - 0.2);
        plot.FromZero(_values.SelectMany(v => new[] { v.All, v.Orbit, v.Clock }));
        plot.LegendBelow();
        return plot;
    }

    private static void Marks(Plot plot, double[] places, double[] values, MarkerShape shape, string legend)
    {
        ScottPlot.Plottables.Markers marks = plot.Add.Markers(places, values, shape, 6.5f, PlotColors.Ink);
        marks.MarkerLineWidth = 1.4f;
        marks.LegendText = legend;
    }
}
