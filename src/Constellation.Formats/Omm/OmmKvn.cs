using System.Text;

namespace Constellation.Formats;

/// <summary>Messages as lines of <c>KEYWORD = value [unit]</c>. [CCSDS502] section 7</summary>
internal static class OmmKvn
{
    private const string FirstKeyword = "CCSDS_OMM_VERS";

    public static void Read(LineReader lines, ElementSetBag sets)
    {
        OmmFields fields = new();
        while (lines.TryRead(out ReadOnlySpan<byte> bytes))
        {
            string line = Encoding.UTF8.GetString(bytes).Trim();
            if (line.Length == 0 || line.StartsWith("COMMENT", StringComparison.Ordinal))
            {
                continue;
            }

            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                sets.Warn("CN3211", lines.LineNumber, 1, $"'{(line.Length > 40 ? line[..40] + "..." : line)}' is not of the form KEYWORD = value", "mend or remove the line");
                continue;
            }

            string keyword = line[..equals].Trim(), value = line[(equals + 1)..].Trim();

            // Where the first keyword is left out between messages, a name that comes again begins the next one.
            if (keyword == FirstKeyword || (keyword == "OBJECT_NAME" && fields.Has(keyword)))
            {
                Finish(fields, sets);
            }

            fields.Set(keyword, WithoutUnit(value), lines.LineNumber, bytes.IndexOf((byte)'=') + 2);
        }

        Finish(fields, sets);
    }

    private static void Finish(OmmFields fields, ElementSetBag sets)
    {
        if (!fields.IsEmpty)
        {
            fields.Finish(sets);
            fields.Clear();
        }
    }

    /// <summary>Names may end with a bracket, too: only a number has a unit.</summary>
    private static string WithoutUnit(string value)
    {
        int bracket = value.EndsWith(']') ? value.LastIndexOf('[') : -1;
        return bracket > 0 && double.TryParse(value.AsSpan(0, bracket), out _) ? value[..bracket] : value;
    }
}
