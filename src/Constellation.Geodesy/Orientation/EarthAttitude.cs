using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Puts the rotation together: polar motion, Earth rotation angle, celestial pole and origin.</summary>
internal static class EarthAttitude
{
    /// <summary>s', the TIO locator: [IERS10] eq. 5.13, rad per century.</summary>
    private const double TioLocatorRate = -47 * Angles.Microarcsecond;

    /// <summary>GCRF to ITRF = W(x, y, s') R3(ERA - s) C(X, Y), [IERS10] eqs. 5.1 to 5.10, and its angular velocity.</summary>
    /// <remarks>
    /// The pole is below 1e-4 rad, where sine and cosine to the third and second order are exact to 1e-17. The celestial intermediate
    /// origin has by its definition no rotation about the pole: that component of the rate of C vanishes.
    /// </remarks>
    public static EarthRotation At(Epoch epoch, in RotationParameters p)
    {
        double z = Math.Sqrt(1 - (p.X * p.X) - (p.Y * p.Y)), a = 1 / (1 + z);
        Vector3d c1 = new(1 - (a * p.X * p.X), -a * p.X * p.Y, -p.X);
        Vector3d c2 = new(c1.Y, 1 - (a * p.Y * p.Y), -p.Y);
        Vector3d c3 = new(p.X, p.Y, z);
        Vector3d c3Rate = new(p.XRate, p.YRate, -((p.X * p.XRate) + (p.Y * p.YRate)) / z);

        (double sin, double cos) = Math.SinCos(EarthRotationAngle.At(epoch, p.Ut1MinusTai) - p.S);
        Matrix3d tirs = Matrix3d.FromRows((cos * c1) + (sin * c2), (cos * c2) - (sin * c1), c3);
        Matrix3d pole = Pole(epoch, p.PoleX, p.PoleY);

        (double w1, double w2) = (-c2.Dot(c3Rate), c1.Dot(c3Rate));
        double spin = EarthRotationAngle.Rate * (1 + p.Ut1Rate);
        Vector3d rateTirs = new((cos * w1) + (sin * w2), (cos * w2) - (sin * w1), spin);
        return new EarthRotation(pole * tirs, (pole * rateTirs) + new Vector3d(-p.PoleYRate, -p.PoleXRate, 0));
    }

    /// <summary>TIRS to ITRF: R1(-y) R2(-x) R3(s').</summary>
    public static Matrix3d Pole(Epoch epoch, double x, double y)
    {
        double locator = TioLocatorRate / EarthArguments.CenturySeconds * epoch.SinceJ2000.WholeSeconds;
        (double sx, double cx) = (x - (x * x * x / 6), 1 - (x * x / 2));
        (double sy, double cy) = (y - (y * y * y / 6), 1 - (y * y / 2));
        // R2(-x) R3(s') with s' below 1e-9, then R1(-y).
        Vector3d r1 = new(cx, cx * locator, sx);
        Vector3d r2 = new(-locator, 1, 0);
        Vector3d r3 = new(-sx, -sx * locator, cx);
        return Matrix3d.FromRows(r1, (cy * r2) - (sy * r3), (sy * r2) + (cy * r3));
    }
}
