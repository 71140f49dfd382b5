using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Turns the tables of a document into the settings of a scenario; what is wrong goes to the document.</summary>
internal sealed class ScenarioBinder
{
    private readonly TomlDocument _document;
    private readonly TomlTable _root;
    private readonly EphemerisLibrary _library;

    public ScenarioBinder(TomlDocument document, EphemerisLibrary library) => (_document, _root, _library) = (document, document.Root, library);

    /// <summary>The scenario; null where parts of it could not be read. Whether it is without errors the document knows.</summary>
    public ScenarioDefinition? Bind()
    {
        TomlTable time = _root.Table("time"), users = _root.Table("users");
        (ConstellationDefinition? flown, string? constellationFile, IReadOnlyList<SatelliteDefinition> chosen) = Constellation(_root.Table("constellation"));
        ClockSettings clocks = Clocks(_root.Table("clocks"), flown, out Dictionary<string, ClockModel> models);
        LinkSettings links = Links(_root.Table("links"), chosen);
        ConstellationDefinition constellation = flown is null ? s_none : Refit(flown, clocks.Replacements, models);
        IReadOnlyList<SatelliteDefinition> satellites = [.. constellation.Satellites.Where(s => chosen.Any(c => c.Id == s.Id))];
        clocks = new ClockEquipmentBinder(satellites, models, FindClock).Add(clocks, _root.Table("clocks"));
        ScenarioDefinition scenario = new()
        {
            Name = Path.GetFileNameWithoutExtension(_document.FileName),
            Title = ScenarioKeys.Title.Read(_root),
            Seed = (ulong)ScenarioKeys.Seed.Read(_root),
            Start = ScenarioKeys.Start.ReadIfGiven(time),
            Duration = ScenarioKeys.Length.Read(time),
            Step = ScenarioKeys.Step.Read(time),
            Constellation = constellation,
            ConstellationFile = constellationFile,
            Satellites = satellites,
            ClockModels = Models(constellation, models.Values, clocks.Redundancy),
            Orbits = Orbits(_root.Table("orbits")),
            Clocks = clocks,
            Links = links,
            Network = Network(_root.Table("network"), chosen),
            Control = Control(_root.Table("control"), links),
            Broadcast = Broadcast(_root.Table("broadcast")),
            Users = Users(users),
            Faults = FaultBinder.Bind(_root.Table("faults"), chosen, clocks),
            Failures = Failures(_root.Table("failures"), constellation),
            Autonomy = Autonomy(_root.Table("autonomy")),
        };
        ScenarioChecks.Check(scenario, _root);
        return scenario.Links.ScheduleFile is { } file ? scenario with { Links = scenario.Links with { Schedule = Schedule(scenario, _root.Table("links"), file) } } : scenario;
    }

    /// <summary>A schedule that is given, held against the satellites that take part and, on mean orbits, against the Earth.</summary>
    private GivenSchedule? Schedule(ScenarioDefinition scenario, TomlTable table, string file)
    {
        string key = ScenarioKeys.Schedule.Name;
        if (scenario.Links.Payload is null || !scenario.Control.Segment.Crosslinks || scenario.Satellites.Count == 0)
        {
            return Refuse<GivenSchedule>(table, key, "CN2221", "a schedule is given, and there are no crosslinks", "give a payload and a control segment with crosslinks, or leave the schedule out");
        }

        LinkSystem system = LinkSky.SystemOf(scenario);
        try
        {
            ReadResult<GivenSchedule> read = LinkScheduleReader.Read(ScenarioPaths.Resolve(table, key, file), system);
            if (!read.Succeeded)
            {
                _document.Report(read.Diagnostics);
                return null;
            }

            if (scenario.Start is { } start && scenario.Orbits.Source.IsSimulated)
            {
                _document.Report(read.Value!.Impossible(LinkSky.Open(scenario).At, start - scenario.Control.WarmUp, start + scenario.Duration));
            }

            return read.Value;
        }
        catch (InputException e)
        {
            return Refuse<GivenSchedule>(table, key, "CN2202", $"'{file}' {e.Diagnostics[0].Problem}", e.Diagnostics[0].Remedy + "; a relative path in a file starts from the file's folder");
        }
    }

    private static readonly ConstellationDefinition s_none = new() { Name = "", Description = "", Epoch = default, Satellites = [] };

