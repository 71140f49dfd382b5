namespace Constellation.Orbits;

/// <summary>Periodic parts that Sun and Moon add to the mean elements; node and perigee still as sin i dΩ and dω + cos i dΩ.</summary>
internal struct LuniSolarPeriodics
{
    public double Eccentricity;
    public double Inclination;
    public double Longitude;
    public double Perigee;
    public double Node;
}
