using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>One run of a group on the same orbits: its own clocks, filter, messages and users.</summary>
internal sealed class MemberRun
{
    private readonly ScenarioDefinition _scenario;
    private readonly RunNeeds _needs;
    private readonly UploadPlan? _uploads;
    private readonly MessageMaker _maker;
    private readonly MessageOrbits _messageOrbits;
    private readonly NetGuard _guard;
    private readonly List<BroadcastMessage> _messages = [];
    private readonly List<(Epoch Epoch, OdtsError[] Errors)> _odts = [];
    private readonly List<DualOneWay> _links = [];
    private readonly List<StationRange> _ranges = [];
    private readonly CancellationToken _cancel;

    /// <param name="scenario">Clocks, orbits and messages are simulated.</param>
    /// <param name="needs">What is asked for.</param>
    /// <param name="shared">What members of the group that were opened before have made.</param>
    /// <param name="cancel">Ends the work between steps.</param>
    public MemberRun(ScenarioDefinition scenario, RunNeeds needs, GroupShare shared, CancellationToken cancel)
    {
        (_scenario, _needs, _cancel) = (scenario, needs, cancel);
        List<string> notes = [];
        TruthFiles files = TruthFiles.Open(scenario);
        MemberRun? sameOrbits = shared.OfSeed(scenario.Seed);
        Plan = RunPlan.For(scenario, files, notes);
        Truth = Truth.Realise(scenario, Plan, files, [], EarthOrientation.BuiltIn, 1, notes, sameOrbits?.Truth, shared.Planned, cancel);
        Control = Control.Prepare(scenario, Truth, Plan, 1, sameOrbits?.Control, shared.Schedule);
        _uploads = needs.Messages ? shared.UploadsOf(scenario, () => SimulatedControlRun.Uploads(scenario, Truth, Control, Plan)) : null;
        _maker = new MessageMaker(scenario, Truth.Satellites, Truth.OperatorEarth, Plan.Grid, hasSystemTime: Control.System.Stations.Count > 0, _messageOrbits = shared.Messages);
        _guard = Control.Guard(Plan);
        shared.Add(scenario, this);
    }

    public RunPlan Plan { get; }

    public Truth Truth { get; }

    public Control Control { get; }

    public ScenarioDefinition Scenario => _scenario;

    public ulong Seed => _scenario.Seed;

    /// <summary>Why this run cannot go on; null as long as it does.</summary>
    public InputException? Error { get; private set; }

    /// <summary>Whether every satellite has a clock all the time: then everyone measures in every round whatever its clock.</summary>
    public bool IsNeverSilent => Truth.Clocks.All(c => c.Outages.Count == 0);

    /// <summary>Whether the operator is told of nothing that changes the weights of clocks.</summary>
    public bool IsUneventful => Truth.Clocks.All(c => c.Notices.Count == 0);

    /// <summary>What its clocks make of a round that another one of its seed measured; until the next round.</summary>
    public LinkFrame MeasureLike(FrameParts parts) => parts.With(Control.LinkTruth.SatelliteClocks, Control.LinkTruth.StationClocks, _links, _ranges);

    /// <summary>Before a round is taken in by the first of a group: what messages of the last one were made from is forgotten.</summary>
    public void BeginRound() => _messageOrbits.Begin();

    /// <summary>Takes in one round and what the filter made of it.</summary>
    public void Take(int frame, LinkFrame measured, OrbitClockSolution solved)
    {
        if (Error is not null)
        {
            return;
        }

        try
        {
            _guard.Watch(measured);
        }
        catch (InputException e)
        {
            Error = e;
            return;
        }

        foreach (UploadPlan.Upload upload in _uploads?.From(frame) ?? [])
        {
            _messages.AddRange(_maker.Make(solved.Satellites[upload.Satellite], upload));
        }

        if (_needs.Odts && measured.Epoch >= Plan.Grid.Start)
        {
            _odts.Add((measured.Epoch, [.. Control.Compare(Control.System, Truth, solved).Select(OdtsError.Of)]));
        }
    }

    /// <summary>The figures that <c>run</c> gives, those asked for.</summary>
    public List<SummaryRow> Summary()
    {
        List<SummaryRow> rows = [];
        SatelliteEpochState[][] satellites = [];
        if (_needs.Messages)
        {
            satellites = SatelliteEpochs.Of(Truth, Plan.Grid, _messages, [.. Truth.Satellites.Select(s => Truth.SignalBias(_scenario, s.Id))], 1, _cancel);
            if (Control.System.Stations.Count == 0)
            {
                ClockDatum.RemoveMedian(satellites, Truth.Satellites);
            }
        }

        if (_needs.Sisre || _needs.Odts)
        {
            RunSummary.Signals(
                rows, [.. Truth.Satellites.Select(s => (s.Id.ToString(), s.OrbitClass.ToString().ToLowerInvariant()))],
                _needs.Sisre ? SisreRows.From(satellites, Plan.Grid, Truth.Satellites) : [],
                [.. _odts.SelectMany(round => round.Errors.Select(e => e.Row(round.Epoch)))]);
        }

        if (_needs.Users)
        {
            // Draws of sites are addressed by site: without the grid they stay the same.
            UserRun users = new(_needs.Grid ? _scenario : _scenario with { Users = _scenario.Users with { GridStepDeg = 90 } }, Plan.Grid);
            UserFix[][] fixes = users.Solve(satellites, 1, static _ => { }, _cancel);
            RunSummary.Users(rows, users.Users, users.SiteCount, fixes, _scenario.Users.Thresholds);
            if (_needs.Cells)
            {
                RunSummary.Cells(rows, users.Users, fixes, _scenario.Users.Thresholds);
            }
        }

        return rows;
    }
}
