using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>The solid Earth's response to the wandering of its axis: up to 25 mm up, 7 mm sideways, over months.</summary>
/// <remarks>[IERS10] eq. 7.26, against the secular pole of its update of 2018. The ocean's share (below 2 mm) is left out.</remarks>
public static class PoleTide
{
    private const double Arcsecond = Math.PI / 648000;

    /// <summary>Displacement on ITRF axes, m.</summary>
    /// <param name="station">Where.</param>
    /// <param name="epoch">When: the secular pole moves.</param>
    /// <param name="pole">x and y of the pole, rad.</param>
    public static Vector3d At(Position<Itrf> station, Epoch epoch, (double X, double Y) pole)
    {
        (double meanX, double meanY) = PolarMotion.Secular(epoch);
        double m1 = (pole.X - meanX) / Arcsecond, m2 = -(pole.Y - meanY) / Arcsecond;
        Vector3d up = station.Vector.Unit();
        double horizontal = Math.Sqrt((up.X * up.X) + (up.Y * up.Y));
        (double sin, double cos) = horizontal > 0 ? (up.Y / horizontal, up.X / horizontal) : (0, 1);
        Vector3d east = new(-sin, cos, 0), south = new(up.Z * cos, up.Z * sin, -horizontal);

        // The colatitude has the sine and cosine of the latitude the other way round.
        double along = (m1 * cos) + (m2 * sin), across = (m1 * sin) - (m2 * cos);
        return 1e-3 * ((-33 * 2 * up.Z * horizontal * along * up) + (-9 * ((up.Z * up.Z) - (horizontal * horizontal)) * along * south) + (9 * up.Z * across * east));
    }
}
