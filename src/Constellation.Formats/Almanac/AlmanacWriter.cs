using System.Globalization;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes Yuma and SEM almanacs. [YUMA] [SEM]</summary>
public static class AlmanacWriter
{
    private const int Era = 1024;

    /// <summary>Writes Yuma; the stream stays open.</summary>
    public static void WriteYuma(Stream stream, AlmanacFile file)
    {
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (AlmanacEntry e in file.Entries)
        {
            (int week, Duration second) = e.Reference.ToGps();
            int number = AlmanacSatellite.NumberOf(e.Satellite)!.Value;
            text.WriteLine(Text($"******** Week {week % Era,4} almanac for PRN-{number:00} ********"));
            text.WriteLine(Text($"ID:                         {number:00}"));
            text.WriteLine(Text($"Health:                     {e.Health:000}"));
            text.WriteLine($"Eccentricity:               {Scientific(e.Eccentricity)}");
            text.WriteLine(Text($"Time of Applicability(s):  {second.TotalSeconds:0.0000}"));
            text.WriteLine(Text($"Orbital Inclination(rad):   {e.Inclination:0.0000000000}"));
            text.WriteLine($"Rate of Right Ascen(r/s):  {Scientific(e.OmegaDot)}");
            text.WriteLine(Text($"SQRT(A)  (m 1/2):           {e.SqrtA:0.000000}"));
            text.WriteLine($"Right Ascen at Week(rad):  {Scientific(e.Omega0)}");
            text.WriteLine(Text($"Argument of Perigee(rad):   {e.ArgumentOfPerigee:0.000000000}"));
            text.WriteLine($"Mean Anom(rad):            {Scientific(e.M0)}");
            text.WriteLine($"Af0(s):                    {Scientific(e.Af0)}");
            text.WriteLine($"Af1(s/s):                  {Scientific(e.Af1)}");
            text.WriteLine(Text($"week:                       {week % Era}"));
            text.WriteLine();
        }
    }

    /// <summary>Writes SEM, which has one epoch for all entries; the stream stays open.</summary>
    public static void WriteSem(Stream stream, AlmanacFile file)
    {
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        (int week, Duration second) = file.Entries[0].Reference.ToGps();
        text.WriteLine(Text($"{file.Entries.Count,2}  {file.Title}"));
        text.WriteLine(Text($"{week % Era,4} {second.TotalSeconds:0}"));
        text.WriteLine();
        foreach (AlmanacEntry e in file.Entries)
        {
            text.WriteLine(Text($"{AlmanacSatellite.NumberOf(e.Satellite)}"));
            text.WriteLine(Text($"{e.Svn}"));
            text.WriteLine(Text($"{e.RangeAccuracy}"));
            text.WriteLine($"{Semi(e.Eccentricity)} {Semi((e.Inclination / Math.PI) - SemAlmanacReader.ReferenceInclination)} {Semi(e.OmegaDot / Math.PI)}");
            text.WriteLine($"{Semi(e.SqrtA)} {Semi(e.Omega0 / Math.PI)} {Semi(e.ArgumentOfPerigee / Math.PI)}");
            text.WriteLine($"{Semi(e.M0 / Math.PI)} {Semi(e.Af0)} {Semi(e.Af1)}");
            text.WriteLine(Text($"{e.Health}"));
            text.WriteLine(Text($"{e.Configuration}"));
            text.WriteLine();
        }
    }

    /// <summary>Entries that a format can hold: GPS and QZSS, and for SEM those of the first entry's epoch; told what is left out (CN3155).</summary>
    public static AlmanacFile Holdable(AlmanacFile file, bool sem, Action<Diagnostic> tell)
    {
        Epoch reference = file.Entries[0].Reference;
        List<AlmanacEntry> kept = [];
        foreach (AlmanacEntry e in file.Entries)
        {
            string why = AlmanacSatellite.NumberOf(e.Satellite) is null ? "is of a system without such almanacs" : sem && e.Reference != reference ? "has another reference epoch than the first, and SEM has one for all" : "";
            if (why.Length > 0)
            {
                tell(Diagnostic.Warning("CN3155", new SourceSpan(e.Satellite.ToString()), $"{e.Satellite} {why}", "it is left out"));
            }
            else
            {
                kept.Add(e);
            }
        }

        return kept.Count > 0 ? file with { Entries = kept } : throw new InputException(Diagnostic.Error("CN3155", new SourceSpan("almanac"), "no satellite is left that the format can hold"));
    }

    private static string Scientific(double value) => value.ToString("0.0000000000E+00", CultureInfo.InvariantCulture).PadLeft(value < 0 ? 0 : 17);

    private static string Semi(double value) => value.ToString(" 0.00000000000000E+00;-0.00000000000000E+00", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
