using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>A batch on disk: what was asked for, one file a shard, a journal of attempts, and the merged table.</summary>
/// <remarks>Codes: CN6020 a folder that may not be written, CN6021 results of another sweep, CN6022 of another version, CN6023 no batch, CN6024 shards that were altered,
/// CN6025 a manifest that cannot be read, CN6070 inputs that changed.</remarks>
public sealed class BatchFolder
{
    public const string ManifestFile = "batch.json", PointsFile = "points.parquet", MergedFile = "merged.parquet", FailuresFile = "failures.csv", SweepFile = "sweep.toml", ShardsFolder = "shards";

    internal static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, RespectNullableAnnotations = true, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private BatchFolder(string path, BatchManifest manifest) => (Path, Manifest) = (path, manifest);

    public string Path { get; }

    public BatchManifest Manifest { get; }

    public ShardLayout Layout => Manifest.Layout;

    public string MergedPath => System.IO.Path.Combine(Path, MergedFile);

    private string PointsPath => System.IO.Path.Combine(Path, PointsFile);

    public string FailuresPath => System.IO.Path.Combine(Path, FailuresFile);

    /// <summary>Begins a folder, or goes on with one.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="sweep">What is run.</param>
    /// <param name="resume">Whether a batch that is there may be continued; without it a folder has to be new or empty.</param>
    public static BatchFolder Begin(string path, SweepDefinition sweep, bool resume)
    {
        SourceSpan where = new("--out");
        BatchManifest manifest = BatchManifest.Of(sweep);
        if (path.Length == 0 || File.Exists(path))
        {
            throw new InputException(Diagnostic.Error("CN6020", where, path.Length == 0 ? "the name of the folder is empty" : $"'{path}' is a file", "name a folder"));
        }

        string file = System.IO.Path.Combine(path, ManifestFile);
        if (File.Exists(file))
        {
            BatchFolder there = Open(path);
            RequireSame(there.Manifest, manifest, path);
            if (!resume)
            {
                int done = there.States().Count(s => s == ShardState.Done);
                throw new InputException(Diagnostic.Error("CN6020", where, $"'{path}' holds this batch already, {done} of {there.Layout.Count} shards done", "continue it with --resume, or choose another folder"));
            }

            if (!File.Exists(there.PointsPath))
            {
                PointTable.Write(there.PointsPath, sweep);
            }

            return there;
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(e => !BatchLock.IsLock(e)))
        {
            throw new InputException(Diagnostic.Error("CN6020", where, $"'{path}' holds something that is not a batch", "choose another folder, or remove it"));
        }

        Directory.CreateDirectory(System.IO.Path.Combine(path, ShardsFolder));
        BatchFolder made = new(path, manifest);
        PointTable.Write(made.PointsPath, sweep);
        made = new(path, manifest with { PointsSha256 = DigestOf(made.PointsPath) });
        AtomicFile.WriteText(file, JsonSerializer.Serialize(made.Manifest, Json) + "\n");
        return made;
    }

    /// <summary>A folder that is there.</summary>
    public static BatchFolder Open(string path)
    {
        string file = System.IO.Path.Combine(path, ManifestFile);
        if (!File.Exists(file))
        {
            throw new InputException(Diagnostic.Error("CN6023", new SourceSpan(path), $"is no batch: it has no {ManifestFile}", "give the folder that 'batch --out' wrote"));
        }

        try
        {
            string text = File.ReadAllText(file);
            RequireFormat(text, file);
            BatchManifest manifest = JsonSerializer.Deserialize<BatchManifest>(text, Json)!;
            return manifest is { Points: > 0, Seeds: > 0, PointsPerShard: > 0, SeedsPerShard: > 0 }
                ? new(path, manifest)
                : throw new InputException(Diagnostic.Error("CN6025", new SourceSpan(file), "counts of points, seeds and shards must be positive", "begin a new folder"));
        }
        catch (JsonException e)
        {
            throw new InputException(Diagnostic.Error("CN6025", new SourceSpan(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1), "cannot be read", "it was altered or cut: begin a new folder"));
        }
    }

