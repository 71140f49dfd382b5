using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what routes</c>: at every epoch telemetry of every satellite to the ground, an upload to every satellite, a short message from every site.</summary>
internal sealed class RoutesTable : ILinkTable, IPlottable
{
    public static LinkTableKind Kind { get; } = new(
        "routes",
        "messages over the schedule: telemetry of every satellite, uploads, short messages of users.site to the control centre, with delay, crosslinks and satellites passed",
        "epoch_gpst,origin,destination,epoch_arrival_gpst,delay_s,hops,path",
        Open)
    {
        Integer = ["hops"],
        Text = ["origin", "destination", "path"],
    };

    private const double GoldenRatio = 0.6180339887498949;

    private readonly LinkRounds _rounds;
    private readonly EpochGrid _grid;
    private readonly RouteStatistics _statistics = new();
    private readonly int[] _global, _regional;
    private readonly int _threads;
    private LinkTimetable? _table;

    private RoutesTable(LinkRounds rounds, EpochGrid grid, int threads)
    {
        (_rounds, _grid, _threads) = (rounds, grid, threads);
        NetworkSettings network = rounds.Scenario.Network;
        int[] Indices(IReadOnlyList<Core.SatelliteId> ids) => [.. Enumerable.Range(0, rounds.System.Satellites.Count).Where(i => ids.Contains(rounds.System.Satellites[i].Id))];
        (_global, _regional) = (Indices(network.GlobalMessages), Indices(network.RegionalMessages));
    }

    private static RoutesTable Open(LinkRequest request)
    {
        LinkRounds rounds = LinkRounds.Open(request);
        if (!rounds.System.Stations.Any(s => s.IsAnchor))
        {
            throw LinkRounds.Wrong("CN4041", request.Scenario.Name, $"has no ground station to route to: its control segment is '{request.Scenario.Control.Segment.Name}'", "choose isl+anchor or ground+isl");
        }

        Duration step = request.Step ?? request.Scenario.Step;
        if (step <= Duration.Zero)
        {
            throw LinkRounds.Wrong("CN1003", "--step", "is not positive", "write a positive duration such as 5min");
        }

        return new RoutesTable(rounds, EpochGrid.Between(rounds.First, rounds.First + (rounds.RoundLength * (rounds.Count - 1)), step), request.Threads);
    }

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        LinkSystem system = _rounds.System;
        double processing = _rounds.Scenario.Network.Processing;
        LinkTimetable table = new(system, _rounds.Start);
        // Messages of the last round may arrive after it.
        foreach ((LinkView view, LinkRound round) in _rounds.All(cancel, beyond: 1))
        {
            table.Add(view, round);
        }

