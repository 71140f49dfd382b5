namespace Constellation.Links;

/// <summary>Whether two nodes can link at one epoch, and how they look at each other.</summary>
/// <param name="Geometry">The straight line.</param>
/// <param name="Obstacle">What is in the way; <see cref="LinkObstacle.None"/> for a usable link.</param>
/// <param name="TerminalsA">Bit i: terminal i of A reaches B. Complete for usable links only.</param>
/// <param name="TerminalsB">Bit i: terminal i of B reaches A; bit 0 for the one terminal of a station.</param>
/// <param name="ScanA">Angle at A between the line of sight and the boresight that is nearest to it, of the terminals that reach B, rad.</param>
/// <param name="ScanB">The same at B; 0 at a station, whose antenna is turned to the satellite.</param>
/// <param name="Elevation">Of A at the station B, rad; NaN between satellites.</param>
public readonly record struct LinkSight(LinkGeometry Geometry, LinkObstacle Obstacle, int TerminalsA, int TerminalsB, double ScanA, double ScanB, double Elevation)
{
    public bool IsUsable => Obstacle == LinkObstacle.None;
}
