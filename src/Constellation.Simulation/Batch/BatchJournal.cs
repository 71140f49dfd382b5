using System.Text;
using System.Text.Json;

namespace Constellation.Simulation;

/// <summary>What was tried and when, line by line: for people and for <c>batch status</c>. What counts are the shards themselves.</summary>
public sealed class BatchJournal
{
    public const string File = "journal.jsonl";

    private static readonly JsonSerializerOptions s_line = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly string _path;
    private readonly Lock _gate = new();

    public BatchJournal(string folder) => _path = Path.Combine(folder, File);

    /// <summary>Adds a line; one that was torn by a lost process before is closed first.</summary>
    public void Add(JournalLine line)
    {
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
