using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Which pairs of nodes see each other at one epoch. Nodes are the satellites, then the stations, of a <see cref="LinkSystem"/>.</summary>
public static class LinkVisibility
{
    /// <summary>Appends every usable crosslink and anchor link, pairs in ascending order of (A, B).</summary>
    /// <param name="system">Who takes part.</param>
    /// <param name="satellitesGcrf">Positions in the order of the system's satellites.</param>
    /// <param name="stations">Station places at the same epoch, in the order of the system's stations.</param>
    /// <param name="pairs">Receives the pairs; not cleared.</param>
    public static void Fill(LinkSystem system, ReadOnlySpan<Vector3d> satellitesGcrf, ReadOnlySpan<StationPlace> stations, List<LinkPair> pairs)
    {
        for (int a = 0; a < system.Satellites.Count; a++)
        {
            if (system.Satellites[a].Payload is not { } payloadA)
            {
                continue;
            }

            for (int b = a + 1; b < system.Satellites.Count; b++)
            {
                if (system.Satellites[b].Payload is { } payloadB
                    && LinkGeometry.Between(satellitesGcrf[a], satellitesGcrf[b]).IsUsable(payloadA, payloadB))
                {
                    pairs.Add(new LinkPair(a, b));
                }
            }

            for (int s = 0; s < stations.Length; s++)
            {
                if (system.Stations[s].IsAnchor && stations[s].ElevationOf(satellitesGcrf[a]) >= payloadA.GroundElevationMask)
                {
                    pairs.Add(new LinkPair(a, system.Satellites.Count + s));
                }
            }
        }
    }
}