    private (ConstellationDefinition? Flown, string? File, IReadOnlyList<SatelliteDefinition> Chosen) Constellation(TomlTable table)
    {
        bool spares = ScenarioKeys.Spares.Read(table);
        ConstellationDefinition? flown = null;
        string name = ScenarioKeys.ConstellationName.Read(table), file = ScenarioKeys.ConstellationFile.Read(table);
        bool hasName = table.Has(ScenarioKeys.ConstellationName.Name), hasFile = table.Has(ScenarioKeys.ConstellationFile.Name);
        if (hasName == hasFile)
        {
            table.Error(hasFile ? ScenarioKeys.ConstellationFile.Name : "", "CN2209", hasFile ? "'constellation' has both a name and a file" : "the constellation is missing", "write [constellation] with name = \"...\" of the library, or file = \"...\" of your own");
        }
        else if ((hasName ? name : file).Length > 0)
        {
            string key = hasName ? ScenarioKeys.ConstellationName.Name : ScenarioKeys.ConstellationFile.Name;
            flown = hasName && name.EndsWith(".toml", StringComparison.OrdinalIgnoreCase)
                ? Refuse<ConstellationDefinition>(table, key, "CN2209", $"'{name}' is a file", "write file = \"...\" for a constellation of your own")
                : Try(() => _library.Constellation(hasName ? name : TomlPath(table, key, file), table.PlaceOf(key)));
        }

        IReadOnlyList<SatelliteDefinition> offered = flown is null ? [] : spares ? flown.Satellites : [.. flown.Active];
        IReadOnlyList<SatelliteDefinition> spare = flown is null ? [] : [.. flown.Satellites.Where(s => s.Role == SatelliteRole.Spare)];
        return (flown, hasFile ? file : null, ScenarioKeys.Satellites.Read(table, offered, spare, "it is a spare: write spares = true to let spares take part"));
    }

    private ClockSettings Clocks(TomlTable table, ConstellationDefinition? flown, out Dictionary<string, ClockModel> models)
    {
        models = [];
        List<ClockReplacement> replacements = [];
        HashSet<SatelliteId> replaced = [];
        foreach (TomlTable replacement in ScenarioKeys.Replacement.Of(table))
        {
            string key = ScenarioKeys.ReplacingClock.Name, clock = ScenarioKeys.ReplacingClock.Read(replacement);
            SatelliteId[] satellites = [.. ScenarioKeys.ReplacedSatellites.Read(replacement, flown?.Satellites ?? []).Select(s => s.Id)];
            ClockModel? model = clock.Length == 0 ? null : FindClock(replacement, key, clock);
            if (satellites.Where(s => !replaced.Add(s)).ToArray() is { Length: > 0 } twice)
            {
                replacement.Error(ScenarioKeys.ReplacedSatellites.Name, "CN2213", $"the clock of {string.Join(", ", SatelliteSelector.Describe(twice))} is replaced twice", "name each satellite in one [[clocks.replace]]");
            }

            if (model is not null)
            {
                models[clock] = model;
                replacements.Add(new ClockReplacement(satellites, clock));
            }
        }

        return new ClockSettings
        {
            Source = ScenarioKeys.ClockSource.Read(table),
            NoiseScale = ScenarioKeys.ClockNoiseScale.Read(table),
            Deterministic = ScenarioKeys.Deterministic.Read(table),
            Sampling = ScenarioKeys.Sampling.Read(table),
            RandomEvents = ScenarioKeys.RandomEvents.Read(table),
            MeanTimeToFailure = ScenarioKeys.MeanTimeToFailure.ReadIfGiven(table),
            Replacements = replacements,
        };
    }

    /// <summary>A kind of clock of the library, or of a file of one's own; null where it cannot be had, which is told.</summary>
    private ClockModel? FindClock(TomlTable table, string key, string clock)
    {
        ClockModel? model = Try(() => _library.Clock(TomlPath(table, key, clock), table.PlaceOf(key)));
        if (model is not null && clock.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) && _library.Find(LibraryKind.Clock, model.Name) is not null)
        {
            table.Error(key, "CN2213", $"clock '{model.Name}' of '{clock}' has the name of a clock of the library", "give it a name of its own");
        }

