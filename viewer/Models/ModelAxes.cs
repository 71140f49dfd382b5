using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Viewer;

/// <summary>The body axes of a near satellite as lines with their letters: X red, Y green, Z blue.</summary>
internal static class ModelAxes
{
    /// <summary>Axes are shown where half the span is greater than this, px at scale 1.</summary>
    private const double From = 70;

    private static readonly (string Name, Rgb Colour)[] s_axes = [("X", Rgb.FromHex(0xff7a6a)), ("Y", Rgb.FromHex(0x7be08a)), ("Z", Rgb.FromHex(0x7ab8ff))];

    public static void Draw(LinePass lines, GlobeScene scene, CameraView view, float scale)
    {
        foreach ((Position<Itrf> from, Position<Itrf> to, _, Rgb colour) in Of(scene, view, scale))
        {
            lines.Add(view, from, colour, 0.95f);
            lines.Add(view, to, colour, 0.95f, last: true);
        }

        lines.Draw(view, 2 * scale, onGround: false);
    }

    public static void Name(Pen pen, GlobeScene scene, CameraView view)
    {
        foreach ((_, Position<Itrf> to, string name, Rgb colour) in Of(scene, view, pen.Scale))
        {
            ScreenPoint at = view.Project(to);
            if (at.IsInside(view.Width, view.Height))
            {
                pen.Text(name, (float)at.X + (4 * pen.Scale), (float)at.Y - (4 * pen.Scale), 15, Pen.ColourOf(colour), bold: true);
            }
        }
    }

    private static IEnumerable<(Position<Itrf> From, Position<Itrf> To, string Name, Rgb Colour)> Of(GlobeScene scene, CameraView view, float scale)
    {
        foreach (SceneSatellite satellite in scene.Satellites.Where(s => (s.Itrf - view.Eye).NormSquared < 1e10))
        {
            SatelliteSize size = SatelliteSize.Of(satellite.Id, scene.Epoch);
            if (ModelScale.Reach(view, satellite.Itrf, size.Reach, scale) < From * scale)
            {
                continue;
            }

            BodyAxes axes = SatellitePose.Of(satellite, scene).Body;
            // Y runs along the panels: its letter stands beyond their end.
            double length = 0.9 * Math.Max(size.X, size.Z);
            (Vector3d Axis, double Length)[] arms = [(axes.X, (0.5 * size.X) + length), (axes.Y, size.Reach * 1.06), (axes.Z, (0.5 * size.Z) + length)];
            for (int i = 0; i < arms.Length; i++)
            {
                yield return (satellite.Itrf, satellite.Itrf + (arms[i].Length * arms[i].Axis), s_axes[i].Name, s_axes[i].Colour);
            }
        }
    }
}
