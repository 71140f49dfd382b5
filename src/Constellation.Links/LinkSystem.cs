using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Links;

/// <summary>A satellite as the links see it; without a payload it is observed by monitor stations only.</summary>
public sealed record LinkSatellite(SatelliteId Id, OrbitClass OrbitClass, LinkPayload? Payload)
{
    /// <summary>Noise of a one-way range that this satellite measures, m.</summary>
    internal double ReceiveNoise => Payload is null ? 0 : Payload.Noise * (OrbitClass == OrbitClass.Geo ? Payload.GeoNoiseFactor : 1);

    /// <summary>How the body turns: geostationary satellites keep to their orbit, others steer their yaw.</summary>
    public IAttitudeLaw Attitude { get; init; } = OrbitClass == OrbitClass.Geo ? OrbitNormal.Instance : NominalYaw.Instance;

    /// <summary>The terminal as the operator knows it at an epoch; null where nothing depends on its mount.</summary>
    internal TerminalMount? Mount(Vector3d sun) => Payload is { Errors: { NeedsAttitude: true } errors } ? new(errors.PhaseCentre, Attitude, sun, errors.Eccentricity) : null;
}

/// <summary>Everything that ranges: satellites and stations. A node's index counts satellites first, then stations.</summary>
public sealed record LinkSystem
{
    public required IReadOnlyList<LinkSatellite> Satellites { get; init; }

    /// <summary>The clock of the first station is system time by definition.</summary>
    public required IReadOnlyList<GroundStation> Stations { get; init; }

    public StationEquipment Equipment { get; init; } = new();

    /// <summary>Terminal of the anchor stations where satellites have several kinds; null: that of the first satellite which has one.</summary>
    public LinkPayload? AnchorPayload { get; init; }

    /// <summary>Terminal of the anchor stations and rhythm of the schedule; null where no satellite has a terminal.</summary>
    public LinkPayload? Payload => Satellites.FirstOrDefault(s => s.Payload is not null)?.Payload is { } first ? AnchorPayload ?? first : null;

    public int NodeCount => Satellites.Count + Stations.Count;

    /// <summary>Whether a node is an anchor station.</summary>
    public bool IsAnchor(int node) => IsStation(node) && Station(node).IsAnchor;

    public bool IsStation(int node) => node >= Satellites.Count;

    internal GroundStation Station(int node) => Stations[node - Satellites.Count];

    /// <summary>A satellite's id or a station's name.</summary>
    public string NameOf(int node) => IsStation(node) ? Station(node).Name : Satellites[node].Id.ToString();

    internal LinkPayload? PayloadOf(int node) => IsStation(node) ? (Station(node).IsAnchor ? Payload : null) : Satellites[node].Payload;

    internal double ReceiveNoise(int node) => IsStation(node) ? Payload?.Noise ?? 0 : Satellites[node].ReceiveNoise;

    /// <summary>White noise of the ranges that A and B of a pair took, m, one sigma.</summary>
    internal (double A, double B) NoiseOf(in DualOneWay link) => (link.ReturnSigma ?? ReceiveNoise(link.A), link.ForwardSigma ?? ReceiveNoise(link.B));

    /// <summary>Variance of the ranges that A and B of a pair took, m^2: white noise, and what their payloads state beyond it.</summary>
    /// <param name="link">The pair.</param>
    /// <param name="interval">From round to round, s, for an estimator that believes rounds to be independent; infinite for one that takes a round alone.</param>
    internal (double A, double B) VarianceOf(in DualOneWay link, double interval = double.PositiveInfinity)
    {
        (double a, double b) = NoiseOf(link);
        return ((a * a) + WhiteVariance(link.A, interval), (b * b) + WhiteVariance(link.B, interval));
    }

    private double WhiteVariance(int node, double interval) => PayloadOf(node)?.Errors.WhiteVariance(interval) ?? 0;

    /// <summary>The terminal as the operator knows it; null for stations, and where nothing depends on its mount.</summary>
    internal TerminalMount? Mount(int node, Vector3d sun) => IsStation(node) ? null : Satellites[node].Mount(sun);

    /// <summary>Whether any terminal's mount matters, so that the Sun has to be known.</summary>
    internal bool NeedsSun => Satellites.Any(s => s.Payload is { Errors: { NeedsAttitude: true } or { ThermalSigma: > 0 } or { EclipseSigma: > 0 } });

    internal EntityId Entity(int node) => IsStation(node) ? Station(node).Entity : EntityId.Satellite(Satellites[node].Id);
}
