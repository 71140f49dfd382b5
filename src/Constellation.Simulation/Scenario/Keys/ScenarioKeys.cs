using Constellation.Clocks;
using Constellation.Links;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Every key of a scenario file: the one description that reader, schema, manual and effective text are made from.</summary>
/// <remarks>Defaults come from the settings themselves, so that a definition made in code and one read from a file agree.</remarks>
internal static class ScenarioKeys
{
    private const int LongestPath = 4096;

    private static readonly List<ScenarioTable> s_tables = [];
    private static readonly OrbitSettings s_orbits = new();
    private static readonly ClockSettings s_clocks = new();
    private static readonly TakeOverSettings s_takeOver = new();
    private static readonly ClockMonitor s_monitor = new();
    private static readonly ThermalProfile s_thermal = new();
    private static readonly SteeringSettings s_steering = new();
    private static readonly LinkSettings s_links = new();
    private static readonly NetworkSettings s_network = new();
    private static readonly ControlSettings s_control = new() { Segment = ControlSegment.Named("ground-global"), StationSets = new Dictionary<string, StationSet>() };
    private static readonly BroadcastSettings s_broadcast = new();
    private static readonly UserSettings s_users = new();
    private static readonly FailureSettings s_failures = new EnduranceSettings().Failures;
    private static readonly AutonomySettings s_autonomy = new();

    /// <summary>In the order of the manual and of a scenario's text; the first is the root.</summary>
    public static IReadOnlyList<ScenarioTable> Tables => s_tables;

    public static readonly ScenarioTable Root = Table("", "The scenario as a whole.");
    public static readonly TextKey Title = Root.Add(new TextKey("title", "One line that says what is simulated") { Required = true });
    public static readonly IntegerKey Seed = Root.Add(new IntegerKey("seed", "Every random number of a run follows from it", 0, long.MaxValue) { Default = 1 });

    public static readonly ScenarioTable Time = Table("time", "The epochs at which results are formed.");
    public static readonly EpochKey Start = Time.Add(new EpochKey("start", "First epoch") { DefaultNote = "the first epoch that all files cover; required where nothing is read from files" });
    public static readonly DurationKey Length = Time.Add(new DurationKey("duration", "From the first epoch to the last", Duration.FromSeconds(1), Duration.FromDays(400)) { Default = Duration.FromHours(24) });
    public static readonly DurationKey Step = Time.Add(new DurationKey("step", "Time between epochs", Duration.FromSeconds(1), Duration.FromDays(7)) { Default = Duration.FromMinutes(5) });

    public static readonly ScenarioTable Constellation = Table(new ScenarioTable("constellation", "The satellites.") { Required = true, OneOf = ["name", "file"] });
    public static readonly TextKey ConstellationName = Constellation.Add(new TextKey("name", "A constellation of the library ('list constellations')") { Kind = "name", DefaultNote = "one of `name` and `file` is required" });
    public static readonly TextKey ConstellationFile = Constellation.Add(new TextKey("file", "A constellation of one's own, a TOML file") { Kind = "path", Longest = LongestPath, DefaultNote = "one of `name` and `file` is required" });
    public static readonly SatellitesKey Satellites = Constellation.Add(new SatellitesKey("satellites", "Those that take part: ids `C19`, ranges `C32-C37`, systems `E`, groups `C@phm` (part of the clock's name), `G@plane-B`, `C@igso` (class of orbit)") { DefaultNote = "all active ones" });
    public static readonly FlagKey Spares = Constellation.Add(new FlagKey("spares", "Whether spares may take part") { Default = false });

