using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Reporting;

/// <summary>Writes a run folder: BeiDou-3 on its mean orbits, clocks drawn from the catalogue, real geometry, errors drawn with stated deviations.</summary>
internal sealed record SampleRun
{
    public static Epoch Start { get; } = Epoch.Parse("2024-09-20T00:00:00GPST");

    private const ulong Seed = 20240920;

    /// <summary>m, one sigma, of the estimates: radial, along, cross, clock; inclined and geostationary satellites are worse.</summary>
    private static readonly double[] s_meo = [0.06, 0.15, 0.14, 0.09], s_high = [0.15, 0.6, 0.5, 0.16];

    private List<SatelliteDefinition>? _satellites;

    public Duration Step { get; init; } = Duration.FromMinutes(15);

    public int Epochs { get; init; } = 97;

    public double GridStepDeg { get; init; } = 10;

    /// <summary>Which satellites take part; null: all active ones.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    public bool Control { get; init; } = true;

    public IReadOnlyList<SiteDefinition> Sites { get; init; } = SiteDefinition.Cities;

    /// <summary>The users get no position at all.</summary>
    public bool NoFixes { get; init; }

    public string Title { get; init; } = "BeiDou-3: nominal 30 satellites, Ka-band crosslinks, one anchor station";

    /// <summary>Clock that every satellite flies instead of its own.</summary>
    public string? EveryClock { get; init; }

    /// <summary>What the manifest calls every clock, whatever was drawn.</summary>
    public string? ClockLabel { get; init; }

    /// <summary>Messages do not tell their age.</summary>
    public bool NoAge { get; init; }

    /// <summary>A satellite whose signals end before an epoch; null: all go on.</summary>
    public (string Satellite, int Epoch)? Lost { get; init; }

    /// <summary>A satellite on which a clock of another kind takes over at 01:00; null: none.</summary>
    public string? Changed { get; init; }

    /// <summary>m, of one range.</summary>
    public double RangeSigma { get; init; } = 0.7;

    public static SampleRun Full => new() { Step = Duration.FromMinutes(5), Epochs = 289, GridStepDeg = 5 };

    private EpochGrid Grid => new(Start, Step, Epochs);

    private static string Library(string name) => Path.Combine(AppContext.BaseDirectory, "ephemeris", name);

    private static ConstellationDefinition Constellation { get; } = Load();

    private static ConstellationDefinition Load()
    {
        string file = Path.Combine(Library("constellations"), "beidou-3.toml");
        return ConstellationReader.Read(File.ReadAllText(file), file).ValueOrThrow();
    }

    private List<SatelliteDefinition> Satellites =>
        _satellites ??= [.. Constellation.Active.Where(s => Only is null || Only.Contains(s.Id.ToString())).Select(s => s with { Clock = EveryClock ?? s.Clock })];

    public RunFolder Write(string path)
    {
        Directory.CreateDirectory(path);
        StateVector[][] states = States();
        List<SummaryRow> summary = [];
        WriteOrbits(path, states);
        WriteSisre(path, summary);
        if (Control)
        {
            WriteOdts(path, summary);
        }

        WriteUsers(path, states, summary);
        AtomicFile.WriteText(
            Path.Combine(path, RunFolder.SummaryFile),
            "metric,scope,value,unit\n" + string.Concat(summary.Select(r => $"{r.Metric},{r.Scope},{(double.IsNaN(r.Value) ? "" : r.Value.ToString("R"))},{r.Unit}\n")));
        AtomicFile.Write(Path.Combine(path, RunFolder.ManifestFile), stream => stream.Write(RunFolder.Serialise(Manifest())));
        return RunFolder.Open(path);
    }