        return model;
    }

    private OrbitSettings Orbits(TomlTable table)
    {
        string file = ScenarioKeys.GravityFile.Read(table);
        OrbitSettings orbits = new()
        {
            Source = ScenarioKeys.OrbitSource.Read(table),
            TruthForces = ScenarioKeys.TruthForces.Read(table),
            OperatorForces = ScenarioKeys.OperatorForces.Read(table),
            GravityDegree = (int)ScenarioKeys.GravityDegree.Read(table),
            GravityField = (file.Length == 0 ? null : Gravity(table, file)) ?? GravityField.Egm2008,
            GravityFile = file.Length == 0 ? null : file,
            UnmodelledAcceleration = ScenarioKeys.UnmodelledAcceleration.Read(table),
            UnmodelledTime = ScenarioKeys.UnmodelledTime.Read(table),
        };
        foreach ((string name, ForceSelection forces) in new[] { (ScenarioKeys.TruthForces.Name, orbits.TruthForces), (ScenarioKeys.OperatorForces.Name, orbits.OperatorForces) })
        {
            int degree = forces.GravityDegree(orbits.GravityDegree);
            if (degree > orbits.GravityField.Degree)
            {
                table.Error(
                    table.Has(name) ? name : ScenarioKeys.GravityDegree.Name, "CN2218",
                    $"gravity to degree {degree} is asked for, {orbits.GravityField.Name} has {orbits.GravityField.Degree}", "ask for less, or give a larger field as gravity_file");
            }
        }

        return orbits;
    }

    private GravityField? Gravity(TomlTable table, string file)
    {
        string key = ScenarioKeys.GravityFile.Name;
        try
        {
            return Try(GravityFieldReader.Read(ScenarioPaths.Resolve(table, key, file)).ValueOrThrow);
        }
        catch (InputException e)
        {
            return Refuse<GravityField>(table, key, "CN2202", $"'{file}' {e.Diagnostics[0].Problem}", e.Diagnostics[0].Remedy + "; a relative path in a file starts from the file's folder");
        }
    }

    private LinkSettings Links(TomlTable table, IReadOnlyList<SatelliteDefinition> chosen)
    {
        string key = ScenarioKeys.Payload.Name, payload = ScenarioKeys.Payload.Read(table);
        bool none = payload is "none" or "";
        LinkPayload? usual = none ? null : Try(() => _library.Payload(TomlPath(table, key, payload), table.PlaceOf(key)));
        return new LinkSettings
        {
            Payload = usual,
            Replacements = Replacements(table, usual, chosen),
            PayloadFile = payload.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) ? payload : null,
            Without = table.TryGet(ScenarioKeys.Without.Name, out _) ? [.. ScenarioKeys.Without.Read(table, chosen).Select(s => s.Id)] : [],
            NoiseScale = ScenarioKeys.LinkNoiseScale.Read(table),
            DelayScale = ScenarioKeys.DelayScale.Read(table),
            LostSlotsSeed = ScenarioKeys.LostSlotsSeed.Read(table) is > 0 and var lost ? (ulong)lost : null,
            ScheduleFile = ScenarioKeys.Schedule.Read(table) is var schedule && schedule is "generated" or "" ? null : schedule,
            Goals = new ScheduleGoals
            {
                Geometry = ScenarioKeys.GeometryGoal.Read(table),
                Partners = ScenarioKeys.PartnersGoal.Read(table),
                Latency = ScenarioKeys.LatencyGoal.Read(table),
                Robustness = ScenarioKeys.RobustnessGoal.Read(table),
                Permanent = (int)ScenarioKeys.PermanentTerminals.Read(table),
            },
        };
    }

    /// <summary>Other terminals of some satellites: they keep the rhythm of the others, or could not meet them.</summary>
    private List<LinkReplacement> Replacements(TomlTable table, LinkPayload? usual, IReadOnlyList<SatelliteDefinition> chosen)
    {
        List<LinkReplacement> replacements = [];
        HashSet<SatelliteId> replaced = [];
        foreach (TomlTable replacement in ScenarioKeys.LinkReplacement.Of(table))
        {
            string key = ScenarioKeys.ReplacingPayload.Name, name = ScenarioKeys.ReplacingPayload.Read(replacement);
            SatelliteId[] satellites = [.. ScenarioKeys.LinkReplaced.Read(replacement, chosen).Select(s => s.Id)];
            if (satellites.Where(s => !replaced.Add(s)).ToArray() is { Length: > 0 } twice)
            {
                replacement.Error(ScenarioKeys.LinkReplaced.Name, "CN6054", $"the terminal of {string.Join(", ", SatelliteSelector.Describe(twice))} is replaced twice", "name each satellite in one [[links.replace]]");
            }

            LinkPayload? other = name.Length == 0 ? null : Try(() => _library.Payload(TomlPath(replacement, key, name), replacement.PlaceOf(key)));
            if (other is null)
            {
                continue;
            }

            if (usual is null)
            {
                replacement.Error(key, "CN6055", "there is no terminal to replace: links.payload is none", "give links.payload the terminal of the other satellites");
            }
            else if ((usual.Access, usual.SlotLength, usual.SlotsPerFrame, usual.Terminals.Count) != (other.Access, other.SlotLength, other.SlotsPerFrame, other.Terminals.Count))
            {
                replacement.Error(key, "CN6055", $"'{name}' has other slots or another number of terminals than '{usual.Name}'", "choose a terminal with the access, slots and number of terminals of links.payload");
            }

            replacements.Add(new(satellites, other, name));
        }

        return replacements;
    }

    private static NetworkSettings Network(TomlTable table, IReadOnlyList<SatelliteDefinition> chosen)
    {
        const string messageBlock = "BDS-3M-CAST";
        IEnumerable<SatelliteDefinition> Usual() => chosen.Any(s => s.Block == messageBlock) ? chosen.Where(s => s.Block == messageBlock) : chosen.Where(s => s.OrbitClass == OrbitClass.Meo);
        IReadOnlyList<SatelliteDefinition> global = ScenarioKeys.GlobalMessages.Read(table, chosen), regional = ScenarioKeys.RegionalMessages.Read(table, chosen);
        return new NetworkSettings
        {
            Processing = ScenarioKeys.Processing.Read(table),
            OnDemand = ScenarioKeys.NetworkMode.Read(table),
            GlobalMessages = [.. (table.Has(ScenarioKeys.GlobalMessages.Name) ? global : Usual()).Select(s => s.Id)],
            RegionalMessages = [.. (table.Has(ScenarioKeys.RegionalMessages.Name) ? regional : chosen.Where(s => s.OrbitClass == OrbitClass.Geo)).Select(s => s.Id)],
            MessageMask = double.DegreesToRadians(ScenarioKeys.MessageMask.Read(table)),
        };
    }

    private ControlSettings Control(TomlTable table, LinkSettings links)
    {
        ControlSegment segment = ScenarioKeys.Segment.ReadIfGiven(table) ?? ControlSegment.Named(links.Payload is null ? "ground-global" : "isl+anchor");
        int anchors = (int)ScenarioKeys.Anchors.Read(table);
        Dictionary<string, StationSet> sets = [];
        foreach (string set in new[] { segment.AnchorSet, segment.MonitorSet }.OfType<string>())
        {
            if (Try(() => _library.Stations(set, table.PlaceOf(ScenarioKeys.Segment.Name))) is { } stations)
            {
                sets[set] = set == segment.AnchorSet ? FirstOf(stations, anchors, table) : stations;
            }
        }

        return new ControlSettings
        {
            Segment = segment,
            StationSets = sets,
            Anchors = anchors,
            Orientation = ScenarioKeys.Orientation.Read(table),
            OrientationAge = ScenarioKeys.OrientationAge.Read(table),
            WarmUp = ScenarioKeys.WarmUp.Read(table),
            Interval = ScenarioKeys.Interval.Read(table),
            PositionSigma = ScenarioKeys.PositionSigma.Read(table),
            VelocitySigma = ScenarioKeys.VelocitySigma.Read(table),
            AccelerationSigma = ScenarioKeys.AccelerationSigma.ReadIfGiven(table),
            StationNoiseScale = ScenarioKeys.StationNoiseScale.Read(table),
        };
    }

    private static StationSet FirstOf(StationSet set, int anchors, TomlTable table)
    {
        if (anchors > set.Sites.Count)
        {
            table.Error(ScenarioKeys.Anchors.Name, "CN2210", $"{anchors} anchors are asked for, the set '{set.Name}' has {set.Sites.Count} stations", $"ask for {set.Sites.Count} at most");
        }

        return set with { Sites = [.. set.Sites.Take(anchors)] };
    }

    private static BroadcastSettings Broadcast(TomlTable table) => new()
    {
        Source = ScenarioKeys.BroadcastSource.Read(table),
        Message = ScenarioKeys.Message.Read(table),
        Upload = ScenarioKeys.Upload.Read(table),
        UploadInterval = ScenarioKeys.UploadInterval.Read(table),
        UploadDelay = ScenarioKeys.UploadDelay.Read(table),
        SignalBiasSigma = ScenarioKeys.SignalBias.Read(table),
    };

    private static UserSettings Users(TomlTable table)
    {
        UserSettings settings = new()
        {
            GridStepDeg = ScenarioKeys.GridStep.Read(table),
            Mask = double.DegreesToRadians(ScenarioKeys.Mask.Read(table)),
            NoiseScale = ScenarioKeys.UserNoiseScale.Read(table),
            Ionosphere = ScenarioKeys.Ionosphere.Read(table),
            Thresholds = new AccuracyThresholds
            {
                Horizontal = ScenarioKeys.HorizontalLimit.Read(table),
                Vertical = ScenarioKeys.VerticalLimit.Read(table),
                Pdop = ScenarioKeys.PdopLimit.Read(table),
            },
        };
        IReadOnlyList<TomlTable> sites = ScenarioKeys.Site.Of(table);
        return sites.Count == 0 ? settings : settings with { Sites = [.. sites.Select(Site)] };
    }

    private static SiteDefinition Site(TomlTable table) => new(
        ScenarioKeys.SiteName.Read(table),
        GeodeticPoint.FromDegrees(ScenarioKeys.SiteLatitude.Read(table), ScenarioKeys.SiteLongitude.Read(table), ScenarioKeys.SiteHeight.Read(table)));

    private static EnduranceSettings Failures(TomlTable table, ConstellationDefinition constellation)
    {
        EnduranceSettings usual = new();
        long? perPlane = ScenarioKeys.SparesPerPlane.ReadIfGiven(table);
        bool named = table.Has(ScenarioKeys.StandBy.Name);
        if (perPlane is not null && named)
        {
            table.Error(ScenarioKeys.StandBy.Name, "CN6053", "spares are both counted and named", "give 'spares_per_plane' or 'stand_by'");
        }

        IReadOnlyList<SatelliteDefinition> standBy = ScenarioKeys.StandBy.Read(table, constellation.Satellites);
        return new()
        {
            Failures = usual.Failures with
            {
                Length = ScenarioKeys.FailureLength.Read(table),
                Replicates = (int)ScenarioKeys.FailureReplicates.Read(table),
                Life = ScenarioKeys.SatelliteLife.Read(table),
                ClockUnits = (int)ScenarioKeys.ClockUnits.Read(table),
                Clock = new(ScenarioKeys.ClockLife.Read(table), usual.Failures.Clock.ToRepair),
                Outages = new(ScenarioKeys.OutageEvery.Read(table), ScenarioKeys.OutageLength.Read(table)),
                Launch = ScenarioKeys.Launch.Read(table),
                SparesPerPlane = (int?)perPlane,
            },
            StandBy = named ? [.. standBy.Select(s => s.Id)] : null,
        };
    }

    private static AutonomySettings Autonomy(TomlTable table) => new()
    {
        Days = (int)ScenarioKeys.AutonomyDays.Read(table),
        Anchors = (int)ScenarioKeys.AutonomyAnchors.Read(table),
        AnchorEvery = (int)ScenarioKeys.AnchorEvery.Read(table),
        HoldOrientation = ScenarioKeys.HoldOrientation.Read(table),
    };

    /// <summary>Satellites with the clocks that the scenario gives them.</summary>
    private static ConstellationDefinition Refit(ConstellationDefinition flown, IReadOnlyList<ClockReplacement> replacements, Dictionary<string, ClockModel> models)
    {
        Dictionary<SatelliteId, string> clocks = [];
        foreach (ClockReplacement replacement in replacements)
        {
            foreach (SatelliteId id in replacement.Satellites)
            {
                clocks[id] = models[replacement.Clock].Name;
            }
        }

        return clocks.Count == 0 ? flown : flown with { Satellites = [.. flown.Satellites.Select(s => clocks.TryGetValue(s.Id, out string? clock) ? s with { Clock = clock } : s)] };
    }

    /// <summary>Every clock that a satellite flies, by its name.</summary>
    private SortedDictionary<string, ClockModel> Models(ConstellationDefinition constellation, IReadOnlyCollection<ClockModel> replacing, IReadOnlyList<ClockRedundancy> spares)
    {
        SortedDictionary<string, ClockModel> models = new(StringComparer.Ordinal);
        foreach (string clock in constellation.Satellites.Select(s => s.Clock).Concat(spares.Select(r => r.SpareModel).OfType<string>()).Distinct())
        {
            if (replacing.FirstOrDefault(m => m.Name == clock) is { } own)
            {
                models[clock] = own;
            }
            else if (Try(() => _library.Clock(clock, _root.Where)) is { } model)
            {
                models[clock] = model;
            }
        }

        return models;
    }

    private static string TomlPath(TomlTable table, string key, string nameOrFile) =>
        nameOrFile.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) ? ScenarioPaths.Resolve(table, key, nameOrFile) : nameOrFile;

    private static T? Refuse<T>(TomlTable table, string key, string code, string problem, string remedy)
        where T : class
    {
        table.Error(key, code, problem, remedy);
        return null;
    }

    private T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InputException e)
        {
            _document.Report(e.Diagnostics);
            return null;
        }
    }
}