        _table = table;
        RouteFinder finder = new(table, processing);
        bool onDemand = _rounds.Scenario.Network.OnDemand;
        for (int k = 0; k < _grid.Count; k++)
        {
            cancel.ThrowIfCancellationRequested();
            Epoch epoch = _grid[k];
            LinkView view = _rounds.Sky.At(epoch);
            for (int s = 0; s < system.Satellites.Count; s++)
            {
                if (system.Satellites[s].Payload is not null)
                {
                    LinkRoute? down = onDemand ? OnDemandRoutes.ToGround(view, [(s, 0)], processing) : finder.ToGround(s, epoch);
                    Row(writer, RouteKind.Telemetry, epoch, system.NameOf(s), down is null ? "ground" : system.Stations[down.Station].Name, down);
                    LinkRoute? up = onDemand ? OnDemandRoutes.FromGround(view, s, processing) : finder.FromGround(s, epoch);
                    Row(writer, RouteKind.Upload, epoch, up is null ? "ground" : system.Stations[up.Station].Name, system.NameOf(s), up);
                }
            }

            EarthRotation earth = EarthOrientation.BuiltIn.At(epoch);
            foreach (SiteDefinition site in _rounds.Scenario.Users.Sites)
            {
                List<(int, double)> uplinks = Uplinks(view, Place(earth, site.Place));
                LinkRoute? sent = uplinks.Count == 0 ? null : onDemand ? OnDemandRoutes.ToGround(view, uplinks, processing) : finder.ToGround(uplinks, epoch);
                Row(writer, RouteKind.Message, epoch, site.Name, sent is null ? "ground" : system.Stations[sent.Station].Name, sent);
                if (OnDemandRoutes.ToGround(view, uplinks, processing) is { } there)
                {
                    _statistics.AddRequest(2 * there.Delay);
                }
            }
        }
    }

    public void Report(TextWriter people)
    {
        _rounds.Report(people);
        _statistics.Report(people, _rounds.Scenario.Network);
    }

    /// <summary>Freshness over the world grid of the scenario's users.</summary>
    public RunPlot Plot()
    {
        WorldGrid cells = new(_rounds.Scenario.Users.GridStepDeg);
        RunSite[] sites = [.. _rounds.System.Stations.Where(s => s.IsAnchor).Select(s => new RunSite(s.Name, double.RadiansToDegrees(s.Position.Latitude), double.RadiansToDegrees(s.Position.Longitude), s.Position.Height))];
        return new MessageAgeMap(cells, Ages(cells), sites);
    }

    private double[,] Ages(WorldGrid cells)
    {
        NetworkSettings network = _rounds.Scenario.Network;
        MessageFreshness freshness = new(_table!, [.. _global, .. _regional], network.Processing);
        double[,] sum = new double[cells.Rows, cells.Columns], newest = new double[cells.Rows, cells.Columns];
        int[,] count = new int[cells.Rows, cells.Columns];
        Vector3d[,] placesItrf = new Vector3d[cells.Rows, cells.Columns], upsItrf = new Vector3d[cells.Rows, cells.Columns];
        for (int row = 0; row < cells.Rows; row++)
        {
            for (int column = 0; column < cells.Columns; column++)
            {
                (double latitude, double longitude) = cells.Middle(row, column);
                GeodeticPoint point = GeodeticPoint.FromDegrees(latitude, longitude, 0);
                (placesItrf[row, column], upsItrf[row, column], newest[row, column]) = (Ellipsoid.Wgs84.ToCartesian(point).Vector, Ellipsoid.Up(point), double.NegativeInfinity);
            }
        }

        // The first round only fills the network.
        Epoch first = _rounds.Start + _rounds.RoundLength;
        for (int k = 0; k < _grid.Count; k++)
        {
            // Anywhere in the round, evenly: a grid in step with the slots would see one phase of them only.
            Epoch epoch = _grid[k] + Duration.FromSeconds(_rounds.RoundLength.TotalSeconds * (k * GoldenRatio % 1));
            if (epoch < first)
            {
                continue;
            }

            LinkView view = _rounds.Sky.At(epoch);
            Matrix3d toItrf = EarthOrientation.BuiltIn.At(epoch).GcrfToItrf;
            Vector3d[] satellites = [.. Enumerable.Range(0, _rounds.System.Satellites.Count).Select(i => toItrf * view.Position(i))];
            double[] aboard = freshness.NewestAboard(epoch);
            double now = (epoch - _rounds.Start).TotalSeconds;
            Parallel.For(0, cells.Rows, new ParallelOptions { MaxDegreeOfParallelism = _threads }, row =>
            {
                for (int column = 0; column < cells.Columns; column++)
                {
                    newest[row, column] = Math.Max(newest[row, column], freshness.NewestDeparture(aboard, satellites, placesItrf[row, column], upsItrf[row, column], network.MessageMask));
                    if (double.IsFinite(newest[row, column]))
                    {
                        sum[row, column] += now - newest[row, column];
                        count[row, column]++;
                    }
                }
            });
        }

        for (int row = 0; row < cells.Rows; row++)
        {
            for (int column = 0; column < cells.Columns; column++)
            {
                sum[row, column] = count[row, column] > 0 ? sum[row, column] / count[row, column] : double.NaN;
            }
        }

        return sum;
    }

    private List<(int Satellite, double LightTime)> Uplinks(LinkView view, StationPlace user)
    {
        double mask = _rounds.Scenario.Network.MessageMask;
        List<(int, double)> uplinks = [];
        foreach (int s in _global.Concat(_regional).Distinct())
        {
            if (user.ElevationOf(view.Position(s)) >= mask)
            {
                uplinks.Add((s, (view.Position(s) - user.PositionGcrf).Norm / PhysicalConstants.SpeedOfLight));
            }
        }

        return uplinks;
    }

    private void Row(TableWriter writer, RouteKind kind, Epoch epoch, string origin, string destination, LinkRoute? route)
    {
        _statistics.Add(kind, route);
        if (route is not null)
        {
            writer.Epoch(epoch).Text(origin).Text(destination).Epoch(route.Arrival).Real(route.Delay).Integer(route.Hops)
                .Text(string.Join(' ', route.Satellites.Select(_rounds.System.NameOf))).EndRow();
        }
    }

    private static StationPlace Place(EarthRotation earth, GeodeticPoint point) => new GroundStation("user", point, IsAnchor: false, IsMonitor: false).At(earth);
}
