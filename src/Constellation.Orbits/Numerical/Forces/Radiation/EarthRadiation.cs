using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Light that the Earth scatters, and its heat, on a satellite. One parameter: a scale of the whole.</summary>
/// <remarks>
/// [Knocke88]. A Lambert sphere looks equally bright from everywhere, so the flux at the satellite is its exitance over pi, summed over the solid angle of the disc:
/// three rings (Gauss nodes of the cosine of the nadir angle) of eight places each, on the body's axes. Within 3 % of
/// <see cref="EarthRadiationReference"/>, which adds up surface elements one by one (tested).
/// </remarks>
public sealed class EarthRadiation : IForce
{
    private const int Places = 8;

    private static readonly double[] s_nodes = [0.11270166537925831, 0.5, 0.88729833462074169], s_weights = [5.0 / 18, 8.0 / 18, 5.0 / 18];
    private static readonly (double Cosine, double Sine)[] s_azimuths = Azimuths();

    private readonly BoxWing? _surfaces;
    private readonly IAttitudeLaw? _attitude;
    private readonly double _areaToMass, _scale;
    private readonly ForceParameter[] _parameters;

    private EarthRadiation(BoxWing? surfaces, IAttitudeLaw? attitude, double areaToMass, double scale)
    {
        (_surfaces, _attitude, _areaToMass, _scale) = (surfaces, attitude, areaToMass, scale);
        _parameters = [new("Earth radiation", "1", scale, 0.1)];
    }

    /// <summary>On the surfaces of a satellite.</summary>
    /// <param name="surfaces">What light presses on.</param>
    /// <param name="mass">kg.</param>
    /// <param name="attitude">How the body turns.</param>
    /// <param name="scale">1 for the table as it stands.</param>
    public EarthRadiation(BoxWing surfaces, double mass, IAttitudeLaw attitude, double scale = 1)
        : this(surfaces, attitude, 1 / mass, scale)
    {
    }

    /// <summary>By the table of satellites.</summary>
    public EarthRadiation(SatelliteProperties satellite)
        : this(satellite.Surfaces, satellite.Mass, satellite.Attitude)
    {
    }

    public ForceNeeds Needs => ForceNeeds.Sun;

    /// <summary>Its places come into light and its rays reach other faces one by one: steps of 1e-11 m/s^2.</summary>
    public bool IsFaint => true;

    public ReadOnlySpan<ForceParameter> Parameters => _parameters;

    /// <summary>On a sphere.</summary>
    /// <param name="areaToMass">Reflection coefficient times area over mass, m^2/kg.</param>
    public static EarthRadiation Cannonball(double areaToMass) => new(null, null, areaToMass, 1);

    public Vector3d Acceleration(in ForceContext context) => _scale * Unscaled(context);

    /// <summary>Left out: 1e-9 m/s^2 over the orbit's radius.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;

    public void FillPartials(in ForceContext context, Span<Vector3d> partials) => partials[0] = Unscaled(context);

    public IForce WithParameters(ReadOnlySpan<double> values) => new EarthRadiation(_surfaces, _attitude, _areaToMass, values[0]);

    private Vector3d Unscaled(in ForceContext context)
    {
        double radius = PhysicalConstants.EarthRadius, r = context.Position.Norm;
        OrbitalAxes orbit = OrbitalAxes.Of(context.Position, context.Velocity);
        Vector3d sun = context.Sun.Unit(), radial = orbit.Radial, along = orbit.Along, cross = orbit.Cross, panel = default;
        BodyAxes axes = default;
        if (_surfaces is not null)
        {
            axes = _attitude!.At(context.Position, context.Velocity, context.Sun);
            panel = BoxWing.PanelNormal(axes.ToBody(context.Sun - context.Position));
            (radial, along, cross) = (axes.ToBody(radial), axes.ToBody(along), axes.ToBody(cross));
        }

        EarthSurface earth = new(context.SecondsSinceJ2000);
        double depth = 1 - Math.Sqrt(1 - (radius * radius / (r * r)));              // 1 - cosine of the limb's nadir angle
        Vector3d sum = Vector3d.Zero;
        for (int ring = 0; ring < s_nodes.Length; ring++)
        {
            double cosine = 1 - (depth * s_nodes[ring]), sine = Math.Sqrt(1 - (cosine * cosine));
            double across = r * sine, distance = (r * cosine) - Math.Sqrt((radius * radius) - (across * across));
            double up = (r - (distance * cosine)) / radius, aside = distance * sine / radius;
            Vector3d centre = up * orbit.Radial, down = -cosine * radial;
            foreach ((double c, double s) in s_azimuths)
            {
                Vector3d place = centre + ((aside * c) * orbit.Along) + ((aside * s) * orbit.Cross);
                Vector3d light = down + ((sine * c) * along) + ((sine * s) * cross);
                double weight = s_weights[ring] * earth.Exitance(place.Z, place.Dot(sun));
                sum += weight * (_surfaces is null ? -light : _surfaces.ForceOn(light, panel));
            }
        }

        // Solid angle 2 pi depth, exitance over pi.
        double au = PhysicalConstants.AstronomicalUnit, pressure = SolarLight.Pressure * au * au / context.Sun.NormSquared;
        sum = (_areaToMass * pressure * 2 * depth / Places) * sum;
        return _surfaces is null ? sum : axes.ToGcrf(sum);
    }

    private static (double, double)[] Azimuths()
    {
        (double, double)[] azimuths = new (double, double)[Places];
        for (int i = 0; i < Places; i++)
        {
            (double s, double c) = Math.SinCos((i + 0.5) * 2 * Math.PI / Places);
            azimuths[i] = (c, s);
        }

        return azimuths;
    }
}
