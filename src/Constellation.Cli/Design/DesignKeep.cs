using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>design keep CONSTELLATION</c>: how often satellites must be moved to stay in their boxes.</summary>
internal static class DesignKeep
{
    private const string Header =
        "sat,along_acceleration_deg_per_day2,along_periodic_deg,along_interval_days,along_dv_mps_per_year,inclination_rate_deg_per_year,node_rate_deg_per_year,inclination_interval_days,inclination_dv_mps_per_year";

    private const string Notes =
        """
        Each satellite is integrated from its mean elements under EGM2008 8x8, Sun and Moon, and compared with mean motion under J2. along: what is left of the angle along
        the track when a constant drift is trimmed away: a parabola, by resonance with the Earth's equator, and what swings about it. along_interval_days:
        from one edge of the box (--box) to the other and back, then a manoeuvre; empty beyond a century. inclination and node: what Sun and Moon do; the interval is from edge to edge of
        --inclination-box. A node that drifts alike for all planes needs no manoeuvre. Velocity changes are those of ideal pulses.
        """;

    public static Command Create()
    {
        Argument<string> constellation = new("constellation") { Description = "Name of a constellation ('list constellations') or a TOML file of one", HelpName = "CONSTELLATION" };
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<double> box = Options.Number("--box", "Half width of the box along the track", 2, 0.001, 90, "DEG");
        Option<double> inclinationBox = Options.Number("--inclination-box", "Half width of the box of inclination", 2, 0.001, 90, "DEG");
        Option<Duration?> arc = Options.Duration("--arc", "Arc to integrate (default 54.6d, four times the Moon's fortnight)", positive: true);
        Option<int> threads = Options.Threads();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("keep", "Station keeping: how often satellites must manoeuvre to stay in a box, and what it costs") { constellation, satellites, box, inclinationBox, arc, threads, format, output };
        command.SetAction((parsed, cancel) =>
        {
            ConstellationDefinition all = EphemerisLibrary.BuiltIn.Constellation(parsed.GetRequiredValue(constellation), new SourceSpan("CONSTELLATION"));
            SatelliteSelector chosen = parsed.GetRequiredValue(satellites);
            SatelliteDefinition[] some = [.. all.Satellites.Where(s => s.Role == SatelliteRole.Active ? chosen.Accepts(s) : chosen.Names(s.Id))];
            Duration span = parsed.GetValue(arc) ?? StationDrift.StandardArc;
            if (some.Length == 0)
            {
                throw new InputException(Diagnostic.Error("CN4001", new SourceSpan("--sat"), "the constellation has no such satellite", $"it has {string.Join(", ", SatelliteSelector.Describe(all.Satellites.Select(s => s.Id)))}"));
            }

            if (span < Duration.FromDays(10) || span > Duration.FromDays(3660))
            {
                throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--arc"), "the arc is not from 10 days to 10 years", "write for example 55d"));
            }

            StationDrift[] drifts = new StationDrift[some.Length];
            ForceModel forces = ForceModel.Standard(EarthOrientation.BuiltIn);
            Parallel.For(0, some.Length, new ParallelOptions { MaxDegreeOfParallelism = parsed.GetValue(threads), CancellationToken = cancel }, i => drifts[i] = StationDrift.Of(some[i].Elements, all.Epoch, span, forces));
            double half = double.DegreesToRadians(parsed.GetValue(box)), inclined = double.DegreesToRadians(parsed.GetValue(inclinationBox));
            const double Day = 86400, Year = 365.25 * Day;
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(Header), writer =>
            {
                foreach ((SatelliteDefinition satellite, StationDrift d) in some.Zip(drifts))
                {
                    writer.Satellite(satellite.Id).Real(double.RadiansToDegrees(d.AlongAcceleration) * Day * Day).Real(double.RadiansToDegrees(d.AlongPeriodic))
                        .Real(d.AlongInterval(half)?.TotalSeconds / Day ?? double.NaN).Real(d.AlongDeltaVRate * Year)
                        .Real(double.RadiansToDegrees(d.InclinationRate) * Year).Real(double.RadiansToDegrees(d.NodeRate) * Year)
                        .Real(d.InclinationInterval(inclined)?.TotalSeconds / Day ?? double.NaN).Real(d.InclinationDeltaVRate * Year).EndRow();
                }
            });
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples("constellation design keep gps --sat G01-G05 --box 2", "constellation design keep beidou-3 --sat C@geo --box 0.1 --inclination-box 0.5");
    }
}
