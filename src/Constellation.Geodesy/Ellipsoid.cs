namespace Constellation.Geodesy;

/// <summary>A reference ellipsoid of revolution: geodetic coordinates to Cartesian ones and back.</summary>
/// <remarks>
/// There and back: 5 nm within 100 km of the surface, elsewhere 4 units in the last place of the largest coordinate; deep inside, where the height
/// itself is a number of 6.4e6 m, of the semi-major axis (test <c>EllipsoidTests</c>).
/// A point has several normals to the surface once it lies inside the evolute (within 43 km of the centre). The branch taken is always the surface
/// point that is nearest, in the point's own hemisphere; on the equatorial plane inside the evolute north and south are equally near: north is taken.
/// The centre has latitude +90 degrees and height -b; on the axis the longitude is 0.
/// </remarks>
public sealed record Ellipsoid
{
    /// <summary>Beyond this distance from the centre Newton's method on latitude and height is safe: the evolute ends at 43 km.</summary>
    private const double DeepInside = 1.0e6;

    /// <param name="name">As the standard writes it.</param>
    /// <param name="semiMajorAxis">a, m.</param>
    /// <param name="inverseFlattening">1/f.</param>
    public Ellipsoid(string name, double semiMajorAxis, double inverseFlattening)
    {
        Name = name;
        SemiMajorAxis = semiMajorAxis;
        InverseFlattening = inverseFlattening;
        Flattening = 1.0 / inverseFlattening;
        SemiMinorAxis = semiMajorAxis * (1.0 - Flattening);
        EccentricitySquared = Flattening * (2.0 - Flattening);
    }

    public static Ellipsoid Wgs84 { get; } = new("WGS 84", Geodesy.Wgs84.SemiMajorAxis, Geodesy.Wgs84.InverseFlattening);

    public static Ellipsoid Cgcs2000 { get; } = new("CGCS2000", Geodesy.Cgcs2000.SemiMajorAxis, Geodesy.Cgcs2000.InverseFlattening);

    public static Ellipsoid Grs80 { get; } = new("GRS 80", Geodesy.Grs80.SemiMajorAxis, Geodesy.Grs80.InverseFlattening);

    public static Ellipsoid Pz9011 { get; } = new("PZ-90.11", Geodesy.Pz9011.SemiMajorAxis, Geodesy.Pz9011.InverseFlattening);

    public string Name { get; }

    /// <summary>a, m.</summary>
    public double SemiMajorAxis { get; }

    /// <summary>1/f.</summary>
    public double InverseFlattening { get; }

    /// <summary>b, m.</summary>
    public double SemiMinorAxis { get; }

    /// <summary>f.</summary>
    public double Flattening { get; }

    /// <summary>e^2 = f (2 - f).</summary>
    public double EccentricitySquared { get; }

