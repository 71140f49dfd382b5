namespace Constellation.Positioning;

/// <summary>The lowest elevation at which a user sees the sky, by azimuth: terrain, buildings, an antenna's cut-off.</summary>
/// <remarks>Elevations at azimuths of equal distance, linear between them, or a street between two rows of houses.</remarks>
public sealed class HorizonMask
{
    private readonly double[] _tangents;
    private readonly double _least;

    private HorizonMask(double least, double[] tangents) => (_least, _tangents) = (least, tangents);

    /// <summary>The elevation below which nothing is seen in any direction, rad.</summary>
    public double Least => _least;

    /// <summary>Whether it is the same in all directions.</summary>
    public bool IsFlat => _tangents.Length == 0;

    /// <summary>The same elevation in all directions, rad.</summary>
    public static HorizonMask Flat(double elevation) => new(elevation, []);

    /// <summary>Of elevations (rad) at azimuths 0, 360/n, ... degrees from north over east.</summary>
    /// <param name="elevations">At least one.</param>
    /// <param name="least">Cut-off that applies besides, rad.</param>
    public static HorizonMask Of(IReadOnlyList<double> elevations, double least) => new(least, [.. elevations.Select(e => Math.Tan(Math.Min(e, 1.57)))]);

    /// <summary>The middle of a street: houses of a height on both sides, open along it.</summary>
    /// <param name="heightOverHalfWidth">Height of the houses over half the width of the street.</param>
    /// <param name="street">Azimuth of the street, rad.</param>
    /// <param name="least">Cut-off that applies besides, rad.</param>
    /// <remarks>tan E = (h / (w/2)) |sin(azimuth - street)|.</remarks>
    public static HorizonMask Street(double heightOverHalfWidth, double street, double least) =>
        new(least, [.. Enumerable.Range(0, 360).Select(d => heightOverHalfWidth * Math.Abs(Math.Sin(double.DegreesToRadians(d) - street)))]);

    /// <summary>Whether a direction is above the mask.</summary>
    /// <param name="east">Of the unit vector to the satellite.</param>
    /// <param name="north">Likewise.</param>
    /// <param name="up">Likewise: the sine of the elevation.</param>
    public bool Sees(double east, double north, double up)
    {
        if (up < Math.Sin(_least))
        {
            return false;
        }

        if (_tangents.Length == 0)
        {
            return true;
        }

        double turns = Math.Atan2(east, north) / (2.0 * Math.PI), at = (turns - Math.Floor(turns)) * _tangents.Length;
        int i = (int)at % _tangents.Length, j = (i + 1) % _tangents.Length;
        double tangent = _tangents[i] + ((at - Math.Floor(at)) * (_tangents[j] - _tangents[i]));
        return up >= tangent * Math.Sqrt((east * east) + (north * north));
    }
}
