using Constellation.Links;

namespace Constellation.Formats;

/// <summary>Reads the terminals of a payload: <c>[[terminal]]</c> tables, or <c>view.scan_limit_deg</c> for one about nadir.</summary>
internal static class LinkTerminalReader
{
    /// <summary>Bits of the masks that say which terminals see a partner.</summary>
    private const int MostTerminals = 16;

    private static readonly (string Word, TerminalBoresight Boresight)[] s_boresights =
        [.. Enum.GetValues<TerminalBoresight>().Select(b => (b.ToString().ToLowerInvariant(), b))];

    public static IReadOnlyList<LinkTerminal> Read(TomlTable root, TomlTable view)
    {
        IReadOnlyList<TomlTable> tables = root.Tables("terminal");
        if (tables.Count == 0)
        {
            return [new LinkTerminal("nadir", TerminalBoresight.Nadir, double.DegreesToRadians(view.Number("scan_limit_deg", null, 1, 180)))];
        }

        if (view.Has("scan_limit_deg"))
        {
            view.Number("scan_limit_deg");
            view.Error("scan_limit_deg", "CN2143", "the scan limit stands beside [[terminal]] tables", "give half_angle_deg in each of them, and leave this out");
        }

        if (tables.Count > MostTerminals)
        {
            root.Error("terminal", "CN2005", $"{tables.Count} terminals are more than {MostTerminals}", "give fewer");
        }

        List<LinkTerminal> terminals = [];
        foreach (TomlTable table in tables)
        {
            LinkTerminal terminal = Terminal(table);
            if (terminals.Exists(t => t.Name == terminal.Name))
            {
                table.Error("name", "CN2143", $"there are two terminals '{terminal.Name}'", "give each its own name");
            }

            terminals.Add(terminal);
        }

        return terminals;
    }

    private static LinkTerminal Terminal(TomlTable table)
    {
        string word = table.Choice("boresight", [.. s_boresights.Select(b => b.Word)], "nadir");
        TerminalBoresight boresight = s_boresights.First(b => b.Word == word).Boresight;
        double half = table.Number("half_angle_deg", null, 0.01, 180), inner = table.Number("inner_angle_deg", 0, 0, 180), depression = table.Number("depression_deg", 0, -89, 89);
        if (inner >= half && table.Has("half_angle_deg"))
        {
            table.Error("inner_angle_deg", "CN2144", $"the cone from {inner} to {half} deg is empty: its terminal sees nothing", "the inner angle is less than the half angle");
        }

        if (depression != 0 && (boresight is TerminalBoresight.Nadir or TerminalBoresight.Zenith))
        {
            table.Error("depression_deg", "CN2143", $"a boresight to {word} cannot be tilted towards nadir", "tilt fore, aft, normal or antinormal");
        }

        return new LinkTerminal(table.String("name"), boresight, double.DegreesToRadians(half))
        {
            InnerAngle = double.DegreesToRadians(inner),
            Depression = double.DegreesToRadians(depression),
            SlewRate = double.DegreesToRadians(table.Number("slew_deg_per_s", double.PositiveInfinity, 1e-6, double.PositiveInfinity)),
            SettlingTime = table.Number("settle_s", 0, 0, 3600),
        };
    }
}
