using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>What RTKLIB 2.4.3 loses of a RINEX 4 navigation file, which it reads as RINEX 3.</summary>
/// <remarks>
/// Lines with '>' have no time and are passed over. The first line of a STO, ION or EOP record has one and begins a GPS record, which takes the lines
/// that follow, four values each, until it has 31: an ephemeris whose first line is among them is lost.
/// </remarks>
public static class RtklibRinex4
{
    private const int Enough = 31, OnFirstLine = 3, OnLine = 4;

    /// <summary>The messages that are left.</summary>
    public static NavigationMessages Kept(NavigationFile file)
    {
        if (file.Version < 4)
        {
            return file.Messages;
        }

        HashSet<(SatelliteId, string, Epoch)> kept = [], lost = [];
        int values = 0;                                    // of the record that takes what is not its own; 0 while there is none
        for (int r = 0; r < file.Records.Count; r++)
        {
            NavRecordHead head = file.Records[r];
            bool ephemeris = head.Kind == "EPH", taken = false;
            values = Take(values);
            for (int line = 0; line < Lines(head, file.Records.ValuesOf(r).Length); line++)
            {
                taken |= values > 0 && line == 0;
                values = values > 0 ? Take(values) : !ephemeris && line == 0 ? OnFirstLine : 0;
            }

            if (ephemeris)
            {
                (taken ? lost : kept).Add((head.Satellite, head.Message, head.Time));
            }
        }

        lost.ExceptWith(kept);
        return lost.Count == 0 ? file.Messages : new NavigationMessages(file.Messages.All.Where(m => !lost.Contains((m.Satellite, m.Type.ToString().ToUpperInvariant(), m.Clock.Reference))));

        static int Take(int values) => values == 0 || values + OnLine >= Enough ? 0 : values + OnLine;
    }

    /// <summary>A STO record has words on its first line.</summary>
    private static int Lines(in NavRecordHead head, int values) =>
        head.Kind == "STO" ? 1 + ((values + OnLine - 1) / OnLine) : 1 + ((Math.Max(0, values - OnFirstLine) + OnLine - 1) / OnLine);
}
