using System.Globalization;
using Constellation.Geodesy;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>What is told of a thing under the pointer, in lines; the first one names it.</summary>
internal static class HintText
{
    public static IReadOnlyList<string> OfSatellite(ISceneSource source, SceneSatellite satellite)
    {
        string id = satellite.Id.ToString();
        RunSatellite? more = source.Folder?.Manifest.Satellites.FirstOrDefault(s => s.Sat == id);
        GeodeticPoint below = Ellipsoid.Wgs84.ToGeodetic(satellite.Itrf);
        string name = string.Join("   ", new[] { id, more?.Svn, more?.Block ?? satellite.Group.Name }.Where(t => !string.IsNullOrEmpty(t)));
        string where = string.Create(CultureInfo.InvariantCulture, $"over {PlaceText.Of(below)}, height {below.Height / 1e3:0} km");
        string plane = satellite.Plane.Length > 0 ? $"plane {satellite.Plane}{(more?.Slot is { Length: > 0 } slot ? $", slot {slot}" : "")}" : satellite.Group.Name;
        return more is { Clock.Length: > 0 } ? [name, plane, $"clock {more.ClockStory}", where] : [name, plane, where];
    }

    public static IReadOnlyList<string> OfObject(CatalogueObject other)
    {
        GeodeticPoint below = Ellipsoid.Wgs84.ToGeodetic(other.Itrf);
        return [string.Create(CultureInfo.InvariantCulture, $"{other.Name}   {other.Number}"), string.Create(CultureInfo.InvariantCulture, $"over {PlaceText.Of(below)}, height {below.Height / 1e3:0} km")];
    }

    public static IReadOnlyList<string> OfLink(SceneLink link)
    {
        double range = (link.B - link.A).Norm;
        return [$"{link.NodeA} \u2013 {link.NodeB}", string.Create(CultureInfo.InvariantCulture, $"{(link.Ground ? "link to the ground" : "crosslink")}, range {range / 1e3:#,0} km, light time {range / PhysicalConstants.SpeedOfLight * 1e3:0.0} ms")];
    }

    public static IReadOnlyList<string> OfPlace(ScenePlace place, string kind) => [$"{place.Name}   {kind}", PlaceText.Of(place.Place)];

    /// <summary>As <see cref="OfGround"/>, without the name of the map.</summary>
    public static string OfGroundBriefly(PlaceUnderPointer pointed, HeatMap? map) =>
        map is null ? PlaceText.Of(pointed.Place) : string.Create(CultureInfo.InvariantCulture, $"{PlaceText.Of(pointed.Place)}    {(double.IsFinite(pointed.Value) ? $"{pointed.Value:0.00} {map.Unit}" : "no value")}");

    public static IReadOnlyList<string> OfGround(PlaceUnderPointer pointed, HeatMap? map) => map is null
        ? [PlaceText.Of(pointed.Place)]
        : [PlaceText.Of(pointed.Place), double.IsFinite(pointed.Value) ? string.Create(CultureInfo.InvariantCulture, $"{map.Label}: {pointed.Value:0.00} {map.Unit}") : $"{map.Label}: no value"];
}
