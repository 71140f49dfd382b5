using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Formats;

/// <summary>Reads a set of ground stations (<c>ephemeris/stations/*.toml</c>).</summary>
/// <remarks>Codes: those of <see cref="TomlDocument"/>, CN2140 for a name that is not the file's, CN2141 for a station given twice or none at all.</remarks>
public static class StationSetReader
{
    public static ReadResult<StationSet> Read(string text, string fileName)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        TomlTable root = document.Root;
        string name = root.String("name"), description = root.String("description");
        List<StationSite> sites = [];
        foreach (TomlTable table in root.Tables("station"))
        {
            StationSite site = new(table.String("name"), GeodeticPoint.FromDegrees(
                table.Number("latitude_deg", null, -90, 90), table.Number("longitude_deg", null, -180, 180), table.Number("height_m", 0, -500, 9000)));
            if (site.Name.Length > 0 && sites.Exists(s => s.Name == site.Name))
            {
                table.Error("name", "CN2141", $"station '{site.Name}' is given twice", "keep one");
            }

            sites.Add(site);
        }

        if (sites.Count == 0)
        {
            root.Error("station", "CN2141", "no station", "add [[station]] with name, latitude_deg, longitude_deg, height_m");
        }

        LinkPayloadReader.RequireFileName(root, name, fileName);
        return document.Finish(() => new StationSet(name, description, sites));
    }
}
