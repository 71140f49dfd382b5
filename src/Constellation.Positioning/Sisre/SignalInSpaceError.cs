using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Broadcast minus truth (or minus a precise product) of one satellite: radial, along-track, cross-track, clock; all in metres.</summary>
/// <remarks>
/// A user's pseudorange residual is clock - w_R radial - ..., so a radial error and an equal clock error (times w_R) cancel:
/// SISRE = sqrt((w_R R - C)^2 + w_AC^2 (A^2 + X^2)) with R, A, X and C = c (dt_broadcast - dt_truth). [Montenbruck15] eq. 7.
/// </remarks>
public readonly record struct SignalInSpaceError(double Radial, double Along, double Cross, double Clock)
{
    /// <summary>From positions (m, ITRF), the reference velocity relative to ITRF axes (m/s) and clock offsets (s).</summary>
    public static SignalInSpaceError Between(
        Position<Itrf> broadcast, double broadcastClock, Position<Itrf> reference, Vector3d referenceVelocity, double referenceClock)
    {
        Vector3d r = reference.Vector;
        Vector3d inertialVelocity = referenceVelocity + new Vector3d(0.0, 0.0, SinglePointSolver.EarthRate).Cross(r);
        Vector3d radial = r.Unit();
        Vector3d cross = r.Cross(inertialVelocity).Unit();
        Vector3d along = cross.Cross(radial);
        Vector3d difference = broadcast - reference;
        return new(
            difference.Dot(radial), difference.Dot(along), difference.Dot(cross),
            PhysicalConstants.SpeedOfLight * (broadcastClock - referenceClock));
    }

    /// <summary>Of a simulated satellite.</summary>
    public static SignalInSpaceError Of(in SatelliteEpochState state) =>
        Between(state.BroadcastPosition, state.BroadcastClock, state.TruthPosition, state.TruthVelocity, state.TruthClock);

    public double Sisre(SisreWeights weights)
    {
        double inRange = (weights.Radial * Radial) - Clock;
        return Math.Sqrt((inRange * inRange) + Transverse(weights));
    }

    /// <summary>The same with a perfect clock.</summary>
    public double OrbitSisre(SisreWeights weights)
    {
        double inRange = weights.Radial * Radial;
        return Math.Sqrt((inRange * inRange) + Transverse(weights));
    }

    private double Transverse(SisreWeights weights) => weights.TransverseSquared * ((Along * Along) + (Cross * Cross));
}
