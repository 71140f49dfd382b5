using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Gives satellites of a run the colours that a <see cref="Colouring"/> asks for.</summary>
internal sealed class SatelliteColours(RunTables tables)
{
    /// <summary>Colours of [Okabe08] that read on a dark sky, then lighter ones of the same hues.</summary>
    private static readonly int[] s_classes = [0x56b4e9, 0xe69f00, 0x2fbf9b, 0xe58cc0, 0xf0e442, 0xf05a28, 0x9a8cf0, 0xbbbbbb, 0xa8dcff, 0xffd28a, 0x9be8d2, 0xffc9e6, 0xfff6a8, 0xffa98c, 0xcfc8ff, 0xe8e8e8];

    private static readonly Rgb s_none = Rgb.FromHex(0x6b7683), s_good = Rgb.FromHex(0x2fbf9b), s_bad = Rgb.FromHex(0xe69f00), s_lost = Rgb.FromHex(0xf05a28);

    private readonly Dictionary<Colouring, TickScale> _scales = [];

    /// <summary>The satellites with their colours, and what the colours mean; null: those of the groups.</summary>
    /// <param name="satellites">At the epoch.</param>
    /// <param name="colouring">What is to be told.</param>
    /// <param name="at">When.</param>
    /// <param name="notes">Told what is missing.</param>
    public (IReadOnlyList<SceneSatellite> Satellites, ColourKey? Key) Paint(IReadOnlyList<SceneSatellite> satellites, Colouring colouring, Epoch at, List<string> notes)
    {
        IReadOnlyList<RunSatellite> known = tables.Folder.Manifest.Satellites;
        return colouring switch
        {
            Colouring.Plane => Classes("orbital plane", s => s.Plane),
            Colouring.Block => Classes("block", s => s.Block),
            Colouring.Clock => Classes("clock in use", s => ClockOf(s, at)),
            Colouring.ClockError => Values("error of the broadcast clock", "m", "clock_m", v => v, ColourMap.DivergingSky),
            Colouring.Sisre => Values("signal-in-space error (SISRE)", "m", "sisre_m", v => v, ColourMap.Sky),
            Colouring.Age => Values("age of data", "min", "age_s", v => v / 60, ColourMap.Sky),
            Colouring.Health => Told("health", HealthOf(at, notes)),
            Colouring.Eclipse => Told("sunlight", s => s.Sunlight >= 1 ? ("in sunlight", Rgb.FromHex(0xffd75e)) : s.Sunlight > 0 ? ("penumbra", Rgb.FromHex(0xe58cc0)) : ("umbra", Rgb.FromHex(0x6f8fd8))),
            _ => (satellites, null),
        };

        (IReadOnlyList<SceneSatellite>, ColourKey) Classes(string title, Func<RunSatellite, string> of)
        {
            string NameOf(SceneSatellite s) => tables.NumberOf(s.Id) is >= 0 and int i && of(known[i]) is { Length: > 0 } name ? name : "not known";
            // Colours keep to their class whatever is there at the epoch.
            string[] names = [.. known.Select(of).Where(n => n.Length > 0).Distinct().Order(StringComparer.Ordinal)];
            return Told(title, s => (NameOf(s), Array.IndexOf(names, NameOf(s)) is >= 0 and int i ? Rgb.FromHex(s_classes[i % s_classes.Length]) : s_none));
        }

        (IReadOnlyList<SceneSatellite>, ColourKey) Told(string title, Func<SceneSatellite, (string Text, Rgb Colour)> of)
        {
            SceneSatellite[] painted = [.. satellites.Select(s => s with { OwnColour = of(s).Colour, Told = of(s).Text })];
            LegendRow[] rows = [.. painted.GroupBy(s => (s.Told, s.Colour)).OrderBy(g => g.Key.Told, StringComparer.Ordinal)
                .Select(g => new LegendRow($"{g.Key.Told}, {g.Count()} satellite{(g.Count() == 1 ? "" : "s")}", g.Key.Colour) { Shape = MarkerShape.Circle })];
            return (painted, new ColourKey(title, rows));
        }

        (IReadOnlyList<SceneSatellite>, ColourKey?) Values(string title, string unit, string column, Func<double, double> read, ColourMap colours)
        {
            double[]? values = tables.Try(t => t.Sisre.At(column, at).ToArray(), out string problem);
            if (values is null)
            {
                notes.Add($"{title}: {problem}");
                return (satellites, null);
            }

            TickScale scale = ScaleOf(colouring, column, read);
            SceneSatellite[] painted = [.. satellites.Select(s =>
            {
                double value = tables.NumberOf(s.Id) is >= 0 and int i && i < values.Length ? read(values[i]) : double.NaN;
                return double.IsFinite(value)
                    ? s with { OwnColour = colours.At(scale.Share(value)), Told = $"{title}: {value:0.###} {unit}" }
                    : s with { OwnColour = s_none, Told = $"{title}: no message" };
            })];
            int silent = painted.Count(s => s.OwnColour == s_none);
            return (painted, new ColourKey(title, silent > 0 ? [new LegendRow($"no message, {silent} satellite{(silent == 1 ? "" : "s")}", s_none) { Shape = MarkerShape.Circle }] : []) { Unit = unit, Scale = scale, Colours = colours });
        }
    }

    /// <summary>The kind of clock in force at an epoch.</summary>
    internal static string ClockOf(RunSatellite satellite, Epoch at)
    {
        string clock = satellite.Clock;
        foreach (RunClockChange change in satellite.ClockChanges ?? [])
        {
            clock = Parsed(change.Epoch) is { } when && when <= at ? change.Clock : clock;
        }

        return clock;
    }

    private static Epoch? Parsed(string text)
    {
        try
        {
            return Epoch.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A message that users take: the satellite has a row among the signal-in-space errors; no clock: the control segment has none of its own.</summary>
    private Func<SceneSatellite, (string Text, Rgb Colour)> HealthOf(Epoch at, List<string> notes)
    {
        double[]? usable = tables.Try(t => t.Sisre.At("sisre_m", at).ToArray(), out string problem);
        if (usable is null)
        {
            notes.Add($"health: {problem}");
            return _ => ("not known", s_none);
        }

        double[]? clocks = tables.Folder.HasOdts ? tables.Try(t => t.Odts.At("sigma_clock_m", at).ToArray(), out _) : null;
        return s =>
        {
            int i = tables.NumberOf(s.Id);
            bool Has(double[] values) => i >= 0 && i < values.Length && !double.IsNaN(values[i]);
            return Has(usable) ? ("usable", s_good) : clocks is { Length: > 0 } && !Has(clocks) ? ("without a clock", s_lost) : ("not usable: no healthy message", s_bad);
        };
    }

    /// <summary>One scale for the whole run: colours keep their meaning over time.</summary>
    private TickScale ScaleOf(Colouring colouring, string column, Func<double, double> read)
    {
        if (!_scales.TryGetValue(colouring, out TickScale? scale))
        {
            double[] all = [.. tables.Sisre.Column(column).Where(double.IsFinite).Select(read).Order()];
            (double low, double high) = all.Length == 0 ? (0, 1) : (all[(int)(0.01 * (all.Length - 1))], all[(int)(0.99 * (all.Length - 1))]);
            double most = Math.Max(Math.Abs(low), Math.Abs(high));
            _scales[colouring] = scale = colouring == Colouring.ClockError ? TickScale.Covering(-most, most) : TickScale.Covering(low, high);
        }

        return scale;
    }
}
