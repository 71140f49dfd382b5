using System.Text.Json;

namespace Constellation.Formats;

/// <summary>Messages as JSON: an array of objects, or one object; every object that has a mean motion. [CelesTrakTle]</summary>
internal static class OmmJson
{
    private const int MostBytes = 1 << 29;

    public static void Read(Stream stream, ElementSetBag sets)
    {
        byte[] bytes;
        try
        {
            bytes = All(stream, sets);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            sets.LeaveOut("CN3002", 1, 0, "the file cannot be read on: its gzip data are damaged or cut", "fetch it again", "in damaged gzip data");
            return;
        }

        Places places = new(bytes);
        OmmFields fields = new();
        Utf8JsonReader reader = new(bytes.AsSpan(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
        string keyword = "";
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        Finish(fields, sets);
                        break;
                    case JsonTokenType.EndObject:
                        Finish(fields, sets);
                        break;
                    case JsonTokenType.PropertyName:
                        keyword = reader.GetString() ?? "";
                        break;
                    case JsonTokenType.String:
                        (int line, int column) = places.Of(reader.TokenStartIndex);
                        fields.Set(keyword, reader.GetString() ?? "", line, column);
                        break;
                    case JsonTokenType.Number:
                        (line, column) = places.Of(reader.TokenStartIndex);
                        fields.Set(keyword, System.Text.Encoding.ASCII.GetString(reader.ValueSpan), line, column);
                        break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            (int line, int column) = places.Of(reader.BytesConsumed);
            sets.LeaveOut("CN3211", line, column, "the JSON is not well-formed: the file is damaged or cut here", "fetch it again", "in damaged JSON");
        }
    }

    private static void Finish(OmmFields fields, ElementSetBag sets)
    {
        if (!fields.IsEmpty)
        {
            fields.Finish(sets);
            fields.Clear();
        }
    }

    private static byte[] All(Stream stream, ElementSetBag sets)
    {
        using MemoryStream memory = new();
        byte[] block = new byte[1 << 16];
        for (int count = stream.Read(block); count > 0; count = stream.Read(block))
        {
            if (memory.Length + count > MostBytes)
            {
                sets.Warn("CN3003", 1, 1, $"the file has more than {MostBytes} bytes; what follows is not read", "cut it into parts");
                break;
            }

            memory.Write(block.AsSpan(0, count));
        }

        return memory.ToArray();
    }

    /// <summary>Lines and columns of rising offsets.</summary>
    private sealed class Places(byte[] bytes)
    {
        private long _counted, _lineStart;
        private int _line = 1;

        public (int Line, int Column) Of(long offset)
        {
            for (; _counted < Math.Min(offset, bytes.Length); _counted++)
            {
                if (bytes[_counted] == '\n')
                {
                    _line++;
                    _lineStart = _counted + 1;
                }
            }

            return (_line, (int)Math.Min(offset - _lineStart + 1, int.MaxValue));
        }
    }
}
