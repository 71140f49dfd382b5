using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary><c>render RUN -o globe.png</c>: the globe of a run as a picture, without a window.</summary>
internal static class RenderVerb
{
    public static Command Create()
    {
        Argument<string> run = new("run") { Description = "Run folder, as written by 'constellation run'", HelpName = "RUN" };
        Option<string> output = new("--output", "-o") { Description = "PNG to write", HelpName = "FILE", DefaultValueFactory = _ => RunFolder.GlobeFile };
        Option<(int Width, int Height)?> size = new("--size") { Description = "Pixels (default 1920x1080)", HelpName = "WxH", CustomParser = ParseSize };
        Option<Epoch?> at = Options.Epoch("--at", "Epoch of the picture, within the run (default: its first)");
        Option<GlobeLayers?> layers = new("--layer")
        {
            Description = $"What to draw: {GlobeLayers.Known}; default hpe95",
            HelpName = "NAME",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            CustomParser = ParseLayers,
        };
        Option<double[]?> camera = new("--camera")
        {
            Description = "Where the camera stands: latitude and longitude (degrees; right ascension in gcrf), distance from the geocentre (km). Default: over the service area",
            HelpName = "LAT,LON,DISTANCE_KM",
            CustomParser = ParseCamera,
        };
        Option<string> frame = new("--frame") { Description = "Frame of --camera: itrf turns with the Earth, gcrf with the stars", HelpName = "itrf|gcrf", DefaultValueFactory = _ => "itrf" };
        frame.AcceptOnlyFromAmong("itrf", "gcrf");
        Command command = new("render", "The globe of a run as a picture: Earth, satellites, orbits, links, accuracy as a colour map") { run, output, size, at, layers, camera, frame };
        command.SetAction(parsed =>
        {
            RunFolder folder = RunFolder.Open(parsed.GetRequiredValue(run));
            ReferenceFrame axes = Enum.Parse<ReferenceFrame>(parsed.GetRequiredValue(frame), ignoreCase: true);
            GlobeOptions standard = new();
            GlobeOptions options = new()
            {
                Width = parsed.GetValue(size)?.Width ?? standard.Width,
                Height = parsed.GetValue(size)?.Height ?? standard.Height,
                At = parsed.GetValue(at),
                Layers = parsed.GetValue(layers) ?? standard.Layers,
                Frame = axes,
                Camera = parsed.GetValue(camera) is { Length: 3 } c ? new GlobeCamera { Frame = axes, LatitudeDeg = c[0], LongitudeDeg = c[1], DistanceKm = c[2] } : null,
            };
            return Draw(folder, parsed.GetRequiredValue(output), options);
        });
        return command.WithExamples(
            "constellation render runs/beidou-3 -o globe.png",
            "constellation render runs/beidou-3 -o pdop.png --layer pdop no-links --at 2024-09-20T06:00:00GPST --size 3840x2160",
            "constellation render runs/beidou-3 -o near.png --camera 35,110,14000 --layer vpe95 no-stars");
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

    private static (int Width, int Height)? ParseSize(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        string[] words = text.Split('x', 'X');
        if (words.Length == 2 && Side(words[0]) is { } width && Side(words[1]) is { } height)
        {
            return (width, height);
        }

        result.AddError($"'{text}' is not a size of a picture; write width x height in pixels such as 1920x1080, each from {GlobeOptions.LeastSize} to {GlobeOptions.GreatestSize}");
        return null;
    }

    private static int? Side(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int side) && side is >= GlobeOptions.LeastSize and <= GlobeOptions.GreatestSize ? side : null;

    private static GlobeLayers? ParseLayers(ArgumentResult result)
    {
        if (GlobeLayers.TryParse(result.Tokens.SelectMany(t => t.Value.Split(',')), out GlobeLayers? layers, out string problem))
        {
            return layers;
        }

        result.AddError(problem);
        return null;
    }

    private static double[]? ParseCamera(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        double[] values = [.. text.Split(',').Select(t => double.TryParse(t, CultureInfo.InvariantCulture, out double v) ? v : double.NaN)];
        if (values.Length == 3 && Math.Abs(values[0]) <= 90 && Math.Abs(values[1]) <= 360 && values[2] is >= GlobeCamera.LeastDistanceKm and <= GlobeCamera.GreatestDistanceKm)
        {
            return values;
        }

        result.AddError($"'{text}' is not a place of a camera; write latitude,longitude,distance such as 25,105,120000: degrees, and km from the geocentre, from {GlobeCamera.LeastDistanceKm} to {GlobeCamera.GreatestDistanceKm}");
        return null;
    }
}
