using Constellation.Core;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>One satellite of a Yuma or SEM almanac: angles in radians, lengths in metres, times in seconds. [IS-GPS-200] 20.3.3.5.2</summary>
public sealed record AlmanacEntry
{
    public required SatelliteId Satellite { get; init; }

    /// <summary>Space vehicle number; 0 where the file has none (Yuma).</summary>
    public int Svn { get; init; }

    /// <summary>Health word, 0 for good.</summary>
    public required int Health { get; init; }

    /// <summary>Reference epoch toa.</summary>
    public required Epoch Reference { get; init; }

    public required double Eccentricity { get; init; }

    public required double Inclination { get; init; }

    public required double OmegaDot { get; init; }

    public required double SqrtA { get; init; }

    /// <summary>Longitude of the node at the start of the week.</summary>
    public required double Omega0 { get; init; }

    public required double ArgumentOfPerigee { get; init; }

    public required double M0 { get; init; }

    public required double Af0 { get; init; }

    public required double Af1 { get; init; }

    /// <summary>Average user range accuracy number; 15 where the file has none (Yuma).</summary>
    public int RangeAccuracy { get; init; } = 15;

    /// <summary>Satellite configuration; 0 where the file has none (Yuma).</summary>
    public int Configuration { get; init; }

    /// <summary>The orbit in the ITRF, by the user algorithm of ephemerides without corrections; 3.5 days each side of toa.</summary>
    public KeplerianEphemeris Orbit() => new(
        Satellite.System,
        OrbitClass.Meo,
        Reference,
        new KeplerianParameters
        {
            SqrtA = SqrtA,
            Eccentricity = Eccentricity,
            I0 = Inclination,
            Omega0 = Omega0,
            ArgumentOfPerigee = ArgumentOfPerigee,
            M0 = M0,
            DeltaN = 0,
            OmegaDot = OmegaDot,
            IDot = 0,
            Cuc = 0,
            Cus = 0,
            Crc = 0,
            Crs = 0,
            Cic = 0,
            Cis = 0,
        },
        new EpochSpan(Reference - Service, Reference + Service));

    /// <summary>An almanac is used for a week about its reference: 0.9 to 3.6 km of error in the first days, growing after. [IS-GPS-200] 20.3.3.5.2.1</summary>
    internal static Duration Service { get; } = Duration.FromHours(84);
}
