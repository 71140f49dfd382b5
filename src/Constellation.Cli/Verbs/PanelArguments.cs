using System.CommandLine;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>Options of <c>render</c> for a panel instead of the globe; place, satellite, epoch and size are those of the globe.</summary>
internal sealed class PanelArguments
{
    private readonly Option<string?> _panel = new("--panel")
    {
        Description = $"Draw a panel instead of the globe, as PNG or SVG, or write its numbers as CSV, by the ending of --output: {string.Join(", ", PanelOptions.Names)}",
        HelpName = "NAME",
    };

    private readonly Option<string> _theme = new("--theme") { Description = "Colours of the panel", HelpName = "dark|light", DefaultValueFactory = _ => "dark" };

    public PanelArguments() => _theme.AcceptOnlyFromAmong("dark", "light");

    public void AddTo(Command command)
    {
        command.Options.Add(_panel);
        command.Options.Add(_theme);
    }

    /// <summary>Null: the globe is asked for.</summary>
    public PanelOptions? Read(ParseResult parsed, GlobeArguments globe)
    {
        if (parsed.GetValue(_panel) is not { } name)
        {
            return null;
        }

        GlobeOptions view = globe.Read(parsed);
        return new() { Panel = name, At = view.At, Size = globe.SizeGiven(parsed), Selected = view.Selected, Site = view.Site, Light = parsed.GetRequiredValue(_theme) == "light" };
    }
}
