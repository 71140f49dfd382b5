using System.Globalization;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes the phase file that stability programs share: comment lines, then one offset in seconds a line at a constant rate.</summary>
/// <remarks><see cref="ClockTableReader"/> reads it back, given the rate. A missing offset is <c>nan</c>, which keeps its place.</remarks>
public static class PhaseFileWriter
{
    /// <summary>Writes the file; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="name">Of the clock, for the head.</param>
    /// <param name="interval">Spacing of the offsets, positive.</param>
    /// <param name="offsets">Seconds; NaN where missing.</param>
    public static void Write(Stream stream, string name, Duration interval, ReadOnlySpan<double> offsets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, Duration.Zero);
        using StreamWriter text = new(stream, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"# Phase data of {name.ReplaceLineEndings(" ")}, seconds");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# Tau: {interval.TotalSeconds:G15} s, points: {offsets.Length}"));
        foreach (double offset in offsets)
        {
            text.WriteLine(double.IsFinite(offset) ? offset.ToString("E16", CultureInfo.InvariantCulture) : "nan");
        }
    }
}
