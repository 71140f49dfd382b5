using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Viewer;

/// <summary>Reads a lesson (<c>ephemeris/lessons/*.toml</c>): what it shows in <c>[source]</c>, and <c>[[step]]</c> tables.</summary>
/// <remarks>Codes: CN5079 source, CN5080 step, CN5083 two epochs; those of <see cref="CameraReader"/>.</remarks>
public static class LessonReader
{
    private const int MostSteps = 100, MostLetters = 600;

    /// <summary>Of the picture's height, which a caption takes.</summary>
    private const double CaptionShare = 0.17;

    /// <param name="text">The file's text.</param>
    /// <param name="fileName">For messages; its stem is the lesson's name.</param>
    public static ReadResult<Lesson> Read(string text, string fileName)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        TomlTable root = document.Root;
        string title = root.String("title");
        root.String("description", "");
        LessonSource source = Source(root, fileName);
        List<LessonStep> steps = [.. root.Tables("step").Select(Step)];
        if (steps.Count is 0 or > MostSteps)
        {
            root.Error("step", "CN5080", steps.Count == 0 ? "a lesson without a step" : $"more than {MostSteps} steps", "add [[step]] tables with title, caption and camera");
        }
        else if (steps[0].Camera is null)
        {
            root.Tables("step")[0].Error("camera", "CN5080", "the first step has no camera", "say where it looks from: camera = { latitude_deg = 20, longitude_deg = 105, distance_km = 120000 }");
        }

        return document.Finish(() => new Lesson(Path.GetFileNameWithoutExtension(fileName), title, source, steps));
    }

    private static LessonSource Source(TomlTable root, string fileName)
    {
        TomlTable table = root.Table("source");
        string folder = Path.GetDirectoryName(fileName) ?? "";
        (string[] orbits, string? scenario) = ([.. table.Words("orbits").Select(w => w.Text)], table.Has("scenario") ? table.String("scenario") : null);
        LessonSource source = new(table.Where)
        {
            Orbits = [.. orbits.Select(o => o.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) ? Path.Combine(folder, o) : o)],
            Scenario = scenario,
            Settings = scenario is null ? [] : table.Strings("set", []),
            Start = scenario is null && table.Has("start") ? table.Epoch("start") : null,
            Length = scenario is null && table.Has("duration") ? table.Duration("duration") : null,
            Step = scenario is null && table.Has("step") ? table.Duration("step") : null,
        };
        if (orbits.Length > 0 == scenario is not null)
        {
            root.Error("source", "CN5079", orbits.Length > 0 ? "both orbits and a scenario" : "neither orbits nor a scenario", "give one: [source] with orbits = [\"gps\"] or scenario = \"beidou-3\"");
        }

        return source;
    }

    /// <summary>Looks a little lower than the file says, so that the caption is below what is shown and not before it.</summary>
    private static GlobeCamera? Lifted(GlobeCamera? camera) => camera is { Target: null, PanUpDeg: 0 }
        ? camera with { PanUpDeg = -double.RadiansToDegrees(Math.Atan(CaptionShare * Math.Tan(double.DegreesToRadians(0.5 * camera.FieldOfViewDeg)))) }
        : camera;

    private static LessonStep Step(TomlTable table)
    {
        string title = table.String("title"), caption = table.String("caption").Trim();
        if (caption.Length is 0 or > MostLetters)
        {
            table.Error("caption", "CN5080", caption.Length == 0 ? "says nothing" : $"has {caption.Length} letters", $"write two to four short sentences, at most {MostLetters} letters");
        }

        if (table.Has("epoch") && table.Has("elapsed"))
        {
            table.Error("elapsed", "CN5083", "stands beside 'epoch'", "give one of them: the epoch, or the time since the beginning");
        }

        (SatelliteId? selected, bool none) = CameraReader.Selected(table);
        return new LessonStep(title, caption, table.Where)
        {
            At = table.Has("epoch") ? table.Epoch("epoch") : null,
            Elapsed = table.Has("elapsed") ? table.Duration("elapsed") : null,
            Speed = table.Number("speed", 0, 0, 86400),
            Seconds = table.Number("seconds", 10, 1, 600),
            Camera = Lifted(CameraReader.Camera(table)),
            CameraEnd = Lifted(CameraReader.Camera(table, "camera_end")),
            Layers = CameraReader.Layers(table),
            Selected = selected,
            SelectsNone = none,
            Site = CameraReader.Site(table, out bool forgets),
            ForgetsSite = forgets,
            Panels = CameraReader.Panels(table) ?? [],
        };
    }
}