    public Position<Itrf> ToCartesian(GeodeticPoint point)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(point.Latitude);
        (double sinLongitude, double cosLongitude) = Math.SinCos(point.Longitude);
        (double axial, double z) = Meridian(sinLatitude, cosLatitude, point.Height);
        return new(axial * cosLongitude, axial * sinLongitude, z);
    }

    public GeodeticPoint ToGeodetic(Position<Itrf> position)
    {
        double axial = Math.Sqrt((position.X * position.X) + (position.Y * position.Y));
        double z = Math.Abs(position.Z);
        (double latitude, double height) = (axial * axial) + (z * z) > DeepInside * DeepInside
            ? ByNewton(axial, z)
            : ByNearestPoint(axial, z);
        double longitude = axial == 0 ? 0 : Math.Atan2(position.Y, position.X);
        return Polish(position, new(position.Z < 0 ? -latitude : latitude, longitude, height));
    }

    /// <summary>Takes back what rounding left: the coordinates whose own Cartesian image, as rounded here, is nearest.</summary>
    private GeodeticPoint Polish(Position<Itrf> position, GeodeticPoint start)
    {
        (GeodeticPoint best, double bestLeft) = (start, double.PositiveInfinity);
        GeodeticPoint point = start;
        double largestCoordinate = Math.Max(Math.Abs(position.X), Math.Max(Math.Abs(position.Y), Math.Abs(position.Z)));
        for (int attempt = 0; attempt < 4; attempt++)
        {
            Vector3d up = Up(point);
            Position<Itrf> image = ToCartesian(point);
            Vector3d left = position - image;
            double largest = Math.Max(Math.Abs(left.X), Math.Max(Math.Abs(left.Y), Math.Abs(left.Z)));
            if (!(largest < bestLeft))
            {
                break;
            }

            (best, bestLeft) = (point, largest);
            double axial = Math.Sqrt((image.X * image.X) + (image.Y * image.Y));
            double meridian = MeridianRadius(up.Z) + point.Height;
            if (largest == 0 || axial < DeepInside || meridian < DeepInside)
            {
                break;
            }

            double east = ((image.X * left.Y) - (image.Y * left.X)) / axial;
            double north = (left - (up.Dot(left) * up)).Z / Math.Sqrt(1.0 - (up.Z * up.Z));
            point = new(point.Latitude + (north / meridian), Math.Clamp(point.Longitude + (east / axial), -Math.PI, Math.PI), point.Height + up.Dot(left));
        }

        return bestLeft >= 3 * (Math.BitIncrement(largestCoordinate) - largestCoordinate) && largestCoordinate > DeepInside ? BestNeighbour(position, best, bestLeft) : best;
    }

    /// <summary>One point in many thousands, far away, is left more than 3 ulp off: the angles one step beside may fit better.</summary>
    private GeodeticPoint BestNeighbour(Position<Itrf> position, GeodeticPoint centre, double centreLeft)
    {
        (GeodeticPoint best, double bestLeft) = (centre, centreLeft);
        foreach (double latitude in new[] { Math.BitDecrement(centre.Latitude), centre.Latitude, Math.BitIncrement(centre.Latitude) })
        {
            foreach (double longitude in new[] { Math.BitDecrement(centre.Longitude), centre.Longitude, Math.BitIncrement(centre.Longitude) })
            {
                GeodeticPoint point = new(latitude, Math.Clamp(longitude, -Math.PI, Math.PI), centre.Height);
                point = point with { Height = point.Height + Up(point).Dot(position - ToCartesian(point)) };
                Vector3d left = position - ToCartesian(point);
                double largest = Math.Max(Math.Abs(left.X), Math.Max(Math.Abs(left.Y), Math.Abs(left.Z)));
                (best, bestLeft) = largest < bestLeft ? (point, largest) : (best, bestLeft);
            }
        }

        return best;
    }

    /// <summary>Unit normal of the surface, outward.</summary>
    public static Vector3d Up(GeodeticPoint point)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(point.Latitude);
        (double sinLongitude, double cosLongitude) = Math.SinCos(point.Longitude);
        return new(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    /// <summary>Distance from the axis and from the equator, with N = a / sqrt(1 - e^2 sin^2).</summary>
    private (double Axial, double Z) Meridian(double sin, double cos, double height)
    {
        double normal = SemiMajorAxis / Math.Sqrt(1.0 - (EccentricitySquared * sin * sin));
        return ((normal + height) * cos, ((normal * (1.0 - EccentricitySquared)) + height) * sin);
    }

    /// <summary>M: radius of curvature along the meridian.</summary>
    private double MeridianRadius(double sinLatitude)
    {
        double w2 = 1.0 - (EccentricitySquared * sinLatitude * sinLatitude);
        return SemiMajorAxis * (1.0 - EccentricitySquared) / (w2 * Math.Sqrt(w2));
    }

    /// <summary>[Bowring76] as the start, then Newton on what is left of the position: quadratic, and it cleans up rounding.</summary>
    private (double Latitude, double Height) ByNewton(double axial, double z)
    {
        double ratio = SemiMinorAxis / SemiMajorAxis;
        double scale = 1.0 / Math.Sqrt((axial * axial * ratio * ratio) + (z * z));
        (double sinBeta, double cosBeta) = (z * scale, axial * ratio * scale);
        double excess = EccentricitySquared * SemiMajorAxis;
        double latitude = Math.Atan2(
            z + (excess / ratio * sinBeta * sinBeta * sinBeta),
            axial - (excess * cosBeta * cosBeta * cosBeta));
        (double sin, double cos) = Math.SinCos(latitude);
        double height = HeightAt(axial, z, sin, cos);
        for (int iteration = 0; iteration < 20; iteration++)
        {
            (double axialAt, double zAt) = Meridian(sin, cos, height);
            (double axialLeft, double zLeft) = (axial - axialAt, z - zAt);
            double step = ((cos * zLeft) - (sin * axialLeft)) / (MeridianRadius(sin) + height);
            latitude += step;
            height += (cos * axialLeft) + (sin * zLeft);
            if (!(Math.Abs(step) > 1e-15))
            {
                break;
            }

            (sin, cos) = Math.SinCos(latitude);
        }

        return (latitude, height);
    }

    /// <summary>The surface point nearest to a point of the meridian quadrant, by its Lagrange condition.</summary>
    /// <remarks>
    /// [Eberly13]: the root s > 0 of (a R / (s + a^2 - b^2))^2 + (b z / s)^2 = 1 is unique, and the left side is convex and falling, so Newton from
    /// the left climbs to it without overshoot, inside the evolute too. The foot of the normal is then (a^2 R / (s + a^2 - b^2), b^2 z / s).
    /// </remarks>
    private (double Latitude, double Height) ByNearestPoint(double axial, double z)
    {
        double a = SemiMajorAxis, b = SemiMinorAxis, focal = a * a * EccentricitySquared;
        double cosine, sine;
        if (z == 0)
        {
            // On the equatorial plane: within e^2 a of the centre the nearest point is off the plane, beyond it on the equator.
            double x = a * axial / focal;
            (cosine, sine) = x < 1 ? (x / a, Math.Sqrt(1 - (x * x)) / b) : (1, 0);
        }
        else
        {
            double s = Math.Max(b * z, (a * axial) - focal);
            for (int iteration = 0; iteration < 200; iteration++)
            {
                double p = a * axial / (s + focal), q = b * z / s;
                double next = s + (((p * p) + (q * q) - 1) / (2 * ((p * p / (s + focal)) + (q * q / s))));
                if (!(next > s))
                {
                    break;
                }

                s = next;
            }

            (cosine, sine) = (axial / (s + focal), z / s);
        }

        double norm = Math.Sqrt((cosine * cosine) + (sine * sine));
        return (Math.Atan2(sine, cosine), HeightAt(axial, z, sine / norm, cosine / norm));
    }

    /// <summary>Height of a point on the normal of a latitude: insensitive to that latitude to first order.</summary>
    private double HeightAt(double axial, double z, double sin, double cos) =>
        (axial * cos) + (z * sin) - (SemiMajorAxis * Math.Sqrt(1.0 - (EccentricitySquared * sin * sin)));
}