    /// <summary>Asked before the rest is read: other formats have other fields.</summary>
    private static void RequireFormat(string text, string file)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("format_version", out JsonElement version) && version.TryGetInt32(out int format) && format != BatchManifest.CurrentFormat)
        {
            string by = root.TryGetProperty("program", out JsonElement program) ? $" ({program})" : "";
            throw new InputException(Diagnostic.Error("CN6022", new SourceSpan(file), $"is of format {format}, this program writes {BatchManifest.CurrentFormat}", $"go on with the program that began it{by}, or begin a new folder"));
        }
    }

    public string ShardPath(int shard) => System.IO.Path.Combine(Path, ShardsFolder, FormattableString.Invariant($"shard-{shard:00000}.parquet"));

    private string SealPath(int shard) => System.IO.Path.ChangeExtension(ShardPath(shard), ".json");

    /// <summary>What is found of every shard, each file read to its end.</summary>
    public ShardState[] States() => [.. ParallelEnumerable.Range(0, Layout.Count).AsOrdered().Select(StateOf)];

    public ShardState StateOf(int shard)
    {
        if (!File.Exists(ShardPath(shard)) || SealOf(shard) is not { } seal)
        {
            return File.Exists(ShardPath(shard)) && File.Exists(SealPath(shard)) ? ShardState.Altered : ShardState.Missing;
        }

        return seal.Id != Manifest.IdOf(shard) || seal.Shard != shard ? ShardState.Foreign : seal.IsWhole && seal.Sha256 == DigestOf(ShardPath(shard)) ? ShardState.Done : ShardState.Altered;
    }

    /// <summary>Null where there is none that can be read.</summary>
    public ShardSeal? SealOf(int shard)
    {
        try
        {
            return File.Exists(SealPath(shard)) ? JsonSerializer.Deserialize<ShardSeal>(File.ReadAllText(SealPath(shard)), Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Puts a shard in its place: seal first, then its file, both renamed when they are whole.</summary>
    public void Commit(int shard, IReadOnlyList<BatchOutcome> outcomes)
    {
        using MemoryStream table = new();
        long rows = ResultTable.Write(table, outcomes.SelectMany(o => o.Rows), Manifest);
        byte[] bytes = table.ToArray();
        ShardSeal seal = new(shard, Manifest.IdOf(shard), Convert.ToHexStringLower(SHA256.HashData(bytes)), rows, outcomes.Count, [.. outcomes.Where(o => o.Failure is not null).Select(o => o.Failure!)]);
        AtomicFile.WriteText(SealPath(shard), JsonSerializer.Serialize(seal.Closed(), Json) + "\n");
        AtomicFile.Write(ShardPath(shard), stream => stream.Write(bytes));
    }

    /// <summary>Refuses to go on beside shards, or a table of points, that are not what was written.</summary>
    public void RequireUnaltered(ShardState[] states)
    {
        Diagnostic[] wrong =
        [
            .. Enumerable.Range(0, states.Length).Where(i => states[i] is ShardState.Altered or ShardState.Foreign).Take(20).Select(i => Diagnostic.Error(
                "CN6024", new SourceSpan(ShardPath(i)),
                states[i] == ShardState.Altered ? "is not what was written: it was altered or damaged" : "is of another sweep or another version",
                $"remove it and {System.IO.Path.GetFileName(SealPath(i))}, and run it again with --resume")),
        ];
        if (Manifest.PointsSha256.Length > 0 && (!File.Exists(PointsPath) || DigestOf(PointsPath) != Manifest.PointsSha256))
        {
            wrong = [Diagnostic.Error("CN6024", new SourceSpan(PointsPath), "is not what was written: it was altered or damaged", "remove it, and have it written again with --resume"), .. wrong];
        }

        if (wrong.Length > 0)
        {
            throw new InputException(wrong);
        }
    }

    internal static string DigestOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static void RequireSame(BatchManifest there, BatchManifest asked, string path)
    {
        SourceSpan where = new(System.IO.Path.Combine(path, ManifestFile));
        if (there.Program != asked.Program)
        {
            throw new InputException(Diagnostic.Error("CN6022", where, $"the batch was begun by {there.Program}, this is {asked.Program}: their results are not to be mixed", "go on with that program, or choose another folder"));
        }

        if (there.SweepDigest == asked.SweepDigest && BatchInputs.Changed(there.Inputs, asked.Inputs) is { Count: > 0 } changed)
        {
            throw new InputException(Diagnostic.Error(
                "CN6070", where, $"the batch was begun with other contents of {string.Join(", ", changed)}: results of both are not to be mixed",
                $"put back what {(changed.Count == 1 ? "it" : "they")} held, or choose another folder"));
        }

        if (there.SweepDigest != asked.SweepDigest || there.IdOf(0) != asked.IdOf(0))
        {
            string what = there.Sweep == asked.Sweep ? $"the batch was begun with another text of sweep '{there.Sweep}' or of its scenario" : $"the batch is of sweep '{there.Sweep}', not '{asked.Sweep}'";
            throw new InputException(Diagnostic.Error("CN6021", where, what, "choose another folder"));
        }
    }
}
