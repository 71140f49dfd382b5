using Constellation.Geodesy;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>The turn that all estimated orbits have in common, which nothing but the ground can tell: the Earth's axes turned as the net believes, enlarged.</summary>
internal static class RotationContent
{
    private const double Length = 16e6;

    /// <summary>The drawn turn is at most about this, rad.</summary>
    private const double Aim = 0.35;

    private static readonly Rgb s_true = Rgb.FromHex(0x9aa6b2), s_net = Rgb.FromHex(0xff8c5a);

    public static void Add(SceneContent into, SceneContext context)
    {
        if (!context.Layers.Rotation)
        {
            return;
        }

        (Vector3d Place, Vector3d Error)[] points = context.Tables is null ? [] :
            [.. OrbitError.Of(context, estimates: true).Select(e => (e.State.Position, e.Error.On(e.State)))];
        Vector3d turn = CommonTurn.Fit(points.AsSpan(), p => (p.Place, p.Error, 1.0));
        double angle = turn.Norm;
        if (!(angle > 0))
        {
            into.Notes.Add("no estimates at this epoch: the turn of the net is not known");
            return;
        }

        int power = (int)Math.Floor(Math.Log10(Aim / angle));
        double shown = angle * Math.Pow(10, power);
        Vector3d axis = turn / angle;
        Vector3d[] unit = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)];
        string[] names = ["x", "y", "z"];
        for (int i = 0; i < 3; i++)
        {
            Position<Itrf> origin = new(Vector3d.Zero), tip = new(Length * Turned(unit[i], axis, shown));
            CelestialContent.Arrow(into, origin, new(Length * unit[i]), s_true, 0.8f, 1.4f, dashed: true);
            CelestialContent.Arrow(into, origin, tip, s_net, 0.95f, 2.4f, dashed: false);
            into.Lines.Add(new SceneLine([.. Enumerable.Range(0, 25).Select(k => new Position<Itrf>(0.94 * Length * Turned(unit[i], axis, shown * k / 24)))], s_net, 0.8f, 1.6f));
            into.Texts.Add(new SceneLabel(names[i], tip, s_net));
        }

        into.Lines.Add(new SceneLine(SceneLine.Straight(new(-1.1 * Length * axis), new(1.1 * Length * axis), 60), s_net, 0.6f, 1.2f) { Dashed = true });
        double mas = double.RadiansToDegrees(angle) * 3.6e6;
        into.Legend.Add(new LegendRow(
            $"net turned by {mas:G3} mas ({LensContent.Length(angle * Ellipsoid.Wgs84.SemiMajorAxis)} on the ground), drawn \u00d7 10{LensContent.Superscript(power)}", s_net));
        into.Legend.Add(new LegendRow("true axes of the Earth; dashed through both: axis of the turn", s_true) { Dashed = true });
    }

    /// <summary>A vector turned about an axis by an angle, rad.</summary>
    private static Vector3d Turned(Vector3d v, Vector3d axis, double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        return (cos * v) + (sin * axis.Cross(v)) + ((1 - cos) * axis.Dot(v) * axis);
    }
}
