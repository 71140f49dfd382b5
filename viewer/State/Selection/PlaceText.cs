using System.Globalization;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Places on the ground as people read them.</summary>
internal static class PlaceText
{
    /// <summary><c>39.9° N 116.4° E</c>.</summary>
    public static string Of(GeodeticPoint place) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(place.LatitudeDeg):0.0}\u00b0 {(place.LatitudeDeg < 0 ? 'S' : 'N')} {Math.Abs(place.LongitudeDeg):0.0}\u00b0 {(place.LongitudeDeg < 0 ? 'W' : 'E')}");
}
