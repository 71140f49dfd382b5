namespace Constellation.Orbits;

/// <summary>Mean elements at one time, on their way from the epoch to a position. Radians, Earth radii, minutes.</summary>
internal struct Sgp4Mean
{
    public double MeanMotion;
    public double Eccentricity;
    public double Inclination;
    public double Node;
    public double Perigee;
    public double Anomaly;
}