    public static readonly ScenarioTable Orbits = Table("orbits", "The true orbits, and what the operator does not know of their forces.");
    public static readonly SourceKey OrbitSource = Orbits.Add(new SourceKey("source", "Integrated from the constellation's elements, or read", DataSourceKind.Sp3, DataSourceKind.Nav));
    public static readonly ForcesKey TruthForces = Orbits.Add(new ForcesKey("truth_forces", "What moves the satellites: forces and sets of them ('list forces'); a minus sign before a name takes it away: `[\"full\", \"-ocean-tides\"]`") { Default = s_orbits.TruthForces });
    public static readonly ForcesKey OperatorForces = Orbits.Add(new ForcesKey("operator_forces", "What the operator predicts with, likewise") { Default = s_orbits.OperatorForces });
    public static readonly IntegerKey GravityDegree = Orbits.Add(new IntegerKey("gravity_degree", "Degree and order of the gravity field where a list of forces has `gravity` without one", 2, Formats.GravityFieldReader.UsualDegree) { Default = s_orbits.GravityDegree });
    public static readonly TextKey GravityFile = Orbits.Add(new TextKey("gravity_file", "Another gravity field: an ICGEM file (.gfc), or a table of degree, order, C and S, plain or gzip") { Kind = "path", Longest = LongestPath, DefaultNote = "EGM2008 to degree 20" });
    public static readonly NumberKey UnmodelledAcceleration = Orbits.Add(new NumberKey("unmodelled_acceleration_mps2", "Acceleration in each of R, A, C that the truth feels and the operator does not model, one sigma", 0, 1e-3) { Default = s_orbits.UnmodelledAcceleration });
    public static readonly DurationKey UnmodelledTime = Orbits.Add(new DurationKey("unmodelled_time", "Distance of the nodes of that random acceleration", Duration.FromMinutes(1), Duration.FromDays(10)) { Default = s_orbits.UnmodelledTime });

    public static readonly ScenarioTable Clocks = Table("clocks", "The true clocks. `noise_scale = 0` with `deterministic = false` is a perfect clock.");
    public static readonly SourceKey ClockSource = Clocks.Add(new SourceKey("source", "Drawn from the models, or read", DataSourceKind.Clk, DataSourceKind.Sp3, DataSourceKind.Nav));
    public static readonly NumberKey ClockNoiseScale = Clocks.Add(new NumberKey("noise_scale", "Factor on the deviation of every noise of every satellite clock", 0, 1000) { Default = s_clocks.NoiseScale });
    public static readonly FlagKey Deterministic = Clocks.Add(new FlagKey("deterministic", "Initial offset and frequency, drift and once-per-revolution terms") { Default = s_clocks.Deterministic });
    public static readonly DurationKey Sampling = Clocks.Add(new DurationKey("sampling", "Distance of the nodes at which a drawn history is exact in law", Duration.FromSeconds(1), Duration.FromHours(1)) { Default = s_clocks.Sampling });
    public static readonly FlagKey RandomEvents = Clocks.Add(new FlagKey("random_events", "Whether events happen by chance, with the rates of the clocks' files (their table `[events]`)") { DefaultNote = "`false`" });
    public static readonly DurationKey MeanTimeToFailure = Clocks.Add(new DurationKey("mean_time_to_failure", "Of every clock unit by chance, in place of what the clocks' files say", Duration.FromHours(1), Duration.FromDays(100_000)) { DefaultNote = "with `random_events` that of the clock's file, else no failures by chance" });

    public static readonly ScenarioTable Replacement = Table("clocks.replace", "Other clocks than the constellation says; a satellite may occur once.", most: 100);
    public static readonly SatellitesKey ReplacedSatellites = Replacement.Add(new SatellitesKey("satellites", "Satellites of the constellation, as in `constellation.satellites`; groups by clock mean the clocks before replacement") { Required = true });
    public static readonly TextKey ReplacingClock = Replacement.Add(new TextKey("clock", "A clock of the library ('list clocks'), or the path of a TOML file") { Kind = "name or path", Longest = LongestPath, Required = true });

