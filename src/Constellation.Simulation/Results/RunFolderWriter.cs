using System.Text.Encodings.Web;
using System.Text.Json;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Writes a run to disk: tables, summary and manifest first; whoever adds a report or a picture adds it before <see cref="Commit"/>.</summary>
/// <remarks>Everything goes to a hidden folder beside the target and is renamed at the end: a run folder is whole or absent.</remarks>
public sealed class RunFolderWriter : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const int MostAttempts = 20;
    private readonly string _target;
    private bool _committed;

    private RunFolderWriter(string target, string staging) => (_target, Staging) = (target, staging);

    /// <summary>Where the files are until they are committed.</summary>
    public string Staging { get; }

    /// <summary>Begins a folder: a place that cannot be written is told before anything is computed.</summary>
    /// <param name="target">The run folder; one that exists is replaced at the end if it is a run folder or empty.</param>
    public static RunFolderWriter Begin(string target)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        string staging = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
        if (Directory.Exists(staging))
        {
            // Left by a run that was killed; process numbers come again.
            Directory.Delete(staging, recursive: true);
        }

        Directory.CreateDirectory(staging);
        return new RunFolderWriter(full, staging);
    }

    /// <summary>Whether a target may be written: absent, empty, or a run folder that will be replaced.</summary>
    public static bool MayReplace(string target) =>
        !File.Exists(target) && (!Directory.Exists(target) || File.Exists(Path.Combine(target, RunFolder.ManifestFile)) || !Directory.EnumerateFileSystemEntries(target).Any());

    public void WriteTimings(IReadOnlyList<(string Stage, double Seconds)> stages) => File.WriteAllText(
        Path.Combine(Staging, RunFolder.TimingsFile), JsonSerializer.Serialize(stages.ToDictionary(s => s.Stage, s => Math.Round(s.Seconds, 3)), s_json) + "\n");

    /// <summary>Moves everything to its place. An older run goes only when the new one is there; of two that end at once, the later stays.</summary>
    /// <exception cref="InputException">Meanwhile something that is not a run came to lie there.</exception>
    public void Commit()
    {
        for (int attempt = 1; !_committed; attempt++)
        {
            if (!MayReplace(_target))
            {
                throw new InputException(Diagnostic.Error("CN1005", new SourceSpan(_target), "holds something that is not a run", "choose another folder, or remove it"));
            }

            string aside = $"{Staging}.{attempt}.old";
            TryMove(_target, aside);
            try
            {
                Directory.Move(Staging, _target);
                _committed = true;
            }
            catch (IOException) when (attempt < MostAttempts && Directory.Exists(Staging) && Directory.Exists(_target))
            {
                // Another run was put there between the two moves.
            }
            finally
            {
                if (!_committed && !Directory.Exists(_target))
                {
                    TryMove(aside, _target);
                }

                if (Directory.Exists(aside))
                {
                    Directory.Delete(aside, recursive: true);
                }
            }
        }
    }

    public void Dispose()
    {
        if (!_committed && Directory.Exists(Staging))
        {
            Directory.Delete(Staging, recursive: true);
        }
    }

    /// <summary>Writes manifest, summary and tables.</summary>
    public void WriteTables(RunResult result)
    {
        File.WriteAllBytes(Path.Combine(Staging, RunFolder.ManifestFile), RunFolder.Serialise(result.Manifest));
        WriteCsv(RunFolder.SummaryFile, TableColumn.From("metric,scope,value,unit", text: ["metric", "scope", "unit"]), w =>
        {
            foreach (SummaryRow row in result.Summary)
            {
                w.Text(row.Metric).Text(row.Scope).Real(row.Value).Text(row.Unit).EndRow();
            }
        });
        Write(result, RunFolder.SisreFile, TableColumn.From(RunFolder.SisreColumns), w =>
        {
            foreach (SisreRow r in result.Sisre)
            {
                w.Epoch(r.Epoch).Satellite(r.Satellite).Real(r.AgeSeconds).Real(r.Error.Radial).Real(r.Error.Along).Real(r.Error.Cross).Real(r.Error.Clock).Real(r.Sisre).EndRow();
            }
        });
        Write(result, RunFolder.OdtsFile, TableColumn.From(RunFolder.OdtsColumns), w =>
        {
            foreach (OdtsRow r in result.Odts)
            {
                w.Epoch(r.Epoch).Satellite(r.Satellite).Real(r.Radial).Real(r.Along).Real(r.Cross).Real(r.Clock)
                    .Real(r.SigmaRadial).Real(r.SigmaAlong).Real(r.SigmaCross).Real(r.SigmaClock).EndRow();
            }
        });
        Write(result, RunFolder.OrbitsFile, TableColumn.From(RunFolder.OrbitColumns), w => WriteOrbits(result, w));
        WriteLinks(result, RunFolder.LinksFile, result.Links);
        if (result.LostLinks.Count > 0)
        {
            WriteLinks(result, RunFolder.LostLinksFile, result.LostLinks);
        }

        Write(result, RunFolder.SitesFile, TableColumn.From(RunFolder.UserColumns), w => WriteUsers(result, 0, result.SiteCount, w));
        Write(result, RunFolder.GridFile, TableColumn.From(RunFolder.UserColumns), w => WriteUsers(result, result.SiteCount, result.Users.Count, w));
    }

    private void WriteLinks(RunResult result, string file, IReadOnlyList<LinkRow> links) => Write(result, file, TableColumn.From(RunFolder.LinkColumns), w =>
    {
        foreach (LinkRow r in links)
        {
            w.Epoch(r.SlotStart).Text(r.NodeA).Text(r.NodeB).EndRow();
        }
    });

    private static void TryMove(string from, string to)
    {
        try
        {
            Directory.Move(from, to);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing was there, or another run took it away first.
        }
    }

    private static void WriteOrbits(RunResult result, TableWriter w)
    {
        for (int e = 0; e < result.Grid.Count; e++)
        {
            foreach (SatelliteEpochState s in result.Satellites[e])
            {
                // The table's clock is that of clock files: without the relativistic term, -2 r.v / c^2.
                double relativity = Clocks.RelativisticClock.PeriodicOffset(new Geodesy.StateVector(result.Grid[e], Geodesy.ReferenceFrame.Itrf, s.TruthPosition.Vector, s.TruthVelocity));
                w.Epoch(result.Grid[e]).Satellite(s.Id).Real(s.TruthPosition.X).Real(s.TruthPosition.Y).Real(s.TruthPosition.Z)
                    .Real(s.TruthVelocity.X).Real(s.TruthVelocity.Y).Real(s.TruthVelocity.Z).Real(s.TruthClock - relativity).EndRow();
            }
        }
    }

    private static void WriteUsers(RunResult result, int first, int end, TableWriter w)
    {
        for (int e = 0; e < result.Grid.Count; e++)
        {
            Epoch epoch = result.Grid[e];
            for (int u = first; u < end; u++)
            {
                UserDefinition user = result.Users[u];
                ref readonly UserFix fix = ref result.Fixes[e][u];
                w.Epoch(epoch).Real(user.Place.LatitudeDeg).Real(user.Place.LongitudeDeg).Integer(fix.SatelliteCount)
                    .Real(fix.Pdop).Real(fix.HorizontalError).Real(fix.VerticalError).Text(StatusOf(fix.Status)).EndRow();
            }
        }
    }

    private static string StatusOf(FixStatus status) => status switch
    {
        FixStatus.Ok => "ok",
        FixStatus.TooFewSatellites => "too-few-satellites",
        FixStatus.SingularGeometry => "singular-geometry",
        _ => "not-converged",
    };

    private void WriteCsv(string file, IReadOnlyList<TableColumn> columns, Action<TableWriter> rows)
    {
        using FileStream stream = File.Create(Path.Combine(Staging, file));
        using TableWriter writer = TableWriter.Create("csv", stream, columns);
        rows(writer);
    }

    private void Write(RunResult result, string file, IReadOnlyList<TableColumn> columns, Action<TableWriter> rows)
    {
        Dictionary<string, string> metadata = new()
        {
            ["constellation.scenario"] = result.Manifest.Scenario,
            ["constellation.scenario_digest"] = result.Manifest.ScenarioDigest,
            ["constellation.seed"] = result.Manifest.Seed.ToString(),
            ["constellation.program"] = result.Manifest.Program,
        };
        using FileStream stream = File.Create(Path.Combine(Staging, file));
        using ParquetTableWriter writer = new(stream, columns, metadata);
        rows(writer);
    }
}
