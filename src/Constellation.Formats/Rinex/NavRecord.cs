using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>One record of a navigation file as numbers, before their meaning: reused from record to record.</summary>
internal sealed class NavRecord
{
    public const int MostValues = 3 + (4 * 10);

    /// <summary>NaN where the field is blank.</summary>
    private readonly double[] _values = new double[MostValues];

    public bool Open { get; private set; }

    /// <summary><c>EPH</c>, <c>STO</c>, <c>EOP</c> or <c>ION</c>.</summary>
    public string Kind { get; private set; } = "";

    public SatelliteId Satellite { get; private set; }

    /// <summary>Message name of RINEX 4; empty in RINEX 3, where the system and the values tell.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The calendar time on the first line.</summary>
    public Epoch Time { get; set; }

    /// <summary>Leap seconds at <see cref="Time"/>; set where the file writes UTC (GLONASS).</summary>
    public int GpstMinusUtc { get; set; }

    /// <summary>The rest of the first line of a STO record: its code, and which SBAS and UTC it means.</summary>
    public string Label { get; set; } = "";

    public int FirstLine { get; private set; }

    /// <summary>Lines read of the record, the <c>&gt;</c> line not counted.</summary>
    public int Lines { get; set; }

    /// <summary>A field could not be read: the record is not used.</summary>
    public bool Spoiled { get; set; }

    /// <summary>Value of the first line: clock terms of an ephemeris.</summary>
    public double this[int index] => _values[index];

    /// <summary>Value <paramref name="column"/> (from 0) of continuation line <paramref name="line"/> (from 1), as the tables of RINEX number them.</summary>
    public double this[int line, int column] => _values[3 + (4 * (line - 1)) + column];

    /// <summary>Lines of a complete record; 0 for kinds that are passed over.</summary>
    public int CompleteLines { get; private set; }

    public string Name => $"{Kind} {Satellite.Letter} {Message}";

    /// <summary>The values of the lines that were read, the blank ones too.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Math.Min(3 + (4 * (Lines - 1)), MostValues));

    public void Begin(string kind, SatelliteId satellite, string message, int line)
    {
        Array.Fill(_values, double.NaN);
        (Open, Kind, Satellite, Message, FirstLine, Lines, Spoiled, Time, GpstMinusUtc, Label) = (true, kind, satellite, message, line, 0, false, default, 0, "");
        CompleteLines = NavRecordLayout.Lines(kind, satellite, message);
    }

    public void Set(int index, double value) => _values[index] = value;

    public void Close() => Open = false;

    /// <summary>The value, or zero where the field is blank (RINEX: blank is zero or unknown).</summary>
    public double OrZero(int line, int column) => double.IsNaN(this[line, column]) ? 0 : this[line, column];
}