    public static readonly ScenarioTable Redundancy = Table("clocks.redundancy", "Spare clocks; a satellite may occur once. Hot spares run and are compared all the time and take over first, cold ones have to be switched on. Between the loss of a clock and the take-over, and until a message made from later measurements is on air, the satellite is not offered to users; after its last clock it never is again.", most: 100);
    public static readonly SatellitesKey RedundantSatellites = Redundancy.Add(new SatellitesKey("satellites", "Satellites that take part; groups by clock mean the clocks after replacement") { Required = true });
    public static readonly IntegerKey HotSpares = Redundancy.Add(new IntegerKey("hot_spares", "Spare clocks that run", 0, ClockRedundancy.MostSpares) { Default = 0 });
    public static readonly IntegerKey ColdSpares = Redundancy.Add(new IntegerKey("cold_spares", "Spare clocks that are off", 0, ClockRedundancy.MostSpares) { Default = 0 });
    public static readonly TextKey SpareClock = Redundancy.Add(new TextKey("spare_clock", "Kind of the spares: a clock of the library, or the path of a TOML file") { Kind = "name or path", Longest = LongestPath, DefaultNote = "that of the clock that works first" });
    public static readonly NumberKey TakeOverPhase = Redundancy.Add(new NumberKey("phase_error_s", "Step of the phase at a take-over, one sigma", 0, 1e-3) { Default = s_takeOver.PhaseSigma });
    public static readonly NumberKey HotFrequency = Redundancy.Add(new NumberKey("hot_frequency_error", "Step of the fractional frequency when a hot spare takes over, one sigma", 0, 1e-6) { Default = s_takeOver.HotFrequencySigma });
    public static readonly NumberKey ColdFrequency = Redundancy.Add(new NumberKey("cold_frequency_error", "The same for a cold spare", 0, 1e-6) { Default = s_takeOver.ColdFrequencySigma });
    public static readonly DurationKey HotDelay = Redundancy.Add(new DurationKey("hot_delay", "Time without a clock until a hot spare works", Duration.Zero, Duration.FromDays(30)) { Default = s_takeOver.HotDelay });
    public static readonly DurationKey ColdDelay = Redundancy.Add(new DurationKey("cold_delay", "The same for a cold spare", Duration.Zero, Duration.FromDays(30)) { Default = s_takeOver.ColdDelay });
    public static readonly NumberKey WarmUpFrequency = Redundancy.Add(new NumberKey("warm_up_frequency", "Fractional frequency that a cold spare has beyond its later one while it warms up, one sigma", 0, 1e-6) { Default = s_takeOver.WarmUpSigma });
    public static readonly DurationKey WarmUpTime = Redundancy.Add(new DurationKey("warm_up_time", "Time constant with which it dies away", Duration.FromMinutes(1), Duration.FromDays(100)) { Default = s_takeOver.WarmUpTime });
    public static readonly FlagKey Monitor = Redundancy.Add(new FlagKey("monitor", "Whether a monitoring unit compares the running clocks and takes off the one that jumped; it needs two hot spares to tell which") { DefaultNote = "`false`" });
    public static readonly DurationKey MonitorInterval = Redundancy.Add(new DurationKey("monitor_interval", "Time between its comparisons", Duration.FromSeconds(1), Duration.FromHours(1)) { Default = s_monitor.Interval });
    public static readonly NumberKey MonitorPhase = Redundancy.Add(new NumberKey("monitor_phase_threshold_s", "Second difference over one interval that is a phase jump", 1e-13, 1) { Default = s_monitor.PhaseThreshold });
    public static readonly NumberKey MonitorFrequency = Redundancy.Add(new NumberKey("monitor_frequency_threshold", "Difference of the mean frequencies of neighbouring windows of 30 intervals that is a frequency step", 1e-16, 1e-3) { Default = s_monitor.FrequencyThreshold });

    public static readonly ScenarioTable Thermal = Table("clocks.thermal", "Temperatures of clocks: a once-per-revolution swing with the Sun, the elevation of the Sun over the orbital plane and eclipses, behind a lag; a satellite may occur once.", most: 100);
    public static readonly SatellitesKey ThermalSatellites = Thermal.Add(new SatellitesKey("satellites", "Satellites that take part; groups by clock mean the clocks after replacement") { Required = true });
    public static readonly NumberKey OrbitSwing = Thermal.Add(new NumberKey("orbit_swing_k", "Amplitude of the once-per-revolution balance, K", 0, 100) { Default = s_thermal.OrbitSwing });
    public static readonly NumberKey SunAngleSwing = Thermal.Add(new NumberKey("sun_angle_swing_k", "Balance with the Sun square to the orbital plane against the Sun in it, K", -100, 100) { Default = s_thermal.SunAngleSwing });
    public static readonly NumberKey EclipseDrop = Thermal.Add(new NumberKey("eclipse_drop_k", "Fall of the balance in full shadow, K", -100, 100) { Default = s_thermal.EclipseDrop });
    public static readonly DurationKey ThermalLag = Thermal.Add(new DurationKey("lag", "Time constant with which the clock follows the balance", Duration.FromMinutes(1), Duration.FromDays(10)) { Default = s_thermal.Lag });
    public static readonly NumberKey TemperatureCoefficient = Thermal.Add(new NumberKey("temperature_per_k", "Fractional frequency per kelvin", -1e-6, 1e-6) { DefaultNote = "that of the clock's file" });

