using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>What a control segment knows of one class of orbits: root mean squares over the satellites and epochs that it would offer to users, m.</summary>
/// <param name="Segment">Name of the segment.</param>
/// <param name="Class">Class of orbit; null: all satellites.</param>
/// <param name="Satellites">How many.</param>
/// <param name="Offered">Share of satellites and epochs that it would offer: those of which it claims to know the range to <see cref="MessageMaker.LeastAccuracy"/>.</param>
/// <param name="Radial">Estimate minus truth, likewise along and across the track.</param>
/// <param name="Along">Along the velocity.</param>
/// <param name="Cross">Along the angular momentum.</param>
/// <param name="Clock">Of the clock.</param>
/// <param name="Sisre">Signal-in-space range error of the estimates.</param>
/// <param name="Broadcast">The same of the messages that users receive.</param>
public sealed record LadderRow(string Segment, OrbitClass? Class, int Satellites, double Offered, double Radial, double Along, double Cross, double Clock, double Sisre, double Broadcast)
{
    public double Error3d => Math.Sqrt((Radial * Radial) + (Along * Along) + (Cross * Cross));
}
