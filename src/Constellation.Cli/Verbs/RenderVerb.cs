using System.CommandLine;
using Constellation.Core;
using Constellation.Simulation;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary><c>render RUN -o globe.png</c>: the globe of a run as a picture, without a window.</summary>
internal static class RenderVerb
{
    public static Command Create()
    {
        Argument<string> run = new("run") { Description = "Run folder, as written by 'constellation run'", HelpName = "RUN" };
        Option<string> output = new("--output", "-o") { Description = "PNG to write", HelpName = "FILE", DefaultValueFactory = _ => RunFolder.GlobeFile };
        GlobeArguments globe = new("1920x1080", "of the picture");
        Command command = new("render", "The globe of a run as a picture: Earth, satellites, orbits, links, accuracy as a colour map") { run, output };
        globe.AddTo(command);
        PanelArguments panel = new();
        panel.AddTo(command);
        command.SetAction(parsed =>
        {
            RunFolder folder = RunFolder.Open(parsed.GetRequiredValue(run));
            if (panel.Read(parsed, globe) is { } asked)
            {
                PanelPicture.Write(new RunScenes(folder), asked, parsed.GetRequiredValue(output));
                return ExitCode.Done;
            }

            return Draw(folder, parsed.GetRequiredValue(output), globe.Read(parsed));
        });
        return command.WithExamples(
            "constellation render runs/beidou-3 -o globe.png",
            "constellation render runs/beidou-3 -o pdop.png --layer pdop no-links --at 2024-09-20T06:00:00GPST --size 3840x2160",
            "constellation render runs/beidou-3 -o near.png --camera 35,110,14000 --layer vpe95 no-stars",
            "constellation render runs/beidou-3 --panel sky --site 52.5,13.4 --select C34 -o sky.svg --theme light");
    }

    private static int Draw(RunFolder folder, string path, GlobeOptions options)
    {
        string kind = Path.GetExtension(path);
        if (kind.Length > 0 && !kind.Equals(".png", StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException(Diagnostic.Error("CN1011", new SourceSpan("--output"), $"pictures are written as PNG, not as '{kind}'", "give a name that ends in .png"));
        }

        try
        {
            GlobePicture.Write(folder, path, options);
            return ExitCode.Done;
        }
        catch (OpenGlUnavailableException e)
        {
            throw new InputException(Diagnostic.Error("CN1010", new SourceSpan("constellation"), e.Message));
        }
    }
}
