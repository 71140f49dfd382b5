using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>A solution laid aside as numbers.</summary>
internal readonly record struct SolutionRecord(Epoch Epoch, long Place, int Used, int Rejected, double InnovationRms)
{
    private const int Covariance = OrbitClockEstimate.Size * OrbitClockEstimate.Size, Size = 9 + Covariance;

    public static SolutionRecord Append(Scratch scratch, OrbitClockSolution solution)
    {
        double[] values = new double[solution.Satellites.Count * Size];
        for (int i = 0; i < solution.Satellites.Count; i++)
        {
            OrbitClockEstimate e = solution.Satellites[i];
            (Vector3d r, Vector3d v) = (e.State.Position, e.State.Velocity);
            Span<double> row = values.AsSpan(i * Size, Size);
            ReadOnlySpan<double> state = [r.X, r.Y, r.Z, v.X, v.Y, v.Z, e.Clock.Offset, e.Clock.Frequency, e.ClockDrift];
            state.CopyTo(row);
            e.Covariance.CopyTo(row[9..]);
        }

        return new(solution.Epoch, scratch.Append(values), solution.Used, solution.Rejected, solution.InnovationRms);
    }

    public OrbitClockSolution Read(Scratch scratch, LinkSystem system)
    {
        double[] values = new double[system.Satellites.Count * Size];
        scratch.Read(Place, values);
        OrbitClockEstimate[] estimates = new OrbitClockEstimate[system.Satellites.Count];
        for (int i = 0; i < estimates.Length; i++)
        {
            Span<double> s = values.AsSpan(i * Size, Size);
            StateVector state = new(Epoch, ReferenceFrame.Gcrf, new Vector3d(s[0], s[1], s[2]), new Vector3d(s[3], s[4], s[5]));
            estimates[i] = new(system.Satellites[i].Id, state, new ClockState(s[6], s[7]), s[8], s[9..].ToArray());
        }

        return new OrbitClockSolution(Epoch, estimates, Used, Rejected, InnovationRms);
    }
}
