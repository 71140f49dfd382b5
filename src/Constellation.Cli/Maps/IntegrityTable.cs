using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of the <c>integrity</c> verb.</summary>
internal sealed class IntegrityTable(SceneSource source, IReadOnlyList<UserDefinition> users, IReadOnlyList<Epoch>? ownEpochs, IHorizonField horizon, IReadOnlyDictionary<GnssSystem, IntegritySupport> support)
{
    public const string Header = "epoch_gpst,lat_deg,lon_deg,height_m,n_sat,hpl_m,vpl_m,emt_m,sigma_hor_m,sigma_ver_m,modes,hpe_m,vpe_m,available";

    private readonly List<(int User, int Epoch, ProtectionLevels Levels, double Horizontal, double Vertical)> _rows = [];

    public required IntegrityAllocation Allocation { get; init; }

    public required IntegrityLimits Limits { get; init; }

    public bool WorstExclusion { get; init; }

    /// <summary>Index in the source of a satellite that is out; null: none.</summary>
    public int? Excluded { get; init; }

    public ulong Seed { get; init; }

    public static int Excludable(string name, SceneSource source)
    {
        int index = SatelliteId.TryParse(name, out SatelliteId id) ? source.Satellites.ToList().IndexOf(id) : -1;
        return index >= 0 ? index : throw new InputException(Diagnostic.Error("CN4379", new SourceSpan("--exclude"), $"the source has no satellite '{name}'", "name one of its satellites, such as G05"));
    }

    public void Compute(CancellationToken cancel)
    {
        PointScene scene = new(users, source.Snapshots, source.Satellites, horizon);
        ProtectionField field = new(scene, support, Allocation);
        Dictionary<Epoch, int> known = source.Epochs.Select((e, k) => (e, k)).ToDictionary(p => p.e, p => p.k);
        for (int u = 0; u < users.Count; u++)
        {
            UserSky sky = new(users[u], horizon.At(users[u].Place));
            MonitoredSolution solution = new(field, users[u], sky, source.Errors, Seed);
            foreach (int k in ownEpochs is null ? Enumerable.Range(0, source.Epochs.Count) : [Own(known, u)])
            {
                cancel.ThrowIfCancellationRequested();
                _rows.Add((u, k, WorstExclusion ? solution.WorstExclusion(k) : solution.Levels(k, Excluded), solution.Errors(k, Excluded, out double vertical), vertical));
            }
        }
    }

    public void Write(TableWriter writer)
    {
        foreach ((int u, int k, ProtectionLevels levels, double horizontal, double vertical) in _rows)
        {
            GeodeticPoint place = users[u].Place;
            writer.Epoch(source.Epochs[k]).Real(Math.Round(place.LatitudeDeg, 10)).Real(Math.Round(place.LongitudeDeg, 10)).Real(place.Height).Integer(levels.Satellites)
                .Real(levels.Horizontal).Real(levels.Vertical).Real(levels.MonitorThreshold).Real(levels.HorizontalSigma).Real(levels.VerticalSigma).Integer(levels.FaultModes)
                .Real(horizontal).Real(vertical).Integer(Limits.Accept(levels) ? 1 : 0).EndRow();
        }
    }

    public void Report(TextWriter people)
    {
        double[] hpl = [.. _rows.Select(r => r.Levels.IsDefined ? r.Levels.Horizontal : double.PositiveInfinity)], vpl = [.. _rows.Select(r => r.Levels.IsDefined ? r.Levels.Vertical : double.PositiveInfinity)];
        StanfordCounts counts = Stanford("vertical").Counts;
        if (!_rows.Exists(r => r.Levels.IsDefined))
        {
            people.WriteLine($"integrity: {_rows.Count} epochs, no level at any (mask, what hides the sky, too few satellites, or systems without a row in the integrity support)");
            return;
        }

        people.WriteLine(
            $"integrity: {_rows.Count} epochs, {_rows.Count(r => !r.Levels.IsDefined)} without a level; 95 % of HPL below {WeightedStatistics.Percentile(hpl, [], 0.95):0.00} m, of VPL below {WeightedStatistics.Percentile(vpl, [], 0.95):0.00} m; "
            + $"available {100.0 * _rows.Count(r => Limits.Accept(r.Levels)) / _rows.Count:0.00} %; vertical: {counts.Normal} normal, {counts.Unavailable} unavailable, {counts.Misleading} misleading, {counts.Hazardous} hazardously misleading");
    }

    public StanfordPlot Stanford(string direction)
    {
        GeodeticPoint p = users[0].Place;
        string name = $"{Math.Abs(p.LatitudeDeg):0.##}° {(p.LatitudeDeg < 0 ? "S" : "N")}, {Math.Abs(p.LongitudeDeg):0.##}° {(p.LongitudeDeg < 0 ? "W" : "E")}";
        return direction == "vertical"
            ? new(name, direction, [.. _rows.Select(r => r.Vertical)], [.. _rows.Select(r => r.Levels.Vertical)], Limits.Vertical)
            : new(name, direction, [.. _rows.Select(r => r.Horizontal)], [.. _rows.Select(r => r.Levels.Horizontal)], Limits.Horizontal);
    }

    private int Own(Dictionary<Epoch, int> known, int user) => known.TryGetValue(ownEpochs![user], out int k) ? k : throw new InputException(Diagnostic.Error(
        "CN4377", new SourceSpan("--route"), $"{ownEpochs[user].ToString(TimeScale.Gpst)} of place {user + 1} is not one of the epochs", "choose --start and --step so that every epoch of the route is among them"));
}
