using Constellation.Core;

namespace Constellation.Signals;

/// <summary>A signal that a satellite transmits, as read from <c>ephemeris/signals</c>.</summary>
public sealed record SignalDefinition
{
    /// <summary>Name in the catalogue, <c>BDS-B1C</c>.</summary>
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required GnssSystem System { get; init; }

    /// <summary>RINEX 4 band and attribute, <c>1P</c>.</summary>
    public required string RinexCode { get; init; }

    /// <summary>chips/s.</summary>
    public required double ChipRate { get; init; }

    /// <summary>Slope of the correlation peak relative to BPSK of the same rate, see <see cref="CodeTracking.PeakSlope"/>.</summary>
    public required double PeakSlope { get; init; }

    /// <summary>Guaranteed received power, dBW, with the conditions told in the file.</summary>
    public required double MinimumPowerDbw { get; init; }

    /// <summary>What a geodetic receiver sees over elevation.</summary>
    public required CarrierToNoise CarrierToNoise { get; init; }

    /// <summary>Hz.</summary>
    public double Frequency => Carriers.Frequency(System, RinexCode[0]);

    /// <summary>Code tracking of this signal: early-late spacing in chips, loop bandwidth in Hz, integration time in s.</summary>
    public CodeTracking Tracking(double spacing, double loopBandwidth, double integrationTime) =>
        new(ChipRate, spacing, loopBandwidth, integrationTime, PeakSlope);
}
