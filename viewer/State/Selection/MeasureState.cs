using System.Globalization;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Two things between which is measured.</summary>
internal sealed class MeasureState(Action changed)
{
    public PickedThing? From { get; private set; }

    public PickedThing? To { get; private set; }

    /// <summary>The first click is the one end, the second the other, a third begins anew.</summary>
    public void Take(PickedThing picked)
    {
        (From, To) = From is null || To is not null ? (picked, null) : (From, picked);
        changed();
    }

    public void Clear()
    {
        (From, To) = (null, null);
        changed();
    }

    /// <summary>What is known, as name and value; a line without a value is a sentence.</summary>
    public IEnumerable<(string Label, string Value)> Lines(GlobeScene scene)
    {
        if (From is null)
        {
            yield return ("click a satellite, a station or a place", "");
            yield break;
        }

        yield return ("from", From.Name);
        if (To is null)
        {
            yield return ("now click the other end", "");
            yield break;
        }

        yield return ("to", To.Name);
        if (From.In(scene) is not { } a || To.In(scene) is not { } b)
        {
            yield return ("one of them is not there at this epoch", "");
            yield break;
        }

        double range = (b - a).Norm;
        yield return ("range", Text($"{range / 1e3:#,0.000} km"));
        yield return ("light time", Text($"{range / PhysicalConstants.SpeedOfLight * 1e3:0.0000} ms"));
        if (From.Place is { } || To.Place is { })
        {
            // Seen from the end on the ground; from the first where both are.
            (Position<Itrf> eye, Position<Itrf> seen) = From.Place is not null ? (a, b) : (b, a);
            LookAngles look = new TopocentricFrame(eye).Look(seen);
            yield return ("azimuth", Text($"{look.AzimuthDeg:0.00}\u00b0"));
            yield return ("elevation", Text($"{look.ElevationDeg:0.00}\u00b0"));
        }
        else
        {
            yield return ("the Earth is between them", Blocked(a, b) ? "yes" : "no");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool Blocked(Position<Itrf> a, Position<Itrf> b)
    {
        Vector3d along = b - a;
        double share = Math.Clamp(-a.Vector.Dot(along) / along.NormSquared, 0, 1);
        return (a + (share * along)).Vector.Norm < PhysicalConstants.EarthRadius;
    }
}
