using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>A camera as the command line says it: over a place, with a satellite, or on the ground.</summary>
internal static class CameraArgument
{
    private const string Follow = "follow:", Site = "site:";

    /// <summary>Null where the text is none; the problem then says what to write.</summary>
    public static GlobeCamera? Read(string text, out string problem)
    {
        problem = "";
        return text.StartsWith(Follow, StringComparison.OrdinalIgnoreCase) ? OfSatellite(text, text[Follow.Length..].Split(','), ref problem)
            : text.StartsWith(Site, StringComparison.OrdinalIgnoreCase) ? OfSite(text, Numbers(text[Site.Length..].Split(',')), ref problem)
            : OverPlace(text, Numbers(text.Split(',')), ref problem);
    }

    private static GlobeCamera? OverPlace(string text, double[] v, ref string problem)
    {
        if (v.Length == 3 && Math.Abs(v[0]) <= 90 && Math.Abs(v[1]) <= 360 && v[2] >= GlobeCamera.LeastDistanceKm(v[0]) && v[2] <= GlobeCamera.GreatestDistanceKm)
        {
            return new GlobeCamera { LatitudeDeg = v[0], LongitudeDeg = v[1], DistanceKm = v[2] };
        }

        problem = $"'{text}' is not a place of a camera; write latitude,longitude,distance such as 25,105,120000: degrees, and km from the geocentre, from {GlobeCamera.LeastHeightKm} km over the ground "
            + $"(geocentric radius {GlobeCamera.RadiusKm(90):0} to {GlobeCamera.RadiusKm(0):0} km) to {GlobeCamera.GreatestDistanceKm}; or follow:C34,0.1 or site:39.9,116.4,180,45";
        return null;
    }

    private static GlobeCamera? OfSatellite(string text, string[] words, ref string problem)
    {
        double[] v = Numbers(words[1..]);
        if (SatelliteId.TryParse(words[0].Trim(), out SatelliteId id) && v.Length is 1 or 3
            && v[0] is >= GlobeCamera.LeastTargetKm and <= GlobeCamera.GreatestDistanceKm && (v.Length == 1 || (Math.Abs(v[1]) <= 90 && Math.Abs(v[2]) <= 360)))
        {
            GlobeCamera camera = GlobeCamera.Of(CameraTarget.Satellite(id)) with { DistanceKm = v[0] };
            return v.Length == 1 ? camera : camera with { LatitudeDeg = v[1], LongitudeDeg = v[2] };
        }

        problem = $"'{text}' follows no satellite; write follow:SAT,KM or follow:SAT,KM,LAT,LON such as follow:C34,0.1,60,-45: km from the satellite, from {GlobeCamera.LeastTargetKm.ToString(CultureInfo.InvariantCulture)} "
            + $"to {GlobeCamera.GreatestDistanceKm}, and degrees over its horizon and from east over north";
        return null;
    }

    private static GlobeCamera? OfSite(string text, double[] v, ref string problem)
    {
        double height = v.Length == 5 ? v[2] : 0;
        if (v.Length is 4 or 5 && Math.Abs(v[0]) <= 90 && Math.Abs(v[1]) <= 360 && height is >= -500 and <= 100_000 && Math.Abs(v[^2]) <= 360 && Math.Abs(v[^1]) <= 90)
        {
            return GlobeCamera.Of(CameraTarget.FromSite(GeodeticPoint.FromDegrees(v[0], v[1], height))) with { LongitudeDeg = v[^2], LatitudeDeg = v[^1] };
        }

        problem = $"'{text}' is not a view from the ground; write site:LAT,LON,AZ,EL or site:LAT,LON,H,AZ,EL such as site:39.9,116.4,180,45: degrees, height over the ellipsoid in m from -500 to 100000, azimuth from north over east, elevation";
        return null;
    }

    private static double[] Numbers(string[] words) => [.. words.Select(w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : double.NaN)];
}
