using System.CommandLine;
using Constellation.Core;
using Constellation.Simulation;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary><c>render SOURCE... -o globe.png</c>: the globe of a run or of orbits as a picture, without a window.</summary>
internal static class RenderVerb
{
    public static Command Create()
    {
        SourceArguments sources = new(fallback: "that of --lesson");
        Option<string> output = new("--output", "-o") { Description = "What to write: a PNG; a film as .webp, .mp4, .gif or numbered pictures such as frames/%04d.png; the scene over time as .czml", HelpName = "FILE", DefaultValueFactory = _ => RunFolder.GlobeFile };
        GlobeArguments globe = new("1920x1080", "of the picture");
        FilmArguments film = new();
        PanelArguments panel = new();
        Command command = new("render", "The globe of a run, or of orbits, as a picture or a film: Earth, satellites, orbits, links, accuracy as a colour map") { output };
        sources.AddTo(command);
        globe.AddTo(command);
        film.AddTo(command);
        panel.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            string path = parsed.GetRequiredValue(output);
            FilmRequest request = film.Read(parsed);
            FilmOutput.Require(path, request);
            if (request.Lesson is { } name)
            {
                return Task.FromResult(Draw(() => LessonOutput.Write(name, path, globe.Read(parsed, MapKind.None, FilmOutput.StandardSize(path)), request, cancel)));
            }

            ISceneSource source = SceneSources.Open(sources.Sources(parsed), sources.Read(parsed));
            GlobeOptions options = sources.Pick(parsed, globe.Read(parsed, source.StandardMap, FilmOutput.StandardSize(path)), source);
            if (panel.Read(parsed, globe.SizeGiven(parsed), options) is { } asked)
            {
                PanelPicture.Write(source, asked, path);
                return Task.FromResult(ExitCode.Done);
            }

            return Task.FromResult(Draw(() =>
            {
                if (FilmOutput.IsMine(path))
                {
                    FilmOutput.Write(source, path, options, request, globe.HasFrame(parsed), cancel);
                }
                else
                {
                    GlobePicture.Write(source, Named(path), options);
                }
            }));
        });
        return command.WithExamples(
            "constellation render runs/beidou-3 -o globe.png",
            "constellation render runs/beidou-3 -o pdop.png --layer pdop no-links --at 2024-09-20T06:00:00GPST --size 3840x2160",
            "constellation render runs/beidou-3 -o near.png --camera 35,110,14000 --layer vpe95 no-stars",
            "constellation render constellation/gps constellation/galileo constellation/glonass constellation/beidou-3 -o four.png --layer visible",
            "constellation render final.sp3.gz catalogue.tle -o sky.png --select C34",
            "constellation render runs/beidou-3 --panel sky --site 52.5,13.4 --select C34 -o sky.svg --theme light",
            "constellation render runs/beidou-3 -o day.webp --duration 12s --layer none",
            "constellation render runs/beidou-3 -o tour.mp4 --path tour --size 1920x1080",
            "constellation render runs/beidou-3 -o scene.czml --select C34",
            "constellation render --lesson why-meo -o step-%02d.png");
    }

    private static string Named(string path)
    {
        string kind = Path.GetExtension(path);
        return FilmOutput.IsMine(path) || kind.Length == 0 || kind.Equals(".png", StringComparison.OrdinalIgnoreCase)
            ? path
            : throw new InputException(Diagnostic.Error("CN1011", new SourceSpan("--output"), $"pictures are written as PNG, not as '{kind}'", "give a name that ends in .png; films as .webp, .mp4, .gif or frames/%04d.png, scenes over time as .czml"));
    }

    private static int Draw(Action draw)
    {
        try
        {
            draw();
            return ExitCode.Done;
        }
        catch (OpenGlUnavailableException e)
        {
            throw new InputException(Diagnostic.Error("CN1010", new SourceSpan("constellation"), e.Message));
        }
    }
}