    public RunManifest Manifest() => new()
    {
        FormatVersion = RunManifest.CurrentFormat,
        Program = "constellation 0.1.0",
        Scenario = "beidou-3",
        Title = Title,
        Seed = Seed,
        ScenarioDigest = "5f0c2b6f7f0d9a9b3f1e6f6c1d2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c",
        ScenarioText = "title = \"BeiDou-3\"\nseed = 20240920\n\n[links]\npayload = \"ka-bds3\"\n",
        Start = Start.ToString(TimeScale.Gpst, 9) + "GPST",
        StepSeconds = Step.TotalSeconds,
        Epochs = Epochs,
        Stages = Control
            ? new Dictionary<string, string> { ["orbits"] = "simulated", ["clocks"] = "simulated", ["links"] = "simulated", ["control"] = "simulated", ["broadcast"] = "simulated", ["users"] = "simulated" }
            : new Dictionary<string, string> { ["orbits"] = "sp3:GFZ0MGXRAP_20242640000_01D_05M_ORB.SP3", ["clocks"] = "clk:GFZ0MGXRAP_20242640000_01D_30S_CLK.CLK", ["broadcast"] = "nav:BRDC00IGS_R_20242640000_01D_MN.rnx", ["users"] = "simulated" },
        ClockDatum = "mean of all satellite clocks, removed epoch by epoch",
        Tables = new Dictionary<string, string> { ["leap seconds"] = "2017-01-01 (TAI-UTC 37 s)", ["earth orientation"] = "finals2000A, 2025-08-21" },
        Satellites = [.. Satellites.Select(s => new RunSatellite(
            s.Id.ToString(), s.Svn, s.Plane, s.Slot, s.Block, ClassOf(s), ClockLabel ?? s.Clock, s.Mass, s.LaunchDate?.ToString("yyyy-MM-dd") ?? "")
            {
                ClockChanges = s.Id.ToString() == Changed ? [new("2024-09-20T01:00:00GPST", "PHM-GAL")] : null,
            })],
        Stations = [new RunStation("beijing", 40.07, 116.27, 80, Anchor: true, Monitor: false)],
        Sites = [.. Sites.Select(s => new RunSite(s.Name, s.Place.LatitudeDeg, s.Place.LongitudeDeg, s.Place.Height))],
        GridStepDeg = GridStepDeg,
        MaskDeg = 5,
        Notes = ["ionosphere-free users: no residual ionosphere", "2 spares left out: C31, C58"],
    };

    public static string ClassOf(SatelliteDefinition satellite) => satellite.OrbitClass.ToString().ToLowerInvariant();

    /// <summary>The drawn clock of a satellite, as the orbit table holds it.</summary>
    public ClockRealization Clock(SatelliteDefinition satellite) =>
        ClockRealization.Draw(EphemerisLibrary.BuiltIn.Clock(satellite.Clock, new SourceSpan("sample")), Grid, Seed, 0, EntityId.Satellite(satellite.Id));

    public IReadOnlyList<SatelliteDefinition> TakingPart => Satellites;

    private StateVector[][] States()
    {
        IReadOnlyDictionary<SatelliteId, KeplerJ2Orbit> orbits = ConstellationOrbits.Mean(Constellation);
        StateVector[][] states = new StateVector[Epochs][];
        for (int k = 0; k < Epochs; k++)
        {
            EarthRotation earth = EarthOrientation.BuiltIn.At(Grid[k]);
            states[k] = [.. Satellites.Select(s => earth.ToItrf(orbits[s.Id].At(Grid[k])))];
        }

        return states;
    }

    private static void Table(string path, string file, string columns, Action<TableWriter> rows) =>
        AtomicFile.Write(Path.Combine(path, file), stream =>
        {
            using ParquetTableWriter table = new(stream, TableColumn.From(columns));
            rows(table);
        });

    private void WriteOrbits(string path, StateVector[][] states)
    {
        ClockRealization[] clocks = [.. Satellites.Select(Clock)];
        Table(path, RunFolder.OrbitsFile, RunFolder.OrbitColumns, table =>
        {
            for (int k = 0; k < Epochs; k++)
            {
                for (int s = 0; s < Satellites.Count; s++)
                {
                    StateVector state = states[k][s];
                    table.Epoch(Grid[k]).Satellite(Satellites[s].Id)
                        .Real(state.Position.X).Real(state.Position.Y).Real(state.Position.Z)
                        .Real(state.Velocity.X).Real(state.Velocity.Y).Real(state.Velocity.Z)
                        .Real(clocks[s].AtNode(k).Offset).EndRow();
                }
            }
        });
    }

