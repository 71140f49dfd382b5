using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>The files of precise products, put together to satellites that carriers can be used with.</summary>
public sealed record PreciseProducts
{
    public required Sp3File Orbits { get; init; }

    /// <summary>Denser clocks; those of the orbit files when null. A satellite that they lack has none.</summary>
    public ClkFile? Clocks { get; init; }

    /// <summary>Antennas; the built-in table for satellites that it lacks.</summary>
    public AntexFile? Antennas { get; init; }

    /// <summary>Attitudes; the laws of the blocks for satellites that it lacks.</summary>
    public OrbexFile? Attitudes { get; init; }

    public IEarthOrientation Earth { get; init; } = EarthOrientation.BuiltIn;

    /// <summary>Longest interval that a line is drawn over between clocks: one missing row of 30 s clocks is bridged, not more.</summary>
    private static Duration LongestLine(Duration interval) => interval <= Duration.FromSeconds(30) ? Duration.FromSeconds(60) : interval;

    /// <summary>Satellites with an orbit and a clock.</summary>
    public PreciseStates ToStates()
    {
        Dictionary<SatelliteId, PreciseSatellite> satellites = [];
        foreach (Sp3Satellite satellite in Orbits.Satellites)
        {
            TabulatedClock? clock = Clocks is null ? Orbits.Clock(satellite.Id) : Clocks.Clock(satellite.Id);
            if (clock is not null && Orbits.Orbit(satellite.Id) is { } orbit)
            {
                satellites[satellite.Id] = new(orbit, Clocks is null ? clock : new TabulatedClock(clock.Epochs.ToArray(), clock.Offsets.ToArray(), LongestLine(Clocks.Interval)));
            }
        }

        PreciseStates states = new(satellites, Earth, AntennaTableReader.BuiltIn());
        foreach (SatelliteAntenna antenna in Antennas?.Satellites ?? [])
        {
            states.Add(antenna.Satellite, antenna.Validity, ToAntenna(antenna));
        }

        foreach ((SatelliteId id, OrbexSeries series) in Attitudes?.Satellites ?? new Dictionary<SatelliteId, OrbexSeries>())
        {
            states.Add(id, new AttitudeSeries(series.Epochs, series.Attitudes, Attitudes!.Frame));
        }

        return states;
    }

    private static TransmitAntenna ToAntenna(SatelliteAntenna antenna)
    {
        // ANTEX numbers frequencies as RINEX numbers bands: G01, E05, C02.
        Dictionary<char, Vector3d> offsets = [];
        Dictionary<char, double[]> variations = [];
        foreach ((string frequency, Vector3d offset) in antenna.Offsets)
        {
            offsets[frequency[^1]] = offset;
        }

        foreach ((string frequency, double[] table) in antenna.Variations)
        {
            variations[frequency[^1]] = table;
        }

        return new(antenna.Type, offsets, variations, double.DegreesToRadians(antenna.FirstNadirDeg), double.DegreesToRadians(antenna.NadirStepDeg));
    }
}
