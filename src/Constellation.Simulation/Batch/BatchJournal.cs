using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Constellation.Simulation;

/// <summary>What was tried and when, line by line: for people and for <c>batch status</c>. What counts are the shards themselves.</summary>
public sealed class BatchJournal
{
    public const string File = "journal.jsonl";

    private static readonly JsonSerializerOptions s_line = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();

    /// <param name="folder">Of the batch.</param>
    /// <param name="clock">Tells when; results do not depend on it.</param>
    public BatchJournal(string folder, TimeProvider clock) => (_path, _clock) = (Path.Combine(folder, File), clock);

    /// <summary>Adds a line of now and this process; one that was torn by a lost process before is closed first.</summary>
    /// <inheritdoc cref="JournalLine"/>
    public void Add(string what, int shard = -1, double seconds = 0, int runs = 0, int failures = 0)
    {
        string now = _clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        JournalLine line = new(what, now, $"{Environment.ProcessId} on {Environment.MachineName}", shard, seconds, runs, failures);
        byte[] bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, s_line) + "\n");
        lock (_gate)
        {
            using FileStream stream = new(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (stream.Length > 0)
            {
                stream.Seek(-1, SeekOrigin.End);
                if (stream.ReadByte() != '\n')
                {
                    stream.WriteByte((byte)'\n');
                }
            }

            stream.Seek(0, SeekOrigin.End);
            stream.Write(bytes);
        }
    }

    /// <summary>All lines that are whole, and how many are not.</summary>
    public (IReadOnlyList<JournalLine> Lines, int Torn) Read()
    {
        if (!System.IO.File.Exists(_path))
        {
            return ([], 0);
        }

        List<JournalLine> lines = [];
        int torn = 0;
        foreach (string text in System.IO.File.ReadLines(_path).Where(l => l.Length > 0))
        {
            try
            {
                lines.Add(JsonSerializer.Deserialize<JournalLine>(text, s_line)!);
            }
            catch (JsonException)
            {
                torn++;
            }
        }

        return (lines, torn);
    }
}
