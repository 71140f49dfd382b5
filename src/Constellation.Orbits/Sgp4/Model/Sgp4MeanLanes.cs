using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Constellation.Orbits;

/// <summary>Mean elements of one satellite at four times, between the loops of <see cref="Sgp4Kernel"/>. Radians and Earth radii.</summary>
internal struct Sgp4MeanLanes
{
    public Lanes SemiMajorAxis;
    public Lanes Eccentricity;
    public Lanes Node;
    public Lanes Perigee;
    public Lanes Anomaly;
    public Lanes SinInclination;
    public Lanes CosInclination;
    public Lanes LongPeriodL;
    public Lanes LongPeriodA;

    // From the second loop on: e cos ω and e sin ω with their long-period terms, sine and cosine of the eccentric longitude.
    public Lanes AxN;
    public Lanes AyN;
    public Lanes SinE;
    public Lanes CosE;
}
