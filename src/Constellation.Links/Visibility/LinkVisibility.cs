using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Which pairs of nodes see each other at one epoch, where only positions are known: enough for terminals that look down and do not mind the Sun.</summary>
public static class LinkVisibility
{
    /// <summary>Appends every usable crosslink and anchor link, pairs in ascending order of (A, B).</summary>
    /// <param name="system">Who takes part.</param>
    /// <param name="satellitesGcrf">Positions in the order of the system's satellites.</param>
    /// <param name="stations">Station places at the same epoch, in the order of the system's stations.</param>
    /// <param name="pairs">Receives the pairs; not cleared.</param>
    public static void Fill(LinkSystem system, ReadOnlySpan<Vector3d> satellitesGcrf, ReadOnlySpan<StationPlace> stations, List<LinkPair> pairs)
    {
        if (system.Satellites.Any(s => s.Payload is { } p && (p.SunExclusion > 0 || p.Terminals.Any(t => t.Boresight != TerminalBoresight.Nadir || double.IsFinite(t.SlewRate)))))
        {
            throw new ArgumentException("these terminals need velocities and the Sun: use LinkScene", nameof(system));
        }

        LinkScene scene = new(system);
        scene.Set(satellitesGcrf, new Vector3d[satellitesGcrf.Length], stations, default);
        scene.Fill(pairs);
    }
}
