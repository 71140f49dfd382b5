using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Global ionosphere maps as a model: the content where the ray meets the shell, mapped to the slant.</summary>
/// <param name="maps">From an IONEX file, or made.</param>
/// <param name="mapping">Of the vertical content.</param>
/// <remarks>
/// [Schaer98]. The pierce point is that of the geocentric latitude of the receiver; elevations are geodetic, as the maps' makers have it. Errors: 2 to 8 TECU in the vertical
/// (IGS final maps), or the RMS maps of the file where it has them; between stations, over oceans and at the equatorial crests the errors are larger than these say.
/// </remarks>
public sealed class MapIonosphere(IonosphereMaps maps, ShellMapping mapping = ShellMapping.Modified) : IIonosphereModel
{
    private const double UnknownDeviation = 4.0;                                // TECU
    private const double ModifiedRatio = 6371.0 / (6371.0 + 506.7), ModifiedFactor = 0.9782;
    private readonly double _radiusRatio = maps.BaseRadius / (maps.BaseRadius + maps.Height);

    public string Name => "ionex";

    public IonosphereMaps Maps => maps;

    public IonosphereDelay At(in SignalRay ray, double frequency)
    {
        if (ray.Look.Elevation <= 0)
        {
            return IonosphereDelay.Zero;
        }

        (double content, double deviation) = SlantTec(ray.Receiver, ray.Look, ray.Epoch);
        return double.IsNaN(content) ? IonosphereDelay.NotCovered : new(Ionosphere.Delay(content, frequency), Ionosphere.Delay(deviation, frequency));
    }

    /// <summary>Slant content and its standard deviation, TECU; NaN where the maps do not say.</summary>
    public (double Content, double Deviation) SlantTec(GeodeticPoint receiver, LookAngles look, Epoch epoch)
    {
        double geocentric = Math.Atan((1.0 - Ellipsoid.Wgs84.EccentricitySquared) * Math.Tan(receiver.Latitude));
        PiercePoint pierce = PiercePoint.Of(geocentric, receiver.Longitude, look.Azimuth, look.Elevation, _radiusRatio);
        (double content, double deviation) = maps.Vertical(double.RadiansToDegrees(pierce.Latitude), double.RadiansToDegrees(pierce.Longitude), epoch);
        double slant = mapping == ShellMapping.SingleLayer ? pierce.Mapping : ModifiedMapping(look.Elevation);
        return (slant * content, slant * (double.IsNaN(deviation) ? UnknownDeviation : deviation));
    }

    internal static double ModifiedMapping(double elevation)
    {
        double sin = ModifiedRatio * Math.Sin(ModifiedFactor * ((0.5 * Math.PI) - elevation));
        return 1.0 / Math.Sqrt(1.0 - (sin * sin));
    }
}
