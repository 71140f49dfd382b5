namespace Constellation.Orbits;

/// <summary>Where Sun and Moon move at the epoch: direction of perigee, inclination and node of the path, mean anomaly.</summary>
internal readonly record struct DeepSpaceBodyPath(double CosPerigee, double SinPerigee, double CosInclination, double SinInclination, double CosNode, double SinNode, double Anomaly)
{
    /// <param name="days">From 1949-12-31 00:00 UTC.</param>
    public static DeepSpaceBodyPath OfSun(double days) =>
        new(0.1945905, -0.98088458, 0.91744867, 0.39785416, 1, 0, (6.2565837 + (0.017201977 * (days + 18261.5))) % Math.Tau);

    /// <inheritdoc cref="OfSun"/>
    public static DeepSpaceBodyPath OfMoon(double days)
    {
        double since1900 = days + 18261.5, node = (4.5236020 - (9.2422029e-4 * since1900)) % Math.Tau;
        (double sinNode, double cosNode) = Math.SinCos(node);
        double cosI = 0.91375164 - (0.03568096 * cosNode), sinI = Math.Sqrt(1 - (cosI * cosI));
        double sinH = 0.089683511 * sinNode / sinI, cosH = Math.Sqrt(1 - (sinH * sinH));
        double perigee = 5.8351514 + (0.0019443680 * since1900);
        double onEquator = Math.Atan2(0.39785416 * sinNode / sinI, (cosH * cosNode) + (0.91744867 * sinH * sinNode));
        (double sinG, double cosG) = Math.SinCos(perigee + onEquator - node);
        return new(cosG, sinG, cosI, sinI, cosH, sinH, (4.7199672 + (0.22997150 * since1900) - perigee) % Math.Tau);
    }
}
