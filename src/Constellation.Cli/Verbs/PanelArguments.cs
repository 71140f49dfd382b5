using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>Options of <c>render</c> for a panel instead of the globe.</summary>
internal sealed class PanelArguments
{
    private readonly Option<string?> _panel = new("--panel")
    {
        Description = $"Draw a panel instead of the globe, as PNG or SVG, or write its numbers as CSV, by the ending of --output: {string.Join(", ", PanelOptions.Names)}",
        HelpName = "NAME",
    };

    private readonly Option<double[]?> _site = Options.Site();
    private readonly Option<SatelliteId?> _select = new("--select") { Description = "Satellite that the panel is about or picks out, such as C34", HelpName = "SATELLITE", CustomParser = ParseSatellite };
    private readonly Option<string> _theme = new("--theme") { Description = "Colours of the panel", HelpName = "dark|light", DefaultValueFactory = _ => "dark" };

    public PanelArguments() => _theme.AcceptOnlyFromAmong("dark", "light");

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_panel, _site, _select, _theme])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Null: the globe is asked for.</summary>
    public PanelOptions? Read(ParseResult parsed, GlobeArguments globe) => parsed.GetValue(_panel) is not { } name ? null : new()
    {
        Panel = name,
        At = globe.Read(parsed).At,
        Size = globe.SizeGiven(parsed),
        Selected = parsed.GetValue(_select),
        Site = parsed.GetValue(_site) is { Length: 3 } place ? GeodeticPoint.FromDegrees(place[0], place[1], place[2]) : null,
        Light = parsed.GetRequiredValue(_theme) == "light",
    };

    private static SatelliteId? ParseSatellite(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        if (SatelliteId.TryParse(text, CultureInfo.InvariantCulture, out SatelliteId id))
        {
            return id;
        }

        result.AddError($"'{text}' is not a satellite; write its RINEX id such as C34");
        return null;
    }
}
