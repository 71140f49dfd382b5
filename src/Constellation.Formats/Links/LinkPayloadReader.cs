using Constellation.Core;
using Constellation.Links;

namespace Constellation.Formats;

/// <summary>Reads a crosslink payload (<c>ephemeris/links/*.toml</c>). Angles are degrees, delay walk is metres per square root of a day.</summary>
/// <remarks>Codes: those of <see cref="TomlDocument"/>, CN2140 for a name that is not the file's, CN2144 for terminals that see nothing,
/// CN2143 for a link budget that lacks a part or contradicts itself, CN2142 for ranging errors that make no sense.</remarks>
public static class LinkPayloadReader
{
    private const double SecondsPerDay = 86_400;

    private static readonly (string Word, LinkAccess Access)[] s_access =
    [
        ("time-division", LinkAccess.TimeDivision), ("broadcast", LinkAccess.Broadcast), ("polling", LinkAccess.Polling), ("continuous", LinkAccess.Continuous),
    ];

    public static ReadResult<LinkPayload> Read(string text, string fileName)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        TomlTable root = document.Root, view = root.Table("view"), slots = root.Table("slots"), ranging = root.Table("ranging");
        IReadOnlyList<LinkTerminal> terminals = LinkTerminalReader.Read(root, view);
        LinkHardware? hardware = LinkHardwareReader.Read(root, terminals);
        bool fromBudget = ranging.Choice("noise", ["stated", "budget"], "stated") == "budget";
        string access = slots.Choice("access", [.. s_access.Select(a => a.Word)], s_access[0].Word);
        LinkPayload payload = new(root.String("name"), root.String("description"), root.String("source"))
        {
            Terminals = terminals,
            Hardware = hardware,
            Access = s_access.First(a => a.Word == access).Access,
            SunExclusion = double.DegreesToRadians(SunExclusion(view)),
            MinimumGrazingHeight = view.Number("minimum_grazing_height_m", null, 0, 1e8),
            GroundElevationMask = double.DegreesToRadians(view.Number("ground_elevation_mask_deg", null, 0, 89)),
            SlotLength = slots.Number("length_s", null, 0.1, 60),
            SlotsPerFrame = slots.Integer("per_frame", null, 1, 600),
            NoiseFromBudget = fromBudget,
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

        // In a slot each side has half of it to find the other and to measure.
        if (payload.Access != LinkAccess.Continuous && payload.Terminals.Min(t => payload.ChangeTime(t, 0)) >= payload.SlotLength / 2 && slots.Has("length_s"))
        {
            slots.Error("length_s", "CN2144", $"half a slot of {payload.SlotLength} s is over before the quickest terminal has its partner, after {payload.Terminals.Min(t => payload.ChangeTime(t, 0))} s", "lengthen the slots, or shorten settle_s and acquisition.time_s, or let access be \"continuous\"");
        }

        if (fromBudget && hardware is null)
        {
            ranging.Error("noise", "CN2143", "the noise is to come from the link budget, and there is none", "add [carrier], [antenna], [acquisition], [code_loop] and [carrier_loop], or give noise = \"stated\" and noise_m");
        }

        RequireFileName(root, payload.Name, fileName);
        return document.Finish(() => payload);
    }

    private static double SunExclusion(TomlTable view)
    {
        double degrees = view.Number("sun_exclusion_deg", 0, 0, 180);
        if (degrees >= 180)
        {
            view.Error("sun_exclusion_deg", "CN2144", "a Sun exclusion of 180 deg leaves no direction to look in", "give the least angle between a partner and the Sun, such as 5");
            return 0;
        }

        return degrees;
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
