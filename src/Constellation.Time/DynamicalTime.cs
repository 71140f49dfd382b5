namespace Constellation.Time;

/// <summary>TDB - TT at the geocentre.</summary>
/// <remarks>The largest terms of [Fairhead90] as quoted in [Kaplan05] eq. 2.6: within 10 microseconds of the full series from 1600 to 2200.</remarks>
public static class DynamicalTime
{
    public static Duration TdbMinusTt(Epoch epoch)
    {
        double t = epoch.SinceJ2000.TotalSeconds / (86400.0 * 36525.0);
        double seconds = (0.001657 * Math.Sin((628.3076 * t) + 6.2401))
            + (0.000022 * Math.Sin((575.3385 * t) + 4.2970))
            + (0.000014 * Math.Sin((1256.6152 * t) + 6.1969))
            + (0.000005 * Math.Sin((606.9777 * t) + 4.0212))
            + (0.000005 * Math.Sin((52.9691 * t) + 0.4444))
            + (0.000002 * Math.Sin((21.3299 * t) + 5.5431))
            + (0.000010 * t * Math.Sin((628.3076 * t) + 4.2490));
        return Duration.FromSeconds(seconds);
    }
}
