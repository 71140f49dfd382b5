using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;

namespace Constellation.Tests.Formats.Observations;

/// <summary>Observation files as text, and what comes of them.</summary>
internal static class ObservationText
{
    /// <summary>A header line: content to column 60, then its label.</summary>
    public static string Line(string content, string label) => content.PadRight(60) + label + "\n";

    /// <summary>A RINEX 3 header with codes of G and R.</summary>
    public static string Header3(string more = "", string version = "3.05", string system = "M") =>
        Line($"{version,9}           OBSERVATION DATA    {system}", "RINEX VERSION / TYPE") +
        Line("SITE", "MARKER NAME") +
        Line("G    3 C1C L1C S1C", "SYS / # / OBS TYPES") +
        Line("R    2 C1C L1C", "SYS / # / OBS TYPES") +
        more +
        Line("", "END OF HEADER");

    /// <summary>A RINEX 2 header with seven observations.</summary>
    public static string Header2(string more = "", string system = "M") =>
        Line($"     2.11           OBSERVATION DATA    {system}", "RINEX VERSION / TYPE") +
        Line("     7    C1    P1    L1    P2    L2    S1    S2", "# / TYPES OF OBSERV") +
        more +
        Line("", "END OF HEADER");

    public static (List<Row> Rows, List<Diagnostic> Told, RinexObservationReader Reader) Read(string text) => Read(Encoding.Latin1.GetBytes(text));

    public static (List<Row> Rows, List<Diagnostic> Told, RinexObservationReader Reader) Read(byte[] text)
    {
        List<Diagnostic> told = [];
        List<Row> rows = [];
        using RinexObservationReader reader = RinexObservationReader.Open(new MemoryStream(text), "a.rnx", new ReadingRules(false, told.Add));
        ObservationEpoch epoch = new();
        while (reader.TryRead(epoch))
        {
            for (int i = 0; i < epoch.Count; i++)
            {
                rows.Add(new Row(epoch.Time, epoch.Satellites[i], reader.Receiver, epoch.Layout, epoch.Mark, epoch.ClockOffset, epoch.Values(i).ToArray(), epoch.LossOfLockOf(i).ToArray(), epoch.StrengthsOf(i).ToArray()));
            }
        }

        return (rows, told, reader);
    }
}
