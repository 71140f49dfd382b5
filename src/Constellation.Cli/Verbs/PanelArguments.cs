using System.CommandLine;
using System.CommandLine.Parsing;
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
    /// <param name="parsed">The command line.</param>
    /// <param name="size">Null: the size that the panel would like.</param>
    /// <param name="globe">Epoch and what is picked out.</param>
    public PanelOptions? Read(ParseResult parsed, (int Width, int Height)? size, GlobeOptions globe) => parsed.GetValue(_panel) is not { } name ? null : new()
    {
        Panel = name,
        At = globe.At,
        Size = size,
        Selected = globe.Selected,
        Site = globe.Site,
        Light = parsed.GetRequiredValue(_theme) == "light",
    };
}
