using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>A named part of the Earth: boxes of latitude and longitude in degrees; a box whose west exceeds its east crosses the date line.</summary>
public sealed record Region(string Name, params IReadOnlyList<Region.Box> Boxes)
{
    public readonly record struct Box(double SouthDeg, double NorthDeg, double WestDeg, double EastDeg);

    public static Region Global { get; } = new("global", new Box(-90, 90, -180, 180));

    /// <summary>The regional service area of BeiDou: 55 S to 55 N, 70 to 150 E.</summary>
    public static Region AsiaPacific { get; } = new("asia-pacific", new Box(-55, 55, 70, 150));

    /// <summary>What a summary lists: the globe, the service area of BeiDou, and large land regions.</summary>
    public static IReadOnlyList<Region> Standard { get; } =
    [
        Global,
        AsiaPacific,
        new("china", new Box(18, 54, 73, 135)),
        new("europe", new Box(35, 72, -12, 45)),
        new("africa", new Box(-35, 37, -18, 52)),
        new("north-america", new Box(15, 72, -168, -52)),
        new("south-america", new Box(-56, 13, -82, -34)),
        new("oceania", new Box(-48, 0, 110, -150)),
        new("arctic", new Box(66, 90, -180, 180)),
        new("antarctic", new Box(-90, -60, -180, 180)),
    ];

    public override string ToString() => Name;

    public bool Contains(GeodeticPoint place)
    {
        (double latitude, double longitude) = (place.LatitudeDeg, place.LongitudeDeg);
        longitude -= 360.0 * Math.Floor((longitude + 180.0) / 360.0);
        return Boxes.Any(b => latitude >= b.SouthDeg && latitude <= b.NorthDeg
            && (b.WestDeg <= b.EastDeg ? longitude >= b.WestDeg && longitude <= b.EastDeg : longitude >= b.WestDeg || longitude <= b.EastDeg));
    }
}