    /// <summary>Slowly varying error of unit variance: correlation over an hour, exact at any step.</summary>
    private double[] Slow(SatelliteId satellite, int component)
    {
        RandomDraws draws = new(Seed, (uint)component, EntityId.Satellite(satellite), NoisePurpose.FilterInitial);
        double r = Math.Exp(-Step.TotalSeconds / 3600), s = Math.Sqrt(1 - (r * r));
        double[] values = new double[Epochs];
        values[0] = draws.NormalAt(0);
        for (int k = 1; k < Epochs; k++)
        {
            values[k] = (r * values[k - 1]) + (s * draws.NormalAt((ulong)k));
        }

        return values;
    }

    private static double[] Sigma(SatelliteDefinition satellite) => satellite.OrbitClass == OrbitClass.Meo ? s_meo : s_high;

    private void WriteSisre(string path, List<SummaryRow> summary)
    {
        const double uploadInterval = 3600;
        double[][][] errors = [.. Satellites.Select(s => (double[][])[.. Enumerable.Range(0, 4).Select(c => Slow(s.Id, 10 + c))])];
        double[] square = new double[Satellites.Count];
        int[] counts = new int[Satellites.Count];
        List<double> all = [];
        Table(path, RunFolder.SisreFile, RunFolder.SisreColumns, table =>
        {
            for (int k = 0; k < Epochs; k++)
            {
                for (int s = 0; s < Satellites.Count; s++)
                {
                    SatelliteDefinition satellite = Satellites[s];
                    if (Lost is { } lost && lost.Satellite == satellite.Id.ToString() && k >= lost.Epoch)
                    {
                        continue;
                    }

                    double age = ((k * Step.TotalSeconds) + (137.0 * s)) % uploadInterval;
                    double growth = 1 + (2.5 * age / uploadInterval);
                    double[] sigma = Sigma(satellite);
                    double Error(int c) => sigma[c] * growth * errors[s][c][k];
                    SignalInSpaceError error = new(Error(0), Error(1), Error(2), Error(3));
                    double sisre = error.Sisre(SisreWeights.For(satellite.Id.System, satellite.OrbitClass));
                    square[s] += sisre * sisre;
                    counts[s]++;
                    all.Add(sisre);
                    table.Epoch(Grid[k]).Satellite(satellite.Id).Real(NoAge ? double.NaN : age)
                        .Real(error.Radial).Real(error.Along).Real(error.Cross).Real(error.Clock).Real(sisre).EndRow();
                }
            }
        });
        void Add(string scope, Func<SatelliteDefinition, bool> chosen)
        {
            int[] those = [.. Enumerable.Range(0, square.Length).Where(s => chosen(Satellites[s]))];
            if (those.Length > 0)
            {
                summary.Add(new("sisre_rms", scope, Math.Sqrt(those.Sum(s => square[s]) / those.Sum(s => counts[s])), "m"));
            }
        }

        Add("all", _ => true);
        foreach (string name in new[] { "meo", "igso", "geo" })
        {
            Add(name, s => ClassOf(s) == name);
        }

        summary.Add(new("sisre_p95", "all", WeightedStatistics.Percentile(all.ToArray(), [], 0.95), "m"));
        foreach (SatelliteDefinition satellite in Satellites)
        {
            Add(satellite.Id.ToString(), s => s.Id == satellite.Id);
        }
    }

    private void WriteOdts(string path, List<SummaryRow> summary)
    {
        double[][][] errors = [.. Satellites.Select(s => (double[][])[.. Enumerable.Range(0, 4).Select(c => Slow(s.Id, c))])];
        string[] metrics = ["odts_radial_rms", "odts_along_rms", "odts_cross_rms", "odts_clock_rms"];
        double[] square = new double[4];
        Table(path, RunFolder.OdtsFile, RunFolder.OdtsColumns, table =>
        {
            for (int k = 0; k < Epochs; k++)
            {
                double settling = 1 + (4 * Math.Exp(-k * Step.TotalSeconds / 3600));
                for (int s = 0; s < Satellites.Count; s++)
                {
                    double[] sigma = [.. Sigma(Satellites[s]).Select(v => settling * v)];
                    table.Epoch(Grid[k]).Satellite(Satellites[s].Id);
                    for (int c = 0; c < 4; c++)
                    {
                        double error = sigma[c] * errors[s][c][k];
                        square[c] += error * error;
                        table.Real(error);
                    }

                    for (int c = 0; c < 4; c++)
                    {
                        table.Real(sigma[c]);
                    }

                    table.EndRow();
                }
            }
        });
        summary.AddRange(metrics.Select((metric, c) => new SummaryRow(metric, "all", Math.Sqrt(square[c] / Epochs / Satellites.Count), "m")));
    }

