using System.Globalization;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Ground tracks: solid where the satellite was, dashed where it will be, with a tick at every full hour.</summary>
internal static class TrackContent
{
    /// <summary>Between two vertices of a track, and of one among many, s.</summary>
    private const double FineStep = 150, CoarseStep = 450;

    /// <summary>Of so many hours every one bears its name; of more every third.</summary>
    private const double NamedHours = 4;

    public static void Add(SceneContent into, SceneContext context)
    {
        bool named = context.Layers.Track == Extent.Selected;
        foreach (SceneSatellite satellite in context.Of(context.Layers.Track))
        {
            Rgb colour = satellite.Colour.Mix(new Rgb(1, 1, 1), 0.25f);
            Func<Epoch, GeodeticPoint?> below = Below(context, satellite);
            float strong = named ? 0.95f : 0.6f, width = named ? 2.2f : 1.3f;
            Line(past: true, strong, 0.12f);
            Line(past: false, strong, 0.12f);
            if (named)
            {
                Ticks(into, context, below, colour);
            }

            void Line(bool past, float opacity, float end)
            {
                List<Position<Itrf>> vertices = [];
                double step = named ? FineStep : CoarseStep;
                int count = (int)Math.Round(context.Layers.TrackHours * 3600 / step);
                for (int i = 0; i <= count; i++)
                {
                    if (below(context.At + Duration.FromSeconds((past ? -i : i) * step)) is { } place)
                    {
                        vertices.Add(Ellipsoid.Wgs84.ToCartesian(place));
                    }
                }

                if (vertices.Count > 1)
                {
                    into.Lines.Add(new SceneLine(vertices, colour, opacity, width) { OnGround = true, Dashed = !past, FadesTo = end });
                }
            }
        }

        if (named && context.Selected is { } selected)
        {
            string hours = context.Layers.TrackHours.ToString("0.#", CultureInfo.InvariantCulture);
            into.Legend.Add(new LegendRow($"ground track of {selected.Id}, {hours} h back; dashed: {hours} h ahead", selected.Colour.Mix(new Rgb(1, 1, 1), 0.25f)));
        }
    }

    private static void Ticks(SceneContent into, SceneContext context, Func<Epoch, GeodeticPoint?> below, Rgb colour)
    {
        double hours = context.Layers.TrackHours;
        Duration day = context.At.ToGps().TimeOfWeek;
        double first = Math.Ceiling((day.TotalSeconds / 3600) - hours), last = (day.TotalSeconds / 3600) + hours;
        for (double hour = first; hour <= last; hour++)
        {
            Epoch at = context.At + Duration.FromSeconds(Math.Round((hour * 3600) - day.TotalSeconds));
            if (below(at) is not { } place)
            {
                continue;
            }

            Position<Itrf> point = Ellipsoid.Wgs84.ToCartesian(place);
            float age = (float)(Math.Abs((at - context.At).TotalSeconds) / 3600 / hours);
            into.Marks.Add(new SceneMark(point, colour, 1 - (0.6f * age), 2.6f, MarkerShape.Circle));
            if (hours <= NamedHours || (long)hour % 3 == 0)
            {
                into.Texts.Add(new SceneLabel($"{(((long)hour % 24) + 24) % 24:00}h", point, colour));
            }
        }
    }

    /// <summary>The place below a satellite at any epoch: by the run where it has it, beyond its span along the Kepler ellipse of the epoch shown.</summary>
    private static Func<Epoch, GeodeticPoint?> Below(SceneContext context, SceneSatellite satellite)
    {
        if (context.StateAt(satellite.Id, context.At) is not { } now)
        {
            return _ => null;
        }

        StateVector inertial = context.Earth.ToGcrf(now);
        KeplerianElements? elements = null;
        try
        {
            elements = KeplerianElements.FromState(inertial.Position, inertial.Velocity);
        }
        catch (ArgumentException)
        {
            // Not bound: only where the run has it.
        }

        return at => (context.StateAt(satellite.Id, at) is { } state ? state.PositionIn<Itrf>() : Beyond(at)) is { } place ? Ellipsoid.Wgs84.ToGeodetic(place) with { Height = 0 } : null;

        Position<Itrf>? Beyond(Epoch at) => elements is { } e
            ? EarthOrientation.BuiltIn.At(at).ToItrf(new Position<Gcrf>((e with { MeanAnomaly = e.MeanAnomaly + (KeplerianElements.MeanMotion(e.SemiMajorAxis) * (at - context.At).TotalSeconds) }).ToState().Position))
            : null;
    }
}
