using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>Options of the window itself: which panels are open, how large text is, light or dark.</summary>
internal sealed class WindowArguments
{
    private readonly Option<string[]> _panels = new("--panel")
    {
        Description = $"Panels that are open to begin with: {string.Join(", ", ViewerSettings.KnownPanels)}",
        HelpName = "NAME,...",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ParsePanels,
    };

    private readonly Option<double?> _scale = new("--ui-scale")
    {
        Description = $"Size of text and panels, {Text(ViewerSettings.LeastUiScale)} to {Text(ViewerSettings.GreatestUiScale)} (default: as the screen wants it; Ctrl + and Ctrl - change it)",
        HelpName = "FACTOR",
        CustomParser = ParseScale,
    };

    private readonly Option<string> _theme = new("--theme") { Description = "Colours of panels", HelpName = "dark|light", DefaultValueFactory = _ => "dark" };

    public WindowArguments()
    {
        _theme.AcceptOnlyFromAmong("dark", "light");
        _panels.CompletionSources.Add([.. ViewerSettings.KnownPanels]);
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_panels);
        command.Options.Add(_scale);
        command.Options.Add(_theme);
    }

    public ViewerSettings Read(ParseResult parsed) => new()
    {
        Panels = parsed.GetValue(_panels) ?? [],
        UiScale = parsed.GetValue(_scale),
        Light = parsed.GetValue(_theme) == "light",
    };

    private static string[] ParsePanels(ArgumentResult result)
    {
        string[] names = [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];
        if (names.FirstOrDefault(n => !ViewerSettings.KnownPanels.Contains(n)) is { } unknown)
        {
            result.AddError($"there is no panel '{unknown}'; there are {string.Join(", ", ViewerSettings.KnownPanels)}");
        }

        return names;
    }

    private static double? ParseScale(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double scale) && scale is >= ViewerSettings.LeastUiScale and <= ViewerSettings.GreatestUiScale)
        {
            return scale;
        }

        result.AddError($"'{text}' is not a size of text; write a factor from {Text(ViewerSettings.LeastUiScale)} to {Text(ViewerSettings.GreatestUiScale)}, such as 1.25");
        return null;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
