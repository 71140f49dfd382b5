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
        SourceArguments sources = new(fallback: null);
        Option<string> output = new("--output", "-o") { Description = "PNG to write", HelpName = "FILE", DefaultValueFactory = _ => RunFolder.GlobeFile };
        GlobeArguments globe = new("1920x1080", "of the picture");
        Command command = new("render", "The globe of a run, or of orbits, as a picture: Earth, satellites, orbits, links, accuracy as a colour map") { output };
        sources.AddTo(command);
        globe.AddTo(command);
        PanelArguments panel = new();
        panel.AddTo(command);
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(output);
            ISceneSource source = SceneSources.Open(sources.Sources(parsed), sources.Read(parsed));
            GlobeOptions options = sources.Pick(parsed, globe.Read(parsed, source.StandardMap), source);
            if (panel.Read(parsed, globe.SizeGiven(parsed), options) is { } asked)
            {
                PanelPicture.Write(source, asked, path);
                return ExitCode.Done;
            }

            return Draw(source, RequirePng(path), options);
        });
        return command.WithExamples(
            "constellation render runs/beidou-3 -o globe.png",
            "constellation render runs/beidou-3 -o pdop.png --layer pdop no-links --at 2024-09-20T06:00:00GPST --size 3840x2160",
            "constellation render runs/beidou-3 -o near.png --camera 35,110,14000 --layer vpe95 no-stars",
            "constellation render constellation/gps constellation/galileo constellation/glonass constellation/beidou-3 -o four.png --layer visible",
            "constellation render final.sp3.gz catalogue.tle -o sky.png --select C34",
            "constellation render runs/beidou-3 --panel sky --site 52.5,13.4 --select C34 -o sky.svg --theme light");
    }

    private static string RequirePng(string path)
    {
        string kind = Path.GetExtension(path);
        return kind.Length == 0 || kind.Equals(".png", StringComparison.OrdinalIgnoreCase)
            ? path
            : throw new InputException(Diagnostic.Error("CN1011", new SourceSpan("--output"), $"pictures are written as PNG, not as '{kind}'", "give a name that ends in .png"));
    }

    private static int Draw(ISceneSource source, string path, GlobeOptions options)
    {
        try
        {
            GlobePicture.Write(source, path, options);
            return ExitCode.Done;
        }
        catch (OpenGlUnavailableException e)
        {
            throw new InputException(Diagnostic.Error("CN1010", new SourceSpan("constellation"), e.Message));
        }
    }
}
