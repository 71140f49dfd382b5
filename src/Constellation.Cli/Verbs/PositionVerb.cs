using System.CommandLine;
using System.CommandLine.Parsing;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>position OBS --nav NAV...</c>: positions of a receiver from its observations, epoch by epoch.</summary>
internal static class PositionVerb
{
    private const string Notes =
        """
        Positions are of the antenna (its reference point; the phase centre without a calibration), on the axes of the orbits (WGS 84 / ITRF),
        latitude and longitude on WGS 84. The clock is receiver minus system time: of GPS where GPS is used, else of the first of E, C, R, J, I.
        Sigmas come from the sigmas of the observations. DOPs count every system with a receiver clock of its own; gdop^2 = pdop^2 + tdop^2.

        Every epoch of the file has a row; where there is no position its columns are empty and the status tells why: ok, no-observations,
        no-ephemeris, too-few-satellites, singular-geometry, poor-geometry, not-converged, no-base, no-model (ionosphere maps of another time); inconsistent and converging rows have a
        position with a warning. The summary on standard error says what each met status means,
        which systems were observed but never used and why, and how many epochs of the file were illegible or out of order (they have no row).

        Exit status: what can be read is used, and everything else told; files with wrong lines end with 0 (--strict: 2). Status 2 is for files of which
        nothing is left, of which one cannot be opened, and that do not go with each other: messages, products or maps of another day; no satellite that can be used.

        ppp-static and ppp-kinematic use the ionosphere-free carriers and codes of two bands with --sp3 and --clk (and --atx, --bia, --obx, --erp,
        --blq). Their positions are of the marker (--point antenna for its reference point), free of tides; a static one converges from row to row and
        is final in the last, which the summary tells with zenith delay, clocks and what was modelled. Rows are 'converging' until the sigma is below 0.1 m.

        --corrections has|b2b simulates a service: broadcast messages plus corrections made of the products, at its interval, latency and quantisation.

        With --sp3 the modes that work on codes take the tides of the solid Earth off (not like RTKLIB). Precise clocks refer to pairs of codes: the delays
        of single ones come from --bia, or from the messages of --nav.

        --iono auto weighs the model against the second code of every satellite; 'if' is the ionosphere-free combination (default with
        --sp3); a model's name is the first code alone with that model. --like rtklib takes over signals, models, weights and rejection
        rules of single positions in RTKLIB 2.4.3 (mask 15 degrees unless --mask is given; --iono klobuchar, if or off; --tropo saastamoinen or off).
        """;

    /// <summary>Figure of residuals by direction.</summary>
    private const string Sky = "sky";

