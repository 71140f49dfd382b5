using Constellation.Core;
using Constellation.Links;

namespace Constellation.Formats;

/// <summary>Reads a crosslink payload (<c>ephemeris/links/*.toml</c>). Angles are degrees, delay walk is metres per square root of a day.</summary>
/// <remarks>Codes: those of <see cref="TomlDocument"/>, CN2140 for a name that is not the file's, and CN2142 for errors that make no sense.</remarks>
public static class LinkPayloadReader
{
    private const double SecondsPerDay = 86_400;

    public static ReadResult<LinkPayload> Read(string text, string fileName)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        TomlTable root = document.Root, view = root.Table("view"), slots = root.Table("slots"), ranging = root.Table("ranging");
        LinkPayload payload = new(root.String("name"), root.String("description"), root.String("source"))
        {
            ScanLimit = double.DegreesToRadians(view.Number("scan_limit_deg", null, 1, 180)),
            MinimumGrazingHeight = view.Number("minimum_grazing_height_m", null, 0, 1e8),
            GroundElevationMask = double.DegreesToRadians(view.Number("ground_elevation_mask_deg", null, 0, 89)),
            SlotLength = slots.Number("length_s", null, 0.1, 60),
            SlotsPerFrame = slots.Integer("per_frame", null, 1, 600),
            Noise = ranging.Number("noise_m", null, 0, 100),
            GeoNoiseFactor = ranging.Number("geo_noise_factor", 1, 0.01, 100),
            DelaySigma = ranging.Number("delay_sigma_m", null, 0, 100),
            DelayWalk = ranging.Number("delay_walk_m_per_sqrt_day", null, 0, 10) / Math.Sqrt(SecondsPerDay),
            Errors = LinkErrorsReader.Read(root.Table("errors")),
        };
        if (payload.FrameLength > LinkPayload.LongestFrame)
        {
            slots.Error("per_frame", "CN2005", $"a round of {payload.FrameLength} s is longer than {LinkPayload.LongestFrame} s", "shorten the slots or take fewer");
        }

        RequireFileName(root, payload.Name, fileName);
        return document.Finish(() => payload);
    }

    internal static void RequireFileName(TomlTable root, string name, string fileName)
    {
        string stem = Path.GetFileNameWithoutExtension(fileName);
        if (root.Has("name") && name != stem)
        {
            root.Error("name", "CN2140", $"'{name}' in file '{Path.GetFileName(fileName)}'", $"the name of this file's entry is '{stem}'");
        }
    }
}