    public static readonly ScenarioTable Steering = Table("clocks.steering", "Clocks whose frequency is commanded so that their offset from system time goes to zero; they begin there, without the offset and frequency of a free one. A satellite may occur once. The control segment knows the commands as they are given, messages on air do not.", most: 100);
    public static readonly SatellitesKey SteeredSatellites = Steering.Add(new SatellitesKey("satellites", "Satellites that take part; groups by clock mean the clocks after replacement") { Required = true });
    public static readonly DurationKey SteeringInterval = Steering.Add(new DurationKey("interval", "Time between commands", Duration.FromMinutes(1), Duration.FromDays(30)) { Default = s_steering.Interval });
    public static readonly DurationKey SteeringTime = Steering.Add(new DurationKey("time_constant", "Time constant of the loop, which is critically damped", Duration.FromMinutes(10), Duration.FromDays(1000)) { Default = s_steering.TimeConstant });
    public static readonly NumberKey SteeringSigma = Steering.Add(new NumberKey("measurement_sigma_s", "Standard deviation of a measurement of the offset", 0, 1e-3) { Default = s_steering.MeasurementSigma });
    public static readonly NumberKey SteeringResolution = Steering.Add(new NumberKey("resolution", "Resolution of the frequency commands; 0: none", 0, 1e-6) { Default = s_steering.Resolution });

    public static readonly ScenarioTable Links = Table("links", "The crosslinks.");
    public static readonly TextKey Payload = Links.Add(new TextKey("payload", "Terminal of every satellite: one of the library ('list payloads'), the path of a TOML file, or `none`") { Kind = "name or path", Longest = LongestPath, Default = "none" });
    public static readonly SatellitesKey Without = Links.Add(new SatellitesKey("without", "Satellites that carry no terminal, as in `constellation.satellites`") { DefaultNote = "none" });
    public static readonly NumberKey LinkNoiseScale = Links.Add(new NumberKey("noise_scale", "Factor on the ranging noise of links", 0, 1000) { Default = s_links.NoiseScale });
    public static readonly NumberKey DelayScale = Links.Add(new NumberKey("delay_scale", "Factor on hardware delays and their walk", 0, 1000) { Default = s_links.DelayScale });
    public static readonly TextKey Schedule = Links.Add(new TextKey("schedule", "Who links with whom and when: `generated` to the goals below, or the path of a table `slot,sat_a,sat_b` (one round that repeats), with `epoch_gpst` for rounds at these very epochs (none in the run: refused; a part: warned), as `links --what schedule` writes it") { Kind = "word or path", Longest = LongestPath, Default = "generated" });
    public static readonly NumberKey GeometryGoal = Links.Add(new NumberKey("goal_geometry", "Weight of small PDOP from the partners of a round in a generated schedule; as many links as possible come before all goals", 0, 100) { Default = s_links.Goals.Geometry });
    public static readonly NumberKey PartnersGoal = Links.Add(new NumberKey("goal_partners", "Weight of many different partners in a round", 0, 100) { Default = s_links.Goals.Partners });
    public static readonly NumberKey LatencyGoal = Links.Add(new NumberKey("goal_latency", "Weight of few slots to a satellite that the ground sees", 0, 100) { Default = s_links.Goals.Latency });
    public static readonly NumberKey RobustnessGoal = Links.Add(new NumberKey("goal_robustness", "Weight of the same by a second satellite", 0, 100) { Default = s_links.Goals.Robustness });
    public static readonly IntegerKey PermanentTerminals = Links.Add(new IntegerKey("permanent_terminals", "Terminals of every satellite that stay on neighbours of its plane while the others change from slot to slot; the last one always changes", 0, 31) { Default = s_links.Goals.Permanent });
    public static readonly IntegerKey LostSlotsSeed = Links.Add(new IntegerKey("lost_slots_seed", "Seed of the chance that a slot brings nothing; 0: that of the scenario. Runs with the same one lose the same slots, and the filters of a sweep can share their gains", 0, long.MaxValue) { Default = 0 });