    public static Command Create()
    {
        Argument<string> observations = new("observations") { Description = "RINEX observations (2, 3 or 4), plain or compact (CRINEX), gzip or not", HelpName = "OBS" };
        Option<string[]> nav = Files("--nav", "RINEX navigation files (2, 3 or 4); several are merged", "NAV"), sp3 = Files("--sp3", "Precise orbits in place of messages; several days are merged", "SP3");
        Option<string[]> clk = Files("--clk", "Precise clocks (RINEX CLK); without it those of the SP3 files", "CLK"), ionex = Files("--ionex", "Ionosphere maps (IONEX) for --iono ionex or auto", "IONEX");
        Option<string[]> bia = Files("--bia", "Code biases (SINEX-BIAS) that go with the precise clocks", "BIA");
        Option<string?> atx = File("--atx", "Antennas (ANTEX) that go with the precise orbits; without it a built-in table, with none no offsets: positions are of the phase centres", "ATX|none").Or(InstalledKind.Antennas), erp = File("--erp", "Earth rotation parameters", "ERP");
        Option<string?> obx = File("--obx", "Attitudes (ORBEX) that go with the precise orbits", "OBX"), baseFile = File("--base", "Observations of a base station (mode dgnss)", "OBS");
        Option<string?> blq = File("--blq", "Ocean loading coefficients (BLQ) for the precise modes", "BLQ");
        Option<string?> tides = Named("--tides", "Whether the precise modes take the tides of the crust off (default on, off where the file says that the antenna moves)", ["on", "off"]);
        Option<string?> corrections = Named("--corrections", "Correct the messages of --nav as this service would, with corrections simulated from --sp3 and --clk", [.. CorrectionService.All.Select(s => s.Name)]);
        Option<bool> zenith = new("--zenith") { Description = "Four columns more (precise modes): zenith delay of the troposphere, its sigma, gradients to north and east (m)" };
        Option<bool> backward = new("--backward") { Description = "Mode ppp-kinematic: a second pass from the end to the start, combined with the first; rows come at the end" };
        Option<string?> point = Named("--point", "Point that positions of the precise modes are of (default marker)", ["marker", "antenna"]);
        Option<string> mode = new("--mode") { Description = "spp: every epoch by itself; dgnss: corrected by a base station; kinematic: filter for vehicles; timing: coordinates held, clocks only; ppp-static, ppp-kinematic: carriers with precise products", HelpName = string.Join('|', PositionModes.Names), DefaultValueFactory = _ => "spp" };
        mode.AcceptOnlyFromAmong([.. PositionModes.Names]);
        Option<Position<Itrf>?> site = Coordinates("--site-position", "Where the antenna is: the summary compares with it, timing holds it; without it the header's position"), basePosition = Coordinates("--base-position", "Where the base's antenna is; without it the header's position");
        Option<IReadOnlySet<GnssSystem>?> systems = Systems();
        Option<IReadOnlyDictionary<GnssSystem, IReadOnlyList<SignalPair>>> signals = Signals();
        Option<SatelliteSelector?> exclude = Excluded();
        Option<double?> mask = OptionalNumber("--mask", "Elevation mask, degrees (default 10; 15 like RTKLIB)", -90, 90, "DEG"), cn0 = OptionalNumber("--cn0", "Signals below this C/N0 are not used, dB-Hz", 0, 70, "DBHZ");
        Option<string?> iono = Named("--iono", "Ionosphere", PositionModels.Ionospheres), tropo = Named("--tropo", "Troposphere", PositionModels.Tropospheres), like = Named("--like", "Models, weights and rules of another program", ["rtklib"]);
        Option<Duration?> smooth = Options.Duration("--smooth", "Smooth codes by carriers over this time (Hatch)", positive: true);
        Option<double?> acceleration = OptionalNumber("--acceleration", "Rms acceleration of the vehicle in mode kinematic, m/s^2 (default 3; ship 1, turning aircraft 10)", 0.01, 1000, "MPS2");
        Option<string?> plot = new("--plot") { Description = "Also draw the errors to FILE (.png or .svg)", HelpName = "FILE" };
        Option<string> plotKind = new("--plot-kind") { Description = "What is drawn: east, north and up over time (enu), the horizontal scatter, the distribution of errors (cdf), or the residuals of codes by direction (sky; not of the precise modes)", DefaultValueFactory = _ => "enu" };
        plotKind.AcceptOnlyFromAmong([.. PositionErrorSeries.Kinds, Sky]);
        Option<Epoch?> start = Options.Epoch("--start", "First epoch"), stop = Options.Epoch("--stop", "Last epoch");
        Option<Duration?> step = Options.Duration("--step", "Use epochs this far apart", positive: true);
        Option<bool> velocity = new("--velocity") { Description = "Four columns more: velocity by Doppler (m/s, Earth-fixed axes) and clock drift (s/s)" };
        Option<bool> strict = Options.Strict();
        Option<string> format = Options.Format("csv", "json", "parquet", "pos", "nmea");
        Option<string?> output = Options.Output();
        Command command = new("position", "Positions of a receiver from its observations, epoch by epoch")
        {
            observations, nav, sp3, clk, atx, ionex, erp, mode, baseFile, bia, obx, blq, tides, corrections, backward, point, site, basePosition, systems, signals, exclude, mask, cn0, iono, tropo, like, smooth, acceleration, plot, plotKind, start, stop, step, velocity, zenith, format, output, strict,
        };
        command.SetAction((parsed, cancel) =>
        {
            PositionRequest request = new()
            {
                Observations = parsed.GetRequiredValue(observations),
                Navigation = parsed.GetValue(nav) ?? [],
                Orbits = parsed.GetValue(sp3) ?? [],
                Clocks = parsed.GetValue(clk) ?? [],
                Antennas = parsed.GetValue(atx),
                IonosphereMaps = parsed.GetValue(ionex) ?? [],
                EarthRotation = parsed.GetValue(erp),
                Biases = parsed.GetValue(bia) ?? [],
                Attitudes = parsed.GetValue(obx),
                OceanLoading = parsed.GetValue(blq),
                Corrections = parsed.GetValue(corrections) is { } service ? CorrectionService.Find(service) : null,
                Tides = parsed.GetValue(tides) is { } wanted ? wanted == "on" : null,
                Zenith = parsed.GetValue(zenith),
                Backward = parsed.GetValue(backward),
                OfAntenna = parsed.GetValue(point) == "antenna",
                Mode = parsed.GetRequiredValue(mode),
                Base = parsed.GetValue(baseFile),
                BasePosition = parsed.GetValue(basePosition),
                SitePosition = parsed.GetValue(site),
                Systems = parsed.GetValue(systems),
                Signals = parsed.GetRequiredValue(signals),
                Excluded = parsed.GetValue(exclude),
                MaskDeg = parsed.GetValue(mask),
                LowestCarrierToNoise = parsed.GetValue(cn0) ?? 0,
                Ionosphere = parsed.GetValue(iono),
                Troposphere = parsed.GetValue(tropo),
                LikeRtklib = parsed.GetValue(like) is not null,
                Smoothing = parsed.GetValue(smooth),
                KeepResiduals = parsed.GetValue(plot) is not null && parsed.GetRequiredValue(plotKind) == Sky,
                Velocity = parsed.GetValue(velocity) || parsed.GetRequiredValue(format) == "nmea",
                Acceleration = parsed.GetValue(acceleration) ?? 3.0,
                AccelerationGiven = parsed.GetValue(acceleration) is not null,
                Start = parsed.GetValue(start),
                Stop = parsed.GetValue(stop),
                Step = parsed.GetValue(step),
                Rules = Reading.Rules(parsed.GetValue(strict)),
            };
            PlotOutput.RequirePicture(parsed.GetValue(plot), "CN1003");

            if (request.KeepResiduals && request.Mode is "ppp-static" or "ppp-kinematic")
            {
                throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--plot-kind"), $"{request.Mode} tells no residuals of codes by satellite", "draw enu, scatter or cdf, or take mode spp"));
            }

            PositionUsage.Check(request);
            using PositionSession session = new(request);
            if (session.MapsUnused)
            {
                Console.Error.WriteLine("the maps of --ionex are not used: write --iono ionex or auto (precise orbits have the ionosphere-free combination by default)");
            }

            bool moving = parsed.GetValue(velocity);
            PositionTable table = new(session, request, moving);
            PositionOutput.Write(table, parsed.GetValue(output), parsed.GetRequiredValue(format), moving, cancel);
            if (session is { Receiver: PppReceiver precise, Products: { } products })
            {
                new PppSummary(precise, products, request, table.Summary).Report(Console.Error);
            }
            else
            {
                table.Summary.Report(Console.Error, table.Use);
                session.TellModels(Console.Error);
            }

            string who = session.Source.Receiver.Marker;
            if (parsed.GetValue(plot) is { } file && (request.KeepResiduals ? table.Summary.Sky(who) : table.Summary.Errors(who).Plot(parsed.GetRequiredValue(plotKind))) is { HasData: true } drawing)
            {
                PlotOutput.Write(file, drawing);
            }

            request.Rules.Summarise("position");
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation position station.crx.gz --nav brdc.rnx.gz -o positions.csv",
            "constellation position station.rnx --nav brdc.rnx --systems GE --mask 15 --iono if",
            "constellation position station.rnx --sp3 final.sp3.gz --clk final.clk.gz --atx igs20.atx --site-position 3582104.804,532590.220,5232755.089",
            "constellation position station.rnx --nav brdc.rnx --like rtklib --systems GREC --iono klobuchar --tropo saastamoinen --mask 10",
            "constellation position rover.rnx --nav brdc.rnx --mode dgnss --base base.rnx",
            "constellation position car.obs --nav brdc.rnx --mode kinematic --velocity",
            "constellation position station.rnx --mode ppp-static --sp3 before.sp3.gz day.sp3.gz --clk day.clk.gz --atx igs20.atx --bia day.bia -o ppp.csv",
            "constellation position station.rnx --mode ppp-kinematic --nav brdc.rnx.gz --sp3 day.sp3.gz --clk day.clk.gz --corrections has -o has.csv",
            "constellation position lab.rnx --nav brdc.rnx --mode timing --site-position 3582104.804,532590.220,5232755.089",
            "constellation position station.rnx --nav brdc.rnx --signals G1C+2W,E1C+5Q,C2I --smooth 100s");
    }

    private static Option<string[]> Files(string name, string help, string helpName) => new(name) { Description = help, HelpName = helpName, AllowMultipleArgumentsPerToken = true };

    private static Option<string?> File(string name, string help, string helpName) => new(name) { Description = help, HelpName = helpName };

    private static Option<string?> Named(string name, string help, IReadOnlyList<string> names)
    {
        Option<string?> option = new(name) { Description = help, HelpName = string.Join('|', names) };
        option.AcceptOnlyFromAmong([.. names]);
        return option;
    }

    private static Option<Position<Itrf>?> Coordinates(string name, string help) => new(name)
    {
        Description = help,
        HelpName = "X,Y,Z",
        CustomParser = r =>
        {
            string text = r.Tokens[^1].Value;
            double[] v = [.. text.Split(',').Select(t => double.TryParse(t, out double value) && Math.Abs(value) < 1e9 ? value : double.NaN)];
            if (v.Length == 3 && v.All(double.IsFinite) && new Vector3d(v[0], v[1], v[2]).Norm > 1e6)
            {
                return new Position<Itrf>(v[0], v[1], v[2]);
            }

            r.AddError($"'{text}' is not a place on or above the Earth; write Earth-fixed coordinates in metres such as 3582104.804,532590.220,5232755.089");
            return null;
        },
    };

    private static Option<double?> OptionalNumber(string name, string help, double min, double max, string unit) => new(name)
    {
        Description = help,
        HelpName = unit,
        CustomParser = r =>
        {
            string text = r.Tokens[^1].Value;
            if (double.TryParse(text, out double value) && value >= min && value <= max)
            {
                return value;
            }

            r.AddError($"'{text}' is not a value of {name}; write a number from {min} to {max}");
            return null;
        },
    };

    private static Option<IReadOnlySet<GnssSystem>?> Systems() => new("--systems")
    {
        Description = "Systems by their letters; without it all but S",
        HelpName = "GRECJIS",
        CustomParser = r =>
        {
            string text = r.Tokens[^1].Value.Replace(",", "", StringComparison.Ordinal);
            if (text.Length > 0 && text.All(c => Enum.IsDefined((GnssSystem)c)))
            {
                return text.Select(c => (GnssSystem)c).ToHashSet();
            }

            r.AddError($"'{text}' are not systems; write letters such as GREC: G GPS, R GLONASS, E Galileo, C BeiDou, J QZSS, I NavIC, S SBAS");
            return null;
        },
    };

    private static Option<IReadOnlyDictionary<GnssSystem, IReadOnlyList<SignalPair>>> Signals() => new("--signals")
    {
        Description = "Codes to use of a system in place of the usual ones, in order of preference: system letter, RINEX code, and a second one after a plus",
        HelpName = "LIST",
        DefaultValueFactory = _ => new Dictionary<GnssSystem, IReadOnlyList<SignalPair>>(),
        CustomParser = ParseSignals,
    };

    private static Dictionary<GnssSystem, IReadOnlyList<SignalPair>> ParseSignals(ArgumentResult r)
    {
        Dictionary<GnssSystem, List<SignalPair>> chosen = [];
        foreach (string part in r.Tokens.SelectMany(t => t.Value.Split(',')))
        {
            string text = part.Replace(":", "", StringComparison.Ordinal);
            if (text.Length < 3 || !Enum.IsDefined((GnssSystem)text[0]) || !SignalPair.TryParse(text[1..], out SignalPair pair) || !HasBands((GnssSystem)text[0], pair))
            {
                r.AddError($"'{part}' is not a signal or pair of a system; write G1C, G1C+2W or E1C+5Q, several with commas between");
                continue;
            }

            GnssSystem system = (GnssSystem)text[0];
            (chosen.TryGetValue(system, out List<SignalPair>? pairs) ? pairs : chosen[system] = []).Add(pair);
        }

        return chosen.ToDictionary(c => c.Key, c => (IReadOnlyList<SignalPair>)c.Value);
    }

    /// <summary>Both bands exist and the first is the higher frequency.</summary>
    private static bool HasBands(GnssSystem system, SignalPair pair) =>
        Constellation.Signals.Carriers.TryFrequency(system, pair.First.Band) is { } first
        && (pair.Second is not { } second || (Constellation.Signals.Carriers.TryFrequency(system, second.Band) is { } other && other < first));

    private static Option<SatelliteSelector?> Excluded() => new("--exclude")
    {
        Description = "Satellites not to use: ids, ranges, systems, such as E14,E18,C01-C05",
        HelpName = "LIST",
        CustomParser = r =>
        {
            if (SatelliteSelector.TryParse(r.Tokens[^1].Value, out SatelliteSelector? selector, out string problem))
            {
                return selector;
            }

            r.AddError(problem);
            return null;
        },
    };
}
