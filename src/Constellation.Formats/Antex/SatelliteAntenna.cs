using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>The transmit antenna of a satellite over a span of time.</summary>
/// <remarks>Who flies under a satellite number changes; the span tells whose antenna it is.</remarks>
public sealed record SatelliteAntenna
{
    /// <summary>Block, as the IGS names it: <c>GALILEO-2</c>, <c>BEIDOU-3M-CAST</c>.</summary>
    public required string Type { get; init; }

    public required SatelliteId Satellite { get; init; }

    /// <summary>Space vehicle number, <c>C201</c>.</summary>
    public required string Svn { get; init; }

    public required EpochSpan Validity { get; init; }

    /// <summary>Phase-centre offset from the centre of mass by frequency (<c>G01</c>, <c>E05</c>, <c>C02</c>): body axes, m; z points to the Earth.</summary>
    public required IReadOnlyDictionary<string, Vector3d> Offsets { get; init; }

    /// <summary>Phase-centre variations by frequency, m, at nadir angles <see cref="FirstNadirDeg"/>, + <see cref="NadirStepDeg"/>, ..., mean over azimuth.</summary>
    public required IReadOnlyDictionary<string, double[]> Variations { get; init; }

    public required double FirstNadirDeg { get; init; }

    public required double NadirStepDeg { get; init; }

    /// <summary>The same variations with those by azimuth, where the antenna has such a table: by frequency and nadir angle.</summary>
    public IReadOnlyDictionary<string, PhasePattern> Patterns { get; init; } = new Dictionary<string, PhasePattern>();

    /// <summary>Offset of the ionosphere-free combination of two frequencies: (f1^2 o1 - f2^2 o2) / (f1^2 - f2^2); null where one is not given.</summary>
    public Vector3d? IonosphereFree(string frequency1, double hertz1, string frequency2, double hertz2)
    {
        if (!Offsets.TryGetValue(frequency1, out Vector3d first) || !Offsets.TryGetValue(frequency2, out Vector3d second))
        {
            return null;
        }

        double q1 = hertz1 * hertz1, q2 = hertz2 * hertz2;
        return ((q1 * first) - (q2 * second)) / (q1 - q2);
    }
}
