using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>design walker T/P/F</c>: a Walker constellation as a table of elements, or as a constellation file.</summary>
internal static class DesignWalker
{
    private const string Header = "sat,plane,slot,role,a_m,e,i_deg,raan_deg,argp_deg,m_deg";

    private const string Notes =
        """
        T satellites in P planes, each F 360/T degrees ahead of its neighbour to the west. delta spreads the nodes over 360 degrees, star over 180. Elements are mean ones on
        GCRF axes. Spares stand half-way between slots. --format toml writes a constellation file, which 'run', 'orbit' and 'dop' take as they take
        those of the library.
        """;

    public static Command Create()
    {
        Argument<(int T, int P, int F)?> pattern = new("pattern") { Description = "Satellites / planes / phasing, such as 24/3/1", HelpName = "T/P/F", CustomParser = Parse };
        Option<double?> axis = DesignOptions.Axis();
        Option<(int Revolutions, int Days)?> repeat = DesignOptions.Repeat();
        Option<double> inclination = DesignOptions.Inclination(), eccentricity = DesignOptions.Eccentricity();
        Option<double> perigee = Options.Number("--perigee", "Argument of perigee", 0, -360, 360, "DEG");
        Option<double> node = Options.Number("--node", "Right ascension of the first plane's node", 0, -360, 360, "DEG");
        Option<double> latitude = Options.Number("--latitude-argument", "Mean argument of latitude of the first satellite", 0, -360, 360, "DEG");
        Option<string> spread = new("--pattern") { Description = "How nodes are spread", HelpName = "delta|star", DefaultValueFactory = _ => "delta" };
        spread.AcceptOnlyFromAmong("delta", "star");
        Option<double> spares = Options.Number("--spares", "Spares in each plane", 0, 0, 99, "N");
        Option<string> system = new("--system") { Description = "Letter of the satellites' system", HelpName = "G|R|E|C|J|I", DefaultValueFactory = _ => "C" };
        system.AcceptOnlyFromAmong("G", "R", "E", "C", "J", "I");
        Option<string> clock = new("--clock") { Description = "Clock of every satellite, for --format toml", HelpName = "NAME", DefaultValueFactory = _ => "PHM-BDS3" };
        Option<Epoch?> epoch = Options.Epoch("--epoch", "Epoch of the elements (default 2025-01-01T00:00:00GPST)");
        Option<string> format = Options.Format("csv", "json", "parquet", "toml");
        Option<string?> output = Options.Output();
        Command command = new("walker", "Elements of a Walker constellation")
        {
            pattern, axis, repeat, inclination, eccentricity, perigee, node, latitude, spread, spares, system, clock, epoch, format, output,
        };
        command.SetAction(parsed =>
        {
            (int t, int p, int f) = parsed.GetValue(pattern)!.Value;
            double e = parsed.GetValue(eccentricity), iDeg = parsed.GetValue(inclination);
            WalkerShell shell = new()
            {
                System = (GnssSystem)parsed.GetRequiredValue(system)[0],
                Pattern = Enum.Parse<WalkerPattern>(parsed.GetRequiredValue(spread), ignoreCase: true),
                Satellites = t,
                Planes = p,
                Phasing = f,
                SparesPerPlane = (int)parsed.GetValue(spares),
                SemiMajorAxis = DesignOptions.AxisOf(parsed.GetValue(axis), parsed.GetValue(repeat), e, iDeg),
                Eccentricity = e,
                Inclination = double.DegreesToRadians(iDeg),
                ArgumentOfPerigee = double.DegreesToRadians(parsed.GetValue(perigee)),
                FirstRightAscension = double.DegreesToRadians(parsed.GetValue(node)),
                FirstArgumentOfLatitude = double.DegreesToRadians(parsed.GetValue(latitude)),
                Epoch = parsed.GetValue(epoch) ?? Epoch.Parse("2025-01-01T00:00:00GPST"),
                Clock = parsed.GetRequiredValue(clock),
            };
            Write(shell, parsed.GetValue(output), parsed.GetRequiredValue(format));
            return ExitCode.Done;
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation design walker 24/3/1 --repeat 13/7 --inclination 55 --spares 1",
            "constellation design walker 66/6/2 --pattern star --axis 7158km --inclination 86.4 --system G --format toml -o polar.toml");
    }

    private static void Write(WalkerShell shell, string? output, string format)
    {
        ConstellationDefinition built;
        try
        {
            built = Walker.Build("walker", shell);
        }
        catch (ArgumentException e)
        {
            throw new InputException(Diagnostic.Error("CN2136", new SourceSpan("T/P/F"), e.Message.Split(" (Parameter")[0], "make T a multiple of P, and T with all spares at most 999"));
        }

        if (format == "toml")
        {
            string name = output is null or "-" ? "walker" : Path.GetFileNameWithoutExtension(output);
            OutputStream.Write(output, stream => stream.Write(Encoding.UTF8.GetBytes(Toml(name, built.Description, shell))));
            return;
        }

        TableOutput.Write(output, format, TableColumn.From(Header, text: ["plane", "slot", "role"]), writer =>
        {
            foreach (SatelliteDefinition s in built.Satellites)
            {
                MeanElements m = s.Elements;
                writer.Satellite(s.Id).Text(s.Plane).Text(s.Slot).Text(s.Role.ToString().ToLowerInvariant()).Real(m.SemiMajorAxis).Real(m.Eccentricity).Real(Degrees(m.Inclination))
                    .Real(Degrees(m.RightAscension)).Real(Degrees(m.ArgumentOfPerigee)).Real(Degrees(m.MeanAnomaly)).EndRow();
            }
        });
    }

    private static string Toml(string name, string description, WalkerShell s) => string.Create(CultureInfo.InvariantCulture, $"""
        name = "{name}"
        description = "{description}"
        epoch = "{s.Epoch.ToString(TimeScale.Gpst)}"

        [[walker]]
        first_prn = "{new SatelliteId(s.System, s.FirstNumber)}"
        pattern = "{s.Pattern.ToString().ToLowerInvariant()}"
        satellites = {s.Satellites}
        planes = {s.Planes}
        phasing = {s.Phasing}
        spares_per_plane = {s.SparesPerPlane}
        a_m = {s.SemiMajorAxis:0.0##}
        e = {s.Eccentricity:0.0#########}
        i_deg = {Degrees(s.Inclination):0.0########}
        raan_deg = {Degrees(s.FirstRightAscension):0.0########}
        argp_deg = {Degrees(s.ArgumentOfPerigee):0.0########}
        u_deg = {Degrees(s.FirstArgumentOfLatitude):0.0########}
        clock = "{s.Clock}"

        """).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static double Degrees(double radians) => Math.Round(double.RadiansToDegrees(radians), 10);

    private static (int T, int P, int F)? Parse(ArgumentResult r)
    {
        string text = r.Tokens.Count > 0 ? r.Tokens[^1].Value : "";
        string[] parts = text.Split('/');
        if (parts.Length == 3 && int.TryParse(parts[0], out int t) && int.TryParse(parts[1], out int p) && int.TryParse(parts[2], out int f) && t is > 0 and < 1000 && p is > 0 && p <= t && f >= 0 && f < p)
        {
            return (t, p, f);
        }

        r.AddError($"'{text}' is not a Walker pattern; write satellites/planes/phasing such as 24/3/1");
        return null;
    }
}
