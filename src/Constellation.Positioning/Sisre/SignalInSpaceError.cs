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

    /// <summary>The largest size of the error in range of any user on the visible Earth (elevation 0 and up), m.</summary>
    /// <param name="distance">Of the satellite from the geocentre, m.</param>
    /// <remarks>At an angle eta off nadir, in the plane of the transverse error T: |R cos eta - C| + T sin eta, largest at the nadir, at the rim sin eta = R_E / r, or where its derivative vanishes between.</remarks>
    public double WorstUser(double distance)
    {
        double transverse = Math.Sqrt((Along * Along) + (Cross * Cross)), rim = Math.Asin(Math.Min(1.0, PhysicalConstants.EarthRadius / distance));
        double worst = Math.Max(At(0.0, transverse), At(rim, transverse));
        foreach (double sign in (ReadOnlySpan<double>)[1.0, -1.0])
        {
            double between = Math.Atan2(transverse, sign * Radial);
            worst = between > 0.0 && between < rim ? Math.Max(worst, At(between, transverse)) : worst;
        }

        return worst;
    }

    private double At(double angle, double transverse) => Math.Abs((Radial * Math.Cos(angle)) - Clock) + (transverse * Math.Sin(angle));

    private double Transverse(SisreWeights weights) => weights.TransverseSquared * ((Along * Along) + (Cross * Cross));
}
