using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>One round of measurements without clocks: on the same orbits with the same noise, other clocks make other measurements of it.</summary>
public sealed class FrameParts
{
    private readonly List<(DualOneWay Link, RangeParts There, RangeParts Back)> _links = [];
    private readonly List<(int Satellite, int Station, double Path, double Light, double Troposphere, double Noise)> _ranges = [];
    private Epoch _epoch;

    /// <summary>Forgets the last round.</summary>
    internal void Begin(Epoch epoch)
    {
        _epoch = epoch;
        _links.Clear();
        _ranges.Clear();
    }

    internal void Add(DualOneWay link, RangeParts there, RangeParts back) => _links.Add((link, there, back));

    internal void Add(int satellite, int station, double path, double light, double troposphere, double noise) => _ranges.Add((satellite, station, path, light, troposphere, noise));

    /// <summary>The measurements that these clocks make, to the last bit those of a network of their own.</summary>
    /// <param name="satellites">In the order of the net.</param>
    /// <param name="stations">Likewise.</param>
    /// <param name="links">Filled: the frame's, until it is filled again.</param>
    /// <param name="ranges">Likewise.</param>
    public LinkFrame With(IReadOnlyList<Clocks.IClock> satellites, IReadOnlyList<Clocks.IClock> stations, List<DualOneWay> links, List<StationRange> ranges)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        double Offset(int node, Epoch epoch) => (node < satellites.Count ? satellites[node] : stations[node - satellites.Count]).At(epoch).Offset;
        double OneWay(int from, int to, in RangeParts p) => p.With(c * (Offset(to, p.Reception) - Offset(from, p.Reception - Duration.FromSeconds(p.Light))));
        links.Clear();
        ranges.Clear();
        foreach ((DualOneWay link, RangeParts there, RangeParts back) in _links)
        {
            links.Add(link with { ForwardRange = OneWay(link.A, link.B, there), ReturnRange = OneWay(link.B, link.A, back) });
        }

        foreach ((int satellite, int station, double path, double light, double troposphere, double noise) in _ranges)
        {
            double clocks = Offset(station, _epoch) - Offset(satellite, _epoch - Duration.FromSeconds(light));
            ranges.Add(new(satellite, station, path + (c * clocks) + troposphere + noise));
        }

        return new(_epoch, links, ranges);
    }
}
