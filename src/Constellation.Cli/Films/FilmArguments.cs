using System.CommandLine;
using System.CommandLine.Parsing;
using Constellation.Formats;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>Options of films and of scenes over time.</summary>
internal sealed class FilmArguments
{
    private readonly Option<Duration?> _duration = Options.Duration("--duration", $"Length of a film (default {DayPath.StandardSeconds:0}s, or that of its path)", positive: true);
    private readonly Option<int?> _rate = new("--fps")
    {
        Description = $"Pictures in a second of a film, {FilmOptions.LeastRate} to {FilmOptions.GreatestRate} (default {FilmOutput.StandardRate})",
        HelpName = "N",
        CustomParser = ParseRate,
    };

    private readonly Option<string?> _path = new("--path") { Description = "Camera path of a film: a TOML file, or one of 'list films'; default: a day of the run, the camera goes slowly round", HelpName = "PATH" };
    private readonly Option<Epoch?> _from = Options.Epoch("--from", "First epoch of a film or CZML (default: the first of the run)");
    private readonly Option<Epoch?> _to = Options.Epoch("--to", "Last epoch (default: a day after the first)");
    private readonly Option<string?> _lesson = LessonOption();
    private readonly Option<string?> _window = new("--window")
    {
        Description = $"Draw what the window of 'view' shows, with its time bar and these panels: {string.Join(", ", ViewerSettings.KnownPanels)}; 'none' for the bar alone",
        HelpName = "NAME,...",
        CustomParser = ParsePanels,
    };

    /// <summary>The option of the verbs that show lessons.</summary>
    public static Option<string?> LessonOption()
    {
        Option<string?> option = new("--lesson") { Description = "A guided tour instead of a run ('list lessons' names them), or the TOML file of one", HelpName = "NAME" };
        option.CompletionSources.Add(_ => EphemerisLibrary.BuiltIn.Names(LibraryKind.Lesson).Select(n => new System.CommandLine.Completions.CompletionItem(n)));
        return option;
    }

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _duration, _rate, _path, _from, _to, _lesson, _window })
        {
            command.Options.Add(option);
        }
    }

    public FilmRequest Read(ParseResult parsed) => new(
        parsed.GetValue(_duration)?.TotalSeconds, parsed.GetValue(_rate), parsed.GetValue(_path), parsed.GetValue(_from), parsed.GetValue(_to), parsed.GetValue(_lesson), parsed.GetValue(_window));

    private static string? ParsePanels(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        foreach (string name in FilmRequest.PanelsOf(text).Where(n => !ViewerSettings.KnownPanels.Contains(n)))
        {
            result.AddError($"there is no panel '{name}'; there are {string.Join(", ", ViewerSettings.KnownPanels)}, and none");
        }

        return text;
    }

    private static int? ParseRate(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        if (int.TryParse(text, out int rate) && rate is >= FilmOptions.LeastRate and <= FilmOptions.GreatestRate)
        {
            return rate;
        }

        result.AddError($"'{text}' is not a number of pictures a second; write a whole number from {FilmOptions.LeastRate} to {FilmOptions.GreatestRate}");
        return null;
    }
}