    public static readonly ScenarioTable LinkReplacement = Table("links.replace", "Satellites with another terminal than `links.payload`, which stays that of the anchor stations; a satellite may occur once.", most: 100);
    public static readonly SatellitesKey LinkReplaced = LinkReplacement.Add(new SatellitesKey("satellites", "Satellites that take part") { Required = true });
    public static readonly TextKey ReplacingPayload = LinkReplacement.Add(new TextKey("payload", "A terminal of the library ('list payloads'), or the path of a TOML file, with the slots and terminals of `links.payload`") { Kind = "name or path", Longest = LongestPath, Required = true });

    public static readonly ScenarioTable Network = Table("network", "Messages over the crosslinks: telemetry, uploads, short messages of users.");
    public static readonly NumberKey Processing = Network.Add(new NumberKey("processing_s", "From the reception of a message to its retransmission or delivery", 0, 60) { Default = s_network.Processing });
    public static readonly ChoiceKey<bool> NetworkMode = Network.Add(new ChoiceKey<bool>("mode", "Stored on board until the slot of the next hop, or beams that turn for a message as it comes (fewest hops)", ("scheduled", false), ("on-demand", true)) { Default = "scheduled" });
    public static readonly SatellitesKey GlobalMessages = Network.Add(new SatellitesKey("global_messages", "Satellites that receive short messages and pass them on by crosslink") { DefaultNote = "those of block BDS-3M-CAST (14, as many as carry the payload; which ones is assumed), or all MEO" });
    public static readonly SatellitesKey RegionalMessages = Network.Add(new SatellitesKey("regional_messages", "Satellites that receive them too and stand in view of the ground themselves") { DefaultNote = "all GEO" });
    public static readonly NumberKey MessageMask = Network.Add(new NumberKey("message_mask_deg", "Least elevation of such a satellite at a user", 0, 89) { Default = Degrees.Of(s_network.MessageMask) });

    public static readonly ScenarioTable Control = Table("control", "The control segment: which measurements it has and how it weighs them.");
    public static readonly SegmentKey Segment = Control.Add(new SegmentKey("segment", "Which links and which sets of stations; `ground+isl` is regional monitors, crosslinks and an anchor, a mix has what it names") { DefaultNote = "`isl+anchor` with a payload, `ground-global` without" });
    public static readonly IntegerKey Anchors = Control.Add(new IntegerKey("anchors", "How many stations of the set `anchor` have a crosslink terminal, where the segment has anchors", 0, 100) { Default = s_control.Anchors });
    public static readonly ChoiceKey<OrientationPrediction> Orientation = Control.Add(new ChoiceKey<OrientationPrediction>("orientation", "What the operator knows of the Earth's orientation: the true one, predictions with a drawn error that grows as in IERS Bulletin A, or value and rate of the last upload carried on", ("exact", OrientationPrediction.Exact), ("bulletin-a", OrientationPrediction.BulletinA), ("linear", OrientationPrediction.Linear)) { Default = "exact" });
    public static readonly DurationKey OrientationAge = Control.Add(new DurationKey("orientation_age", "Age of that knowledge at the first epoch: the time since the last upload of orientation", Duration.Zero, Duration.FromDays(180)) { Default = s_control.OrientationAge });
    public static readonly DurationKey WarmUp = Control.Add(new DurationKey("warm_up", "The filter has run this long when the scenario starts", Duration.Zero, Duration.FromDays(30)) { Default = s_control.WarmUp });
    public static readonly DurationKey Interval = Control.Add(new DurationKey("interval", "Time between rounds of measurements that the filter takes in; not shorter than a round of the payload's slots", Duration.FromSeconds(10), Duration.FromDays(1)) { Default = s_control.Interval });
    public static readonly NumberKey PositionSigma = Control.Add(new NumberKey("position_sigma_m", "Error of the operator's first orbits per axis, one sigma", 1e-6, 1e6) { Default = s_control.PositionSigma });
    public static readonly NumberKey VelocitySigma = Control.Add(new NumberKey("velocity_sigma_mps", "The same of their velocities", 1e-9, 1e3) { Default = s_control.VelocitySigma });
    public static readonly NumberKey AccelerationSigma = Control.Add(new NumberKey("acceleration_sigma_mps2", "Unmodelled acceleration that the filter allows for", 0, 1e-3) { DefaultNote = "that of the truth, `1e-8` where orbits come from files" });
    public static readonly NumberKey StationNoiseScale = Control.Add(new NumberKey("station_noise_scale", "Factor on receiver noise and troposphere residual of the ground stations", 0, 1000) { Default = s_control.StationNoiseScale });

