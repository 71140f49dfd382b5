using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of the <c>accuracy</c> verb.</summary>
internal sealed class AccuracyTable
{
    public const string Header = "epoch_gpst,lat_deg,lon_deg,height_m,n_sat,pdop,sigma_east_m,sigma_north_m,sigma_up_m,hpe95_m,vpe95_m,spe95_m";

    public const string SampledColumns = ",east_m,north_m,up_m";

    public const string SummaryHeader = "scope,method,places,positions,hpe95_m,vpe95_m,hpe_rms_m,vpe_rms_m,availability,worst,worst_hpe95_m";

    /// <summary>Rows of places and epochs: 1.5 GB.</summary>
    private const long MostRows = 25_000_000;

    private readonly AccuracyRequest _request;
    private readonly PointScene _scene;
    private readonly AccuracyField _field;
    private readonly List<(int User, int Epoch)> _pairs = [];
    private readonly SatelliteEpochState[][]? _states;
    private UserFix[] _fixes = [];

    private AccuracyTable(AccuracyRequest request)
    {
        _request = request;
        _scene = new(request.Users, request.Source.Snapshots, request.Source.Satellites, request.Horizon);
        _field = new(_scene, new(UserModel.DualFrequency), request.SpaceSigma);
        _states = request.Sampled ? SampledErrors.States(request.Source, request.SpaceSigma, request.Seed) : null;
    }

    private IReadOnlyList<Epoch> Epochs => _request.Source.Epochs;

    public static AccuracyTable Compute(AccuracyRequest request, CancellationToken cancel)
    {
        AccuracyTable table = new(request);
        table.Pair();
        if (request.Sampled)
        {
            table._fixes = table.Solve(cancel);
        }

        return table;
    }

    public void Write(TableWriter writer)
    {
        UserSky? sky = null;
        int last = -1;
        for (int i = 0; i < _pairs.Count; i++)
        {
            (int u, int k) = _pairs[i];
            UserDefinition user = _request.Users[u];
            sky = u == last ? sky! : new UserSky(user, _request.Horizon.At(user.Place));
            last = u;
            PositionSpread spread = _field.At(sky, _request.Source.Snapshots[k]);
            Dop dop = DopQuantity.Of(sky, _request.Source.Snapshots[k], out int seen);
            writer.Epoch(Epochs[k]).Real(Math.Round(user.Place.LatitudeDeg, 10)).Real(Math.Round(user.Place.LongitudeDeg, 10)).Real(user.Place.Height).Integer(seen).Real(dop.Pdop)
                .Real(spread.East).Real(spread.North).Real(spread.Up).Real(spread.Horizontal95).Real(spread.Vertical95).Real(spread.Spatial95);
            if (_request.Sampled)
            {
                UserFix fix = _fixes[i];
                writer.Real(fix.East).Real(fix.North).Real(fix.Up);
            }

            writer.EndRow();
        }
    }

    public void WriteSummary(TableWriter writer)
    {
        foreach (AccuracySummaryRow row in Summary())
        {
            writer.Text(row.Scope).Text(row.Method).Integer(row.Places).Integer(row.Positions).Real(row.Horizontal95).Real(row.Vertical95).Real(row.HorizontalRms).Real(row.VerticalRms)
                .Real(row.Availability).Text(row.Worst).Real(row.WorstHorizontal95).EndRow();
        }
    }

    public void Report(TextWriter people)
    {
        foreach (AccuracySummaryRow row in Summary().Where(r => r.Scope is "global" or "site" or "route"))
        {
            people.WriteLine(row.Positions == 0 ? $"accuracy: {row.Scope}, {row.Method}: no position at any epoch" : $"accuracy: {row.Scope}, {row.Method}: 95 % of {row.Positions} positions within {row.Horizontal95:0.00} m horizontally and {row.Vertical95:0.00} m vertically, availability {100 * row.Availability:0.00} %");
        }
    }

    /// <summary>Errors of the positions of the first place, or of the route.</summary>
    public PositionErrorSeries Errors()
    {
        int[] own = [.. Enumerable.Range(0, _pairs.Count).Where(i => _request.OwnEpochs is not null || _pairs[i].User == 0)];
        return new()
        {
            Name = Name,
            Epochs = [.. own.Select(i => Epochs[_pairs[i].Epoch])],
            East = [.. own.Select(i => _fixes[i].East)],
            North = [.. own.Select(i => _fixes[i].North)],
            Up = [.. own.Select(i => _fixes[i].Up)],
        };
    }

