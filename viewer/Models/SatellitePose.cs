using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Viewer;

/// <summary>How a satellite stands in space and in the light, from the attitude laws and the shadow of the library.</summary>
/// <param name="Body">Axes on ITRF axes.</param>
/// <param name="Panel">Where the front of the panels looks, ITRF axes.</param>
/// <param name="ToSun">From the satellite, ITRF axes.</param>
/// <param name="Sunlight">Visible share of the Sun's disc.</param>
internal readonly record struct SatellitePose(BodyAxes Body, Vector3d Panel, Vector3d ToSun, double Sunlight)
{
    public static SatellitePose Of(SceneSatellite satellite, GlobeScene scene)
    {
        Vector3d position = satellite.Gcrf.Vector, sun = Sun.PositionGcrf(scene.Epoch).Vector, toSun = (sun - position).Unit();
        bool known = SatelliteProperties.Covers(satellite.Id) && satellite.VelocityGcrf.NormSquared > 0;
        YawLaw law = known ? SatelliteProperties.For(satellite.Id, scene.Epoch).Attitude : NominalYaw.Instance;
        BodyAxes axes = law.At(position, known ? satellite.VelocityGcrf : new Vector3d(0, 0, 1).Cross(position), sun);
        Matrix3d turn = scene.Earth.GcrfToItrf;
        return new SatellitePose(
            new BodyAxes(turn * axes.X, turn * axes.Y, turn * axes.Z), turn * axes.ToGcrf(BoxWing.PanelNormal(axes.ToBody(toSun))), turn * toSun, Eclipse.Fraction(satellite.Gcrf, Sun.PositionGcrf(scene.Epoch)));
    }
}
