using System.CommandLine;
using Constellation.Core;
using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>The part of the Earth that a map covers: a name, or a box.</summary>
internal static class MapRegions
{
    public static Option<Region> Option() => new("--region")
    {
        Description = $"Part of the Earth: {string.Join(", ", Region.Standard.Select(r => r.Name))}, or south,north,west,east in degrees",
        HelpName = "NAME|BOX",
        DefaultValueFactory = _ => Region.Global,
        CustomParser = r =>
        {
            string text = r.Tokens.Count > 0 ? r.Tokens[^1].Value : "";
            if (Region.Standard.FirstOrDefault(known => known.Name == text) is { } named)
            {
                return named;
            }

            double[] box = [.. text.Split(',').Select(t => double.TryParse(t, out double v) ? v : double.NaN)];
            if (box.Length == 4 && box.All(double.IsFinite) && box[0] >= -90 && box[1] <= 90 && box[0] < box[1] && Math.Abs(box[2]) <= 180 && Math.Abs(box[3]) <= 180)
            {
                return new Region("box", new Region.Box(box[0], box[1], box[2], box[3]));
            }

            string[] names = [.. Region.Standard.Select(known => known.Name)];
            r.AddError($"'{text}' is no region; write one of {string.Join(", ", names)}, or south,north,west,east such as 35,60,-10,30{Spelling.Hint(text, names)}");
            return Region.Global;
        },
    };
}
