using System.Globalization;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Lines of sight: from stations to the selected satellite, from the picked place to all it sees, and the measure between the two.</summary>
internal static class SightContent
{
    private static readonly Rgb s_measure = Rgb.FromHex(0xffffff), s_site = Rgb.FromHex(0x9fd8ff);

    public static void Add(SceneContent into, SceneContext context)
    {
        if (!context.Layers.Sight)
        {
            return;
        }

        double mask = double.DegreesToRadians(context.MaskDeg);
        if (context.Selected is { } selected && context.Layers.Stations)
        {
            ScenePlace[] seeing = [.. context.Stations.Where(s => new TopocentricFrame(s.Place).Elevation(selected.Itrf) >= mask)];
            foreach (ScenePlace station in seeing)
            {
                into.Lines.Add(new SceneLine(SceneLine.Straight(station.Itrf, selected.Itrf, 60), GlobeRenderer.StationColour, 0.55f, 1.2f) { Dashed = true });
            }

            if (context.Stations.Count > 0)
            {
                into.Legend.Add(new LegendRow($"{selected.Id} in view of {seeing.Length} of {context.Stations.Count} station{(context.Stations.Count == 1 ? "" : "s")}", GlobeRenderer.StationColour) { Dashed = true });
            }
        }

        if (context.Site is not { } site)
        {
            return;
        }

        TopocentricFrame place = new(site);
        into.Marks.Add(new SceneMark(place.Origin, s_site, 1, 5, MarkerShape.Diamond) { Glow = 0.6f });
        SceneSatellite[] seen = [.. context.Satellites.Where(s => place.Elevation(s.Itrf) >= mask)];
        foreach (SceneSatellite satellite in seen.Where(s => s.Id != context.SelectedId))
        {
            into.Lines.Add(new SceneLine(SceneLine.Straight(place.Origin, satellite.Itrf, 12), s_site, 0.5f, 1.0f) { FadesTo = 0.15f });
        }

        into.Legend.Add(new LegendRow($"{seen.Length} satellites in view of the picked place", s_site));
        if (context.Selected is { } measured)
        {
            LookAngles look = place.Look(measured.Itrf);
            bool above = look.Elevation >= 0;
            string text = $"{look.Range / 1e3:#,0} km   az {look.AzimuthDeg:0.0}\u00b0   el {look.ElevationDeg:0.0}\u00b0{(above ? "" : ", below the horizon")}";
            into.Lines.Add(new SceneLine(SceneLine.Straight(place.Origin, measured.Itrf, 48), s_measure, 0.95f, 1.8f) { Dashed = !above });
            into.Texts.Add(new SceneLabel(text, place.Origin + (0.55 * (measured.Itrf - place.Origin)), s_measure));
            into.Legend.Add(new LegendRow($"{measured.Id} from the picked place: {text}", s_measure) { Dashed = !above });
        }
    }
}
