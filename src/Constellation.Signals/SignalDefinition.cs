using Constellation.Core;

namespace Constellation.Signals;

/// <summary>A signal that a satellite transmits, as read from <c>ephemeris/signals</c>.</summary>
public sealed record SignalDefinition
{
    /// <summary>Name in the catalogue, <c>BDS-B1C</c>.</summary>
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required GnssSystem System { get; init; }

    /// <summary>RINEX 4 band and attribute of the component that a geodetic receiver tracks, <c>1P</c>.</summary>
    public required string RinexCode { get; init; }

    /// <summary>Blocks of satellites that send it, by the names of <c>ephemeris/satellites/blocks.csv</c>.</summary>
    public required IReadOnlyList<string> Blocks { get; init; }

    /// <summary>chips/s.</summary>
    public required double ChipRate { get; init; }

    /// <summary>Length of the code in chips, 0 where it is not published.</summary>
    public int Chips { get; init; }

    /// <summary>As the interface document writes it, <c>TMBOC(6,1,4/33)</c>.</summary>
    public required string Modulation { get; init; }

    /// <summary>Slope of the correlation peak relative to BPSK of the same rate, see <see cref="CodeTracking.PeakSlope"/>.</summary>
    public required double PeakSlope { get; init; }

    /// <summary>Guaranteed received power, dBW, with the conditions told in the file.</summary>
    public required double MinimumPowerDbw { get; init; }

    /// <summary>The signal, or pair of signals, that the broadcast clock refers to.</summary>
    public required string ClockReference { get; init; }

    /// <summary>Data, pilot and both together, each with its code.</summary>
    public required IReadOnlyList<SignalComponent> Components { get; init; }

    /// <summary>Hz; of channel 0 where satellites differ.</summary>
    public double Frequency => Carriers.Frequency(System, RinexCode[0]);

    /// <summary>The component of a code, null where the signal has none.</summary>
    public SignalComponent? Component(SignalCode code) => Components.FirstOrDefault(c => c.Code == code);

    /// <summary>Code tracking of this signal: early-late spacing in chips, loop bandwidth in Hz, integration time in s.</summary>
    public CodeTracking Tracking(double spacing, double loopBandwidth, double integrationTime) =>
        new(ChipRate, spacing, loopBandwidth, integrationTime, PeakSlope);
}