    public static readonly ScenarioTable Broadcast = Table("broadcast", "What the satellites broadcast. Messages from files replace control segment and broadcast stage.");
    public static readonly SourceKey BroadcastSource = Broadcast.Add(new SourceKey("source", "Predicted from the control segment's estimates, or read", DataSourceKind.Nav));
    public static readonly ChoiceKey<MessageFidelity> Message = Broadcast.Add(new ChoiceKey<MessageFidelity>("message", "The prediction itself, or fitted and rounded as the system's message is", ("icd", MessageFidelity.Icd), ("exact", MessageFidelity.Exact)) { Default = "icd" });
    public static readonly ChoiceKey<UploadMode> Upload = Broadcast.Add(new ChoiceKey<UploadMode>("upload", "What decides when an upload arrives: the clock alone, or a way from the ground (in view of an anchor, or of a monitor station where there is no anchor, or over the crosslinks)", ("interval", UploadMode.Interval), ("network", UploadMode.Network)) { Default = "interval" });
    public static readonly DurationKey UploadInterval = Broadcast.Add(new DurationKey("upload_interval", "Time between uploads of predictions", Duration.FromMinutes(1), Duration.FromDays(14)) { Default = s_broadcast.UploadInterval });
    public static readonly DurationKey UploadDelay = Broadcast.Add(new DurationKey("upload_delay", "From the last measurement used to the first second on air", Duration.Zero, Duration.FromDays(1)) { Default = s_broadcast.UploadDelay });
    public static readonly NumberKey SignalBias = Broadcast.Add(new NumberKey("signal_bias_sigma_m", "What group delays and the operator's clock miss of the delay of the navigation signals: a constant of each satellite, m, one sigma", 0, 100) { Default = s_broadcast.SignalBiasSigma });

    public static readonly ScenarioTable Users = Table("users", "Users on a world grid and at named sites.");
    public static readonly NumberKey GridStep = Users.Add(new NumberKey("grid_step_deg", "Cell of the grid; divides 180", 0.25, 90) { Default = s_users.GridStepDeg });
    public static readonly NumberKey Mask = Users.Add(new NumberKey("mask_deg", "Least elevation of a satellite that is used", 0, 89) { Default = Degrees.Of(s_users.Mask) });
    public static readonly NumberKey UserNoiseScale = Users.Add(new NumberKey("noise_scale", "Factor on thermal noise, multipath, troposphere and ionosphere residual; 0 is a perfect receiver in empty space", 0, 1000) { Default = s_users.NoiseScale });
    public static readonly ChoiceKey<IonosphereTreatment> Ionosphere = Users.Add(new ChoiceKey<IonosphereTreatment>("ionosphere", "Two codes combined, one code with the broadcast model, or no ionosphere at all", ("free", IonosphereTreatment.IonosphereFree), ("klobuchar", IonosphereTreatment.Klobuchar), ("none", IonosphereTreatment.Absent)) { Default = "free" });
    public static readonly NumberKey HorizontalLimit = Users.Add(new NumberKey("horizontal_limit_m", "Greatest horizontal error of a fix that counts as available", 1e-3, 1e6) { Default = s_users.Thresholds.Horizontal });
    public static readonly NumberKey VerticalLimit = Users.Add(new NumberKey("vertical_limit_m", "Greatest vertical error of such a fix", 1e-3, 1e6) { Default = s_users.Thresholds.Vertical });
    public static readonly NumberKey PdopLimit = Users.Add(new NumberKey("pdop_limit", "Greatest PDOP of such a fix", 1, 1000) { Default = s_users.Thresholds.Pdop });

    public static readonly ScenarioTable Site = Table("users.site", "Named places; the first replaces the ten default cities.", most: 1000);
    public static readonly TextKey SiteName = Site.Add(new TextKey("name", "Its name in the results: letters, digits, `-`, `_`, `.` and blanks") { Kind = "name", Required = true });
    public static readonly NumberKey SiteLatitude = Site.Add(new NumberKey("latitude_deg", "Geodetic latitude, north positive", -90, 90) { Required = true });
    public static readonly NumberKey SiteLongitude = Site.Add(new NumberKey("longitude_deg", "Longitude, east positive", -180, 180) { Required = true });
    public static readonly NumberKey SiteHeight = Site.Add(new NumberKey("height_m", "Height above the ellipsoid", -1000, 100_000) { Default = 0 });

