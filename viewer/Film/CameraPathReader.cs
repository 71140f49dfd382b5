using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Viewer;

/// <summary>Reads the script of a film (<c>ephemeris/films/*.toml</c>, or one's own): <c>[[keyframe]]</c> tables in the order of time.</summary>
/// <remarks>Codes: CN5074 times of keyframes, CN5083 two epochs; those of <see cref="CameraReader"/>.</remarks>
public static class CameraPathReader
{
    /// <summary>What a script may have.</summary>
    private const int MostKeyframes = 1000;

    private static readonly string[] s_moves = ["smooth", "steady", "cut"];

    /// <param name="text">The file's text.</param>
    /// <param name="fileName">For messages.</param>
    public static ReadResult<CameraPath> Read(string text, string fileName)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        TomlTable root = document.Root;
        string title = root.String("title", "");
        root.String("description", "");
        List<FilmKeyframe> keys = [];
        foreach (TomlTable table in root.Tables("keyframe"))
        {
            FilmKeyframe key = Keyframe(table);
            if (keys.Count == 0 && key.Seconds != 0)
            {
                table.Error("time_s", "CN5074", $"the first keyframe is at {key.Seconds} s", "a film begins at time_s = 0");
            }
            else if (keys.Count > 0 && key.Seconds < keys[^1].Seconds)
            {
                table.Error("time_s", "CN5074", $"{key.Seconds} s comes before {keys[^1].Seconds} s of the keyframe before", "write keyframes in the order of time");
            }

            keys.Add(key);
        }

        if (keys.Count is < 2 or > MostKeyframes || keys[^1].Seconds <= 0)
        {
            root.Error("keyframe", "CN5074", keys.Count < 2 ? "a film needs two keyframes" : keys.Count > MostKeyframes ? $"more than {MostKeyframes} keyframes" : "the film lasts no time", "add [[keyframe]] tables: the first at time_s = 0, the last at the end of the film");
        }

        return document.Finish(() => new CameraPath(title, keys));
    }

    private static FilmKeyframe Keyframe(TomlTable table)
    {
        double seconds = table.Number("time_s", null, 0, CameraPath.MostSeconds);
        (SatelliteId? selected, bool none) = CameraReader.Selected(table);
        string move = table.Choice("move", s_moves, "smooth"), caption = table.String("caption", ""), captionTitle = table.String("caption_title", "");
        if (table.Has("epoch") && table.Has("elapsed"))
        {
            table.Error("elapsed", "CN5083", "stands beside 'epoch'", "give one of them: the epoch, or the time since the beginning of the run");
        }

        return new FilmKeyframe(seconds, table.Where)
        {
            At = table.Has("epoch") ? table.Epoch("epoch") : null,
            Elapsed = table.Has("elapsed") ? table.Duration("elapsed") : null,
            Camera = CameraReader.Camera(table),
            Move = Enum.Parse<CameraMove>(move, ignoreCase: true),
            Layers = CameraReader.Layers(table),
            Selected = selected,
            SelectsNone = none,
            Site = CameraReader.Site(table, out bool forgets),
            ForgetsSite = forgets,
            Panels = CameraReader.Panels(table),
            Caption = caption.Length + captionTitle.Length > 0 ? new FilmCaption(captionTitle, caption) : null,
        };
    }
}