    /// <summary>What each source of error does to the positions of the first place, by the covariance.</summary>
    public ErrorWaterfallPlot Waterfall() => new(Name, AccuracyParts.Of(_field, _request.Users[0], _request.Source.Errors, out ErrorContribution whole), whole);

    private string Name
    {
        get
        {
            GeodeticPoint place = _request.Users[0].Place;
            string where = $"{Math.Abs(place.LatitudeDeg):0.##}° {(place.LatitudeDeg < 0 ? "S" : "N")}, {Math.Abs(place.LongitudeDeg):0.##}° {(place.LongitudeDeg < 0 ? "W" : "E")}";
            return _request.OwnEpochs is null ? where : $"route from {where}";
        }
    }

    private void Pair()
    {
        if (_request.OwnEpochs is { } own)
        {
            Dictionary<Epoch, int> known = Epochs.Select((e, k) => (e, k)).ToDictionary(p => p.e, p => p.k);
            for (int u = 0; u < own.Count; u++)
            {
                _pairs.Add((u, known.TryGetValue(own[u], out int k) ? k : throw new InputException(Diagnostic.Error(
                    "CN4377", new SourceSpan("--route"), $"{own[u].ToString(TimeScale.Gpst)} of place {u + 1} is not one of the epochs", "choose --start and --step so that every epoch of the route is among them"))));
            }

            return;
        }

        if ((long)_request.Users.Count * Epochs.Count > MostRows)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), $"{_request.Users.Count} places at {Epochs.Count} epochs are too many", "choose a coarser grid or a longer step"));
        }

        _pairs.AddRange(Enumerable.Range(0, _request.Users.Count).SelectMany(u => Enumerable.Range(0, Epochs.Count).Select(k => (u, k))));
    }

    private UserFix[] Solve(CancellationToken cancel)
    {
        UserFix[] fixes = new UserFix[_pairs.Count];
        UserDefinition[] users = [.. _request.Users.Select(u => u with { ElevationMask = _request.Horizon.At(u.Place).Least })];
        Duration step = Epochs.Count > 1 ? Epochs[1] - Epochs[0] : Duration.FromSeconds(30);
        EpochGrid grid = new(Epochs[0], step, Epochs.Count);
        if (_request.OwnEpochs is not null)
        {
            Parallel.For(0, fixes.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, _request.Threads), CancellationToken = cancel }, i =>
            {
                PositioningEngine engine = new([users[_pairs[i].User]], UserModel.DualFrequency, grid, _request.Seed);
                engine.SolveEpoch(_pairs[i].Epoch, Seen(_pairs[i].User, _states![_pairs[i].Epoch]), fixes.AsSpan(i, 1));
            });
            return fixes;
        }

        bool flat = _scene.FlatMask is not null;
        if (flat)
        {
            UserFix[][] solved = new PositioningEngine(users, UserModel.DualFrequency, grid, _request.Seed).SolveAll(_states!, _request.Threads, null, cancel);
            for (int i = 0; i < fixes.Length; i++)
            {
                fixes[i] = solved[_pairs[i].Epoch][_pairs[i].User];
            }

            return fixes;
        }

        // Obstacles by direction: each user has satellites of its own.
        Parallel.For(0, users.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, _request.Threads), CancellationToken = cancel }, u =>
        {
            PositioningEngine engine = new([users[u]], UserModel.DualFrequency, grid, _request.Seed);
            for (int k = 0; k < Epochs.Count; k++)
            {
                engine.SolveEpoch(k, Seen(u, _states![k]), fixes.AsSpan((u * Epochs.Count) + k, 1));
            }
        });
        return fixes;
    }

    private SatelliteEpochState[] Seen(int user, SatelliteEpochState[] states)
    {
        UserDefinition who = _request.Users[user];
        UserSky sky = new(who, _request.Horizon.At(who.Place));
        HashSet<int> seen = [.. sky.Look(SatelliteSnapshot.From([.. states.Select(s => s.TruthPosition)])).Select(s => s.Satellite)];
        return [.. states.Where((_, i) => seen.Contains(i))];
    }

    private IEnumerable<AccuracySummaryRow> Summary() => AccuracySummaries.Of(_request, _field, _pairs, _fixes);
}