    private void WriteUsers(string path, StateVector[][] states, List<SummaryRow> summary)
    {
        UserGrid grid = new(GridStepDeg, double.DegreesToRadians(5));
        UserDefinition[] sites =
        [
            .. Sites.Select((s, i) => new UserDefinition { Index = grid.Users.Count + i, Name = s.Name, Place = s.Place, Position = Ellipsoid.Wgs84.ToCartesian(s.Place) }),
        ];
        UserFix[][] cells = WriteFixes(path, RunFolder.GridFile, grid.Users, states);
        UserFix[][] named = WriteFixes(path, RunFolder.SitesFile, sites, states);
        AccuracyThresholds thresholds = new();
        List<AccuracyStatistics> all = [.. Region.Standard.Select(r => AccuracyStatistics.Of(r, grid.Users, cells, thresholds))];
        all.AddRange(sites.Select((_, i) => AccuracyStatistics.Of(i, sites, named, thresholds)));
        foreach (AccuracyStatistics s in all)
        {
            summary.Add(new("horizontal_95", s.Scope, s.Horizontal95, "m"));
            summary.Add(new("vertical_95", s.Scope, s.Vertical95, "m"));
            summary.Add(new("pdop_mean", s.Scope, s.MeanPdop, "1"));
            summary.Add(new("availability", s.Scope, s.Availability, "1"));
            summary.Add(new("satellites_mean", s.Scope, s.MeanSatellites, "1"));
        }

        if (sites.Length > 0)
        {
            AccuracyStatistics worst = all[Region.Standard.Count..].OrderByDescending(s => s.Horizontal95).First();
            summary.Add(new("worst_site", worst.Scope, worst.Horizontal95, "m"));
        }
    }

    private UserFix[][] WriteFixes(string path, string file, IReadOnlyList<UserDefinition> users, StateVector[][] states)
    {
        UserFix[][] fixes = new UserFix[Epochs][];
        DopGrid dop = new(users, double.DegreesToRadians(5));
        Table(path, file, RunFolder.UserColumns, table =>
        {
            for (int k = 0; k < Epochs; k++)
            {
                dop.Compute([.. states[k].Select(s => s.PositionIn<Itrf>())]);
                fixes[k] = [.. users.Select((u, i) => Fix(dop, i, u.Index, k))];
                for (int i = 0; i < users.Count; i++)
                {
                    UserFix fix = fixes[k][i];
                    table.Epoch(Grid[k]).Real(users[i].Place.LatitudeDeg).Real(users[i].Place.LongitudeDeg).Integer(fix.SatelliteCount)
                        .Real(fix.Pdop).Real(fix.HorizontalError).Real(fix.VerticalError).Text(fix.Status.ToString()).EndRow();
                }
            }
        });
        return fixes;
    }

    private UserFix Fix(DopGrid dop, int i, int user, int epoch)
    {
        Dop geometry = dop[i];
        if (NoFixes || !(geometry.Pdop < 1e6))
        {
            return new(NoFixes ? 0 : dop.Count[i], FixStatus.TooFewSatellites, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        RandomDraws draws = new(Seed, 0, EntityId.User(user), NoisePurpose.UserThermal);
        (double east, double north) = draws.NormalPairAt(2 * (ulong)epoch);
        double up = draws.NormalAt((4 * (ulong)epoch) + 2), plane = RangeSigma * geometry.Hdop / Math.Sqrt(2);
        return new(dop.Count[i], FixStatus.Ok, geometry.Pdop, plane * east, plane * north, RangeSigma * geometry.Vdop * up);
    }
}
