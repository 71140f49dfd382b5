using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes attitudes as ORBEX 0.09. [ORBEX]</summary>
public static class OrbexWriter
{
    /// <summary>Writes the file; the stream stays open.</summary>
    public static void Write(Stream stream, OrbexFile file)
    {
        Epoch[] epochs = [.. file.Satellites.Values.SelectMany(s => s.Epochs).Distinct().Order()];
        ArgumentOutOfRangeException.ThrowIfZero(epochs.Length);
        SatelliteId[] satellites = [.. file.Satellites.Keys.Order()];
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("%=ORBEX  0.09");
        text.WriteLine("%%");
        text.WriteLine("+FILE/DESCRIPTION");
        Field(text, "DESCRIPTION", file.Description);
        Field(text, "CREATED_BY", file.CreatedBy);
        Field(text, "TIME_SYSTEM", file.TimeScale switch { TimeScale.Gst => "GAL", TimeScale.Bdt => "BDT", TimeScale.Tai => "TAI", TimeScale.Utc => "UTC", _ => "GPS" });
        Field(text, "START_TIME", Calendar(epochs[0], file.TimeScale));
        Field(text, "END_TIME", Calendar(epochs[^1], file.TimeScale));
        Field(text, "EPOCH_INTERVAL", string.Create(CultureInfo.InvariantCulture, $"{file.Interval.TotalSeconds,8:0.000}"));
        Field(text, "COORD_SYSTEM", file.CoordinateSystem);
        Field(text, "FRAME_TYPE", file.Frame == ReferenceFrame.Itrf ? "ECEF" : "ECI");
        Field(text, "LIST_OF_REC_TYPES", "ATT");
        text.WriteLine("-FILE/DESCRIPTION");
        text.WriteLine("+SATELLITE/ID_AND_DESCRIPTION");
        foreach (SatelliteId id in satellites)
        {
            text.WriteLine($" {id}");
        }

        text.WriteLine("-SATELLITE/ID_AND_DESCRIPTION");
        text.WriteLine("+EPHEMERIS/DATA");
        text.WriteLine($"*ATT RECORDS: {(file.Frame == ReferenceFrame.Itrf ? "ECEF" : "ECI")} --> SAT. BODY FRAME");
        text.WriteLine("*");
        text.WriteLine("*REC_ID_              N ___q0_(scalar)_____  ___q1__x__________ ___q1__y___________ ___q1__z___________");
        int[] next = new int[satellites.Length];
        foreach (Epoch epoch in epochs)
        {
            WriteEpoch(text, file, satellites, next, epoch);
        }

        text.WriteLine("-EPHEMERIS/DATA");
        text.WriteLine("%END_ORBEX");
    }

    private static void WriteEpoch(StreamWriter text, OrbexFile file, SatelliteId[] satellites, int[] next, Epoch epoch)
    {
        int count = 0;
        for (int i = 0; i < satellites.Length; i++)
        {
            OrbexSeries series = file.Satellites[satellites[i]];
            count += next[i] < series.Epochs.Count && series.Epochs[next[i]] == epoch ? 1 : 0;
        }

        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## {Calendar(epoch, file.TimeScale)} {count,3}"));
        for (int i = 0; i < satellites.Length; i++)
        {
            OrbexSeries series = file.Satellites[satellites[i]];
            if (next[i] < series.Epochs.Count && series.Epochs[next[i]] == epoch)
            {
                AttitudeQuaternion q = series.Attitudes[next[i]++];
                text.WriteLine(string.Create(CultureInfo.InvariantCulture, $" ATT {satellites[i],-16} 4 {q.Q0,19:F16} {q.Q1,19:F16} {q.Q2,19:F16} {q.Q3,19:F16}"));
            }
        }
    }

    private static void Field(StreamWriter text, string key, string value) => text.WriteLine($" {key,-19} {value}");

    private static string Calendar(Epoch epoch, TimeScale scale)
    {
        ScaleReading r = epoch.In(scale);
        return string.Create(CultureInfo.InvariantCulture, $"{r.Year:0000} {r.Month:00} {r.Day:00} {r.Hour:00} {r.Minute:00} {r.Second:00}.{r.Attoseconds / 1_000_000:000000000000}");
    }
}
