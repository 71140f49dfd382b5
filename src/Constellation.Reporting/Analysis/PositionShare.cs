namespace Constellation.Reporting;

/// <summary>Where the position errors of one site come from: root mean squares in m, horizontal and vertical.</summary>
/// <param name="Site">Its name.</param>
/// <param name="All">Of the run.</param>
/// <param name="Clock">From the broadcast clocks alone.</param>
/// <param name="Varying">From what the broadcast clocks are off by about each satellite's mean: without constant delays of signals.</param>
/// <param name="Orbit">From the broadcast orbits alone.</param>
public sealed record PositionShare(string Site, (double Horizontal, double Vertical) All, (double Horizontal, double Vertical) Clock, (double Horizontal, double Vertical) Varying, (double Horizontal, double Vertical) Orbit);
