using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Formats;

/// <summary>Masks of many places; elsewhere that of the nearest, by the angle at the centre of the Earth.</summary>
internal sealed class PlacedHorizons((GeodeticPoint Place, HorizonMask Mask)[] masks) : IHorizonField
{
    private readonly Vector3d[] _directions = [.. masks.Select(m => Direction(m.Place))];

    public HorizonMask At(GeodeticPoint place)
    {
        Vector3d here = Direction(place);
        int nearest = 0;
        double most = double.NegativeInfinity;
        for (int i = 0; i < _directions.Length; i++)
        {
            double cosine = here.Dot(_directions[i]);
            (nearest, most) = cosine > most ? (i, cosine) : (nearest, most);
        }

        return masks[nearest].Mask;
    }

    private static Vector3d Direction(GeodeticPoint p) => new(Math.Cos(p.Latitude) * Math.Cos(p.Longitude), Math.Cos(p.Latitude) * Math.Sin(p.Longitude), Math.Sin(p.Latitude));
}