    public static readonly ScenarioTable Faults = Table("faults", "Errors put in on purpose, unknown to the operator.");
    public static readonly EpochKey AnchorLostAt = Faults.Add(new EpochKey("anchor_lost_at", "From here on the anchor stations measure nothing") { DefaultNote = "never" });

    public static readonly ScenarioTable ClockFault = Table("faults.clock", "What happens to satellite clocks.", most: 1000);
    public static readonly SatelliteKey ClockFaultSatellite = ClockFault.Add(new SatelliteKey("satellite", "Whose clock") { Required = true });
    public static readonly EpochKey ClockFaultAt = ClockFault.Add(new EpochKey("at", "When; a step is in force at this epoch, and a clock that fails does not work any more at it") { Required = true });
    public static readonly NumberKey PhaseStep = ClockFault.Add(new NumberKey("phase_step_s", "Added to the clock's offset from then on", -1, 1) { Default = 0 });
    public static readonly NumberKey FrequencyStep = ClockFault.Add(new NumberKey("frequency_step", "Added to its fractional frequency from then on", -1e-6, 1e-6) { Default = 0 });
    public static readonly NumberKey DriftStep = ClockFault.Add(new NumberKey("drift_step_per_s", "Added to its frequency drift from then on, 1/s", -1e-9, 1e-9) { Default = 0 });
    public static readonly NumberKey TransientFrequency = ClockFault.Add(new NumberKey("transient_frequency", "Fractional frequency that dies away, as after a lamp event", -1e-6, 1e-6) { Default = 0 });
    public static readonly NumberKey TransientTime = ClockFault.Add(new NumberKey("transient_time_s", "Time constant with which it dies away", 1, 1e9) { Default = 21_600 });
    public static readonly NumberKey NoiseFactor = ClockFault.Add(new NumberKey("noise_factor", "Factor on the deviation of its noises from then on; drawn clocks only", 0, 1e6) { Default = 1 });
    public static readonly FlagKey Failure = ClockFault.Add(new FlagKey("failure", "Whether the clock ends here") { DefaultNote = "`false`" });
    public static readonly IntegerKey ClockFaultUnit = ClockFault.Add(new IntegerKey("unit", "Which of the satellite's clocks: 0 is the one that works first, then hot spares, then cold ones", 0, ClockRedundancy.MostSpares) { Default = 0 });

    public static readonly ScenarioTable EphemerisFault = Table("faults.ephemeris", "Displacement of every broadcast orbit of a satellite.", most: 1000);
    public static readonly SatelliteKey EphemerisFaultSatellite = EphemerisFault.Add(new SatelliteKey("satellite", "Whose message") { Required = true });
    public static readonly NumberKey RadialFault = EphemerisFault.Add(new NumberKey("radial_m", "Away from the Earth", -1e7, 1e7) { Default = 0 });
    public static readonly NumberKey AlongFault = EphemerisFault.Add(new NumberKey("along_m", "Along the velocity", -1e7, 1e7) { Default = 0 });
    public static readonly NumberKey CrossFault = EphemerisFault.Add(new NumberKey("cross_m", "Along the angular momentum", -1e7, 1e7) { Default = 0 });

    public static readonly ScenarioTable LinkFault = Table("faults.link", "What is wrong with crosslink terminals: delays that jump, outages, outliers. Faults of one satellite add up.", most: 1000);
    public static readonly SatelliteKey LinkFaultSatellite = LinkFault.Add(new SatelliteKey("satellite", "Whose terminal") { Required = true });
    public static readonly EpochKey LinkFaultFrom = LinkFault.Add(new EpochKey("from", "First epoch at which it is in force") { DefaultNote = "the beginning" });
    public static readonly EpochKey LinkFaultUntil = LinkFault.Add(new EpochKey("until", "First epoch at which it no longer is") { DefaultNote = "the end" });
    public static readonly NumberKey ReceiveDelay = LinkFault.Add(new NumberKey("receive_delay_m", "Added to the receive delay", -1e6, 1e6) { Default = 0 });
    public static readonly NumberKey TransmitDelay = LinkFault.Add(new NumberKey("transmit_delay_m", "Added to the transmit delay", -1e6, 1e6) { Default = 0 });
    public static readonly NumberKey LinkLoss = LinkFault.Add(new NumberKey("loss_probability", "Share of the satellite's slots that bring nothing; 1 is an outage", 0, 1) { Default = 0 });
    public static readonly NumberKey LinkOutliers = LinkFault.Add(new NumberKey("outlier_probability", "Share of the ranges it receives that are outliers", 0, 1) { Default = 0 });
    public static readonly NumberKey LinkOutlierSize = LinkFault.Add(new NumberKey("outlier_m", "What an outlier adds, one sigma", 0, 1e6) { Default = 0 });

