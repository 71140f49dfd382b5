using System.Globalization;
using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Viewer;

/// <summary>Orbit errors enlarged: an arrow from truth to estimate and the ellipsoid that the estimator claims, both times a power of ten.</summary>
internal static class LensContent
{
    /// <summary>Arrows of about this length are seen and do not cover the picture, m.</summary>
    private const double Aim = 4e6;

    private static readonly Rgb s_arrow = Rgb.FromHex(0xff8c5a), s_ellipse = Rgb.FromHex(0xd8c6ff);

    public static void Add(SceneContent into, SceneContext context)
    {
        if (context.Layers.Lens is not { } asked)
        {
            return;
        }

        (SceneSatellite Satellite, StateVector State, OrbitError Error)[] errors = [.. Errors(context, out string source)];
        if (errors.Length == 0)
        {
            into.Notes.Add("no orbit errors to enlarge at this epoch");
            return;
        }

        int power = asked >= 0 ? asked : Fitting([.. errors.Select(e => e.Error.Size).Where(s => s > 0)]);
        double factor = Math.Pow(10, power);
        foreach ((SceneSatellite satellite, StateVector state, OrbitError error) in errors)
        {
            CelestialContent.Arrow(into, satellite.Itrf, satellite.Itrf + (factor * error.On(state)), s_arrow, 0.95f, 2.0f, dashed: false);
            if (error.Sigma is { } sigma)
            {
                Ellipses(into, satellite.Itrf, OrbitError.AxesOf(state), factor * sigma);
            }
        }

        string bar = Length(Aim / factor);
        into.Legend.Add(new LegendRow($"{source} \u00d7 10{Superscript(power)}: {Aim / 1e3:#,0} km show {bar}", s_arrow));
        if (errors.Any(e => e.Error.Sigma is not null))
        {
            into.Legend.Add(new LegendRow($"claimed 1-sigma ellipsoid \u00d7 10{Superscript(power)}", s_ellipse));
        }
    }

    /// <summary>The power of ten that makes the median of sizes (m) about as long as an arrow should be.</summary>
    internal static int Fitting(double[] sizes)
    {
        Array.Sort(sizes);
        return sizes.Length == 0 ? 0 : Math.Clamp((int)Math.Round(Math.Log10(Aim / sizes[sizes.Length / 2])), GlobeLayers.LeastLens, GlobeLayers.GreatestLens);
    }

    internal static string Superscript(int power) => string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(c => c switch { '-' => '\u207b', '1' => '\u00b9', '2' => '\u00b2', '3' => '\u00b3', _ => (char)('\u2070' + (c - '0')) }));

    internal static string Length(double metres) => metres switch
    {
        < 1e-3 => $"{metres * 1e6:0.##} \u00b5m",
        < 1e-2 => $"{metres * 1e3:0.##} mm",
        < 1 => $"{metres * 1e2:0.##} cm",
        < 1e3 => $"{metres:0.##} m",
        _ => $"{metres * 1e-3:0.##} km",
    };

    /// <summary>Errors of the estimates; where the run has none, those of the messages.</summary>
    private static IEnumerable<(SceneSatellite Satellite, StateVector State, OrbitError Error)> Errors(SceneContext context, out string source)
    {
        bool estimates = context.Tables is { } tables && tables.Folder.HasOdts;
        source = estimates ? "estimated minus true orbit" : "broadcast minus true orbit";
        return context.Tables is null ? [] : OrbitError.Of(context, estimates);
    }

    private static void Ellipses(SceneContent into, Position<Itrf> centre, OrbitAxes axes, Vector3d sigma)
    {
        const int Parts = 48;
        Vector3d r = sigma.X * axes.Radial, a = sigma.Y * axes.Along, c = sigma.Z * axes.Cross;
        foreach ((Vector3d u, Vector3d v) in new[] { (r, a), (r, c), (a, c) })
        {
            into.Lines.Add(new SceneLine([.. Enumerable.Range(0, Parts + 1).Select(i => Math.SinCos(2 * Math.PI * i / Parts)).Select(t => centre + (t.Cos * u) + (t.Sin * v))], s_ellipse, 0.75f, 1.1f));
        }
    }
}
