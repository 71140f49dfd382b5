using System.Text.Encodings.Web;
using System.Text.Json;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The results of a run on disk, read: what report, viewer and other programs start from. Tables are read when asked for.</summary>
/// <remarks>
/// Epochs are GPST, positions ITRF in metres, clocks without relativity in seconds. Errors are estimate (or broadcast) minus truth.
/// The epoch of a link is the start of its slot; planned links that brought nothing have a table of their own, which is there only where there are such. Rows go by epoch, then by satellite (or user: grid row by row from the south-west, sites as in the manifest).
/// </remarks>
public sealed class RunFolder
{
    public const string ManifestFile = "manifest.json", SummaryFile = "summary.csv", SisreFile = "sisre.parquet", OdtsFile = "odts.parquet",
        GridFile = "grid.parquet", SitesFile = "sites.parquet", OrbitsFile = "orbits.parquet", LinksFile = "links.parquet", LostLinksFile = "lost-links.parquet",
        ReportFile = "report.html", GlobeFile = "globe.png", TimingsFile = "timings.json";

    /// <summary>Columns of the tables.</summary>
    public const string
        SisreColumns = "epoch_gpst,sat,age_s,radial_m,along_m,cross_m,clock_m,sisre_m",
        OdtsColumns = "epoch_gpst,sat,radial_m,along_m,cross_m,clock_m,sigma_radial_m,sigma_along_m,sigma_cross_m,sigma_clock_m",
        UserColumns = "epoch_gpst,lat_deg,lon_deg,n_sat,pdop,hpe_m,vpe_m,status",
        OrbitColumns = "epoch_gpst,sat,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,clock_s",
        LinkColumns = "epoch_gpst,node_a,node_b";

    /// <summary>Many times the manifest of a thousand satellites.</summary>
    private const long MostManifestBytes = 64L << 20;

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, RespectNullableAnnotations = true };

    private RunFolder(string path, RunManifest manifest) => (Path, Manifest) = (path, manifest);

    public string Path { get; }

    public RunManifest Manifest { get; }

    /// <summary>Epochs of users, satellites and signals; estimates and links have those of the control segment's rounds.</summary>
    public EpochGrid Epochs => new(Epoch.Parse(Manifest.Start), Duration.FromSeconds(Manifest.StepSeconds), Manifest.Epochs);

    /// <summary>The scenario that was run; null where its text cannot be read any more, for instance because files of its own are gone.</summary>
    public ScenarioDefinition? Scenario => ScenarioReader.Read(Manifest.ScenarioText, System.IO.Path.Combine(Path, Manifest.Scenario + ".toml"), []) is { Succeeded: true } read ? read.ValueOrThrow() : null;

    /// <summary>When a fix of this run counts as available; the defaults where the scenario's text says nothing.</summary>
    public AccuracyThresholds Thresholds
    {
        get
        {
            TomlDocument document = TomlDocument.Parse(Manifest.ScenarioText, ManifestFile);
            TomlTable users = document.Root.Table("users");
            return document.HasErrors ? new() : new()
            {
                Horizontal = ScenarioKeys.HorizontalLimit.Read(users),
                Vertical = ScenarioKeys.VerticalLimit.Read(users),
                Pdop = ScenarioKeys.PdopLimit.Read(users),
            };
        }
    }

    /// <exception cref="InputException">The folder is not a run, or of a later format.</exception>
    public static RunFolder Open(string path)
    {
        string file = System.IO.Path.Combine(path, ManifestFile);
        if (!File.Exists(file))
        {
            throw new InputException(Diagnostic.Error("CN5001", new SourceSpan(path), $"is not a run folder: it has no {ManifestFile}", "give the folder that 'constellation run ... --out DIR' wrote"));
        }

        if (new FileInfo(file).Length > MostManifestBytes)
        {
            throw new InputException(Diagnostic.Error("CN5002", new SourceSpan(file), $"is larger than {MostManifestBytes >> 20} MiB: no manifest of a run", "run the scenario again"));
        }

        RunManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<RunManifest>(File.ReadAllBytes(file), s_json);
        }
        catch (JsonException e)
        {
            throw new InputException(Diagnostic.Error("CN5002", new SourceSpan(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1), "is no manifest of a run", "run the scenario again"));
        }

        if (manifest is not null && (manifest.Satellites.Contains(null!) || manifest.Satellites.Any(s => s?.ClockChanges?.Contains(null!) == true) || manifest.Stations.Contains(null!) || manifest.Sites.Contains(null!)))
        {
            throw new InputException(Diagnostic.Error("CN5002", new SourceSpan(file), "is no manifest of a run: an entry of a list is null", "run the scenario again"));
        }

        return manifest is { FormatVersion: > 0 and <= RunManifest.CurrentFormat }
            ? new RunFolder(path, manifest)
            : throw new InputException(Diagnostic.Error("CN5003", new SourceSpan(file), $"has {(manifest is null ? "no format" : $"format {manifest.FormatVersion}")}, this program reads up to {RunManifest.CurrentFormat}", "use a newer program"));
    }

    /// <summary>A table, whole or the columns of a header such as <see cref="SisreColumns"/>.</summary>
    /// <exception cref="InputException">CN5004 the file is missing, CN5101 it is no table, CN5102 it lacks a column.</exception>
    public ColumnTable Table(string file, string? columns = null)
    {
        string path = System.IO.Path.Combine(Path, file);
        if (!File.Exists(path))
        {
            throw Wrong("CN5004", path, "is missing");
        }

        ColumnTable table;
        try
        {
            table = columns is null ? ColumnTable.Read(path) : ColumnTable.Read(path, columns.Split(','));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InputException))
        {
            // The Parquet reader throws many kinds at damaged bytes.
            throw Wrong("CN5101", path, "cannot be read as a Parquet table");
        }

        return columns is not null && TableColumn.From(columns).Where(c => !table.Has(c)).Select(c => (TableColumn?)c).FirstOrDefault() is { } absent
            ? throw Wrong("CN5102", path, $"has no column '{absent.Name}' of kind {absent.Kind.ToString().ToLowerInvariant()}")
            : table;
    }

    /// <summary>Something is wrong with a file of a run.</summary>
    public static InputException Wrong(string code, string path, string problem) =>
        new(Diagnostic.Error(code, new SourceSpan(path), problem, "run the scenario again"));

    /// <summary>Estimates of the control segment; absent (false) where broadcast messages were read from files.</summary>
    public bool HasOdts => File.Exists(System.IO.Path.Combine(Path, OdtsFile)) && Manifest.Stages.GetValueOrDefault("control") == "simulated";

    /// <exception cref="InputException">CN5004 the file is missing, CN5101 a line has not four fields or no number.</exception>
    public IReadOnlyList<SummaryRow> Summary()
    {
        string path = System.IO.Path.Combine(Path, SummaryFile);
        if (!File.Exists(path))
        {
            throw Wrong("CN5004", path, "is missing");
        }

        List<SummaryRow> rows = [];
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string[] fields = line.Split(',');
            double value = double.NaN;
            if (fields.Length != 4 || (fields[2].Length > 0 && !double.TryParse(fields[2], out value)))
            {
                throw Wrong("CN5101", path, "holds a line that is not 'metric,scope,value,unit'");
            }

            rows.Add(new SummaryRow(fields[0], fields[1], value, fields[3]));
        }

        return rows;
    }

    internal static byte[] Serialise(RunManifest manifest) => [.. JsonSerializer.SerializeToUtf8Bytes(manifest, s_json), (byte)'\n'];
}