    public static readonly ScenarioTable Failures = Table("failures", "What fails over years besides the scenario's own span, and what replaces it: the figures `lost_*` and `years_*` of the summary, for the satellites that take part, with the grid, mask and PDOP limit of the users. Rates and their sources: docs/theory/availability.md.");
    public static readonly DurationKey FailureLength = Failures.Add(new DurationKey("length", "How long; with `0 s` nothing is followed", Duration.Zero, Duration.FromDays(36_525)) { Default = s_failures.Length });
    public static readonly IntegerKey FailureReplicates = Failures.Add(new IntegerKey("replicates", "How often these years are lived through with one seed; every second course has the mirrored draws of the one before", 1, 10_000) { Default = s_failures.Replicates });
    public static readonly DurationKey SatelliteLife = Failures.Add(new DurationKey("satellite_life", "Mean life of a satellite apart from its clocks", Duration.FromDays(1), Duration.FromDays(365_250)) { Default = s_failures.Life });
    public static readonly IntegerKey ClockUnits = Failures.Add(new IntegerKey("clock_units", "Clocks of a satellite, used up one after the other; with the last the satellite is lost", 1, 32) { Default = s_failures.ClockUnits });
    public static readonly DurationKey ClockLife = Failures.Add(new DurationKey("clock_life", "Mean life of the clock that runs", Duration.FromDays(1), Duration.FromDays(365_250)) { Default = s_failures.Clock.BetweenFailures });
    public static readonly DurationKey OutageEvery = Failures.Add(new DurationKey("outage_every", "Mean time between outages that a satellite survives", Duration.FromHours(1), Duration.FromDays(365_250)) { Default = s_failures.Outages.BetweenFailures });
    public static readonly DurationKey OutageLength = Failures.Add(new DurationKey("outage_length", "Mean length of such an outage", Duration.FromMinutes(1), Duration.FromDays(3650)) { Default = s_failures.Outages.ToRepair });
    public static readonly DurationKey Launch = Failures.Add(new DurationKey("launch", "From a loss until a launched satellite serves or stands by", Duration.FromDays(1), Duration.FromDays(36_525)) { Default = s_failures.Launch });
    public static readonly IntegerKey SparesPerPlane = Failures.Add(new IntegerKey("spares_per_plane", "Spares that stand by in every plane, spread evenly, in place of the constellation's", 0, 100) { DefaultNote = "those that stand by" });
    public static readonly SatellitesKey StandBy = Failures.Add(new SatellitesKey("stand_by", "Spares that stand by where they are") { DefaultNote = "spares of the constellation that do not take part" });

    public static readonly ScenarioTable Autonomy = Table("autonomy", "Navigation without the ground after the start of the scenario: `links --what autonomy`.");
    public static readonly IntegerKey AutonomyDays = Autonomy.Add(new IntegerKey("days", "How long, from the scenario's start on", 0, AutonomySettings.MostDays) { Default = s_autonomy.Days });
    public static readonly IntegerKey AutonomyAnchors = Autonomy.Add(new IntegerKey("anchors", "Anchor stations that go on, the first ones", 0, 100) { Default = s_autonomy.Anchors });
    public static readonly IntegerKey AnchorEvery = Autonomy.Add(new IntegerKey("anchor_every", "They measure in every such round", 1, 100_000) { Default = s_autonomy.AnchorEvery });
    public static readonly FlagKey HoldOrientation = Autonomy.Add(new FlagKey("hold_orientation", "Whether the mean orientation of the orbital planes is held, once a day, to predictions stored on board when the ground was lost") { Default = s_autonomy.HoldOrientation });

    private static ScenarioTable Table(string path, string description, int most = 0) => Table(new ScenarioTable(path, description, most));

    private static ScenarioTable Table(ScenarioTable table)
    {
        s_tables.Add(table);
        return table;
    }
}
