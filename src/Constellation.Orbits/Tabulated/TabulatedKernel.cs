using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>The interpolation of <see cref="TabulatedOrbit"/> for many equally spaced epochs of one segment.</summary>
/// <remarks>The sums of the scalar form in another order: within 1e-7 m and 1e-10 m/s of it (tested).</remarks>
/// <param name="still">Positions on axes held still.</param>
/// <param name="firstRow">First row of the segment.</param>
/// <param name="lastRow">Last row of the segment, ten or more after the first.</param>
/// <param name="rowSeconds">Interval of the rows.</param>
/// <param name="axesRate">Rate of the rotating axes against the still ones, rad/s.</param>
internal readonly ref struct TabulatedKernel(ReadOnlySpan<Vector3d> still, int firstRow, int lastRow, double rowSeconds, double axesRate)
{
    private const int Nodes = TabulatedOrbit.Nodes;
    private const int Lanes = 4;
    private const int WeightsPerPhase = 2 * Nodes;

    private readonly ReadOnlySpan<Vector3d> _still = still;

    /// <param name="elapsed">Seconds of the first epoch since the first row of the table.</param>
    /// <param name="start">The first epoch.</param>
    /// <param name="step">Interval of the epochs.</param>
    /// <param name="phases">Number of epochs after which they lie between rows as before; 0 where they do not.</param>
    /// <param name="states">Receives the states.</param>
    public void Fill(double elapsed, Epoch start, Duration step, int phases, Span<StateVector> states)
    {
        double between = step.TotalSeconds;
        phases = Math.Min(phases, states.Length);
        double[] weights = new double[Math.Max(phases, 1) * WeightsPerPhase];
        bool[] known = new bool[Math.Max(phases, 1)];
        Span<double> own = stackalloc double[WeightsPerPhase], angles = stackalloc double[2 * Lanes];
        Epoch epoch = start;
        int phase = 0;
        for (int i = 0; i < states.Length; i++, epoch += step)
        {
            if ((i & (Lanes - 1)) == 0)
            {
                Vector256<double> seconds = Vector256.Create(elapsed) + (between * Vector256.Create(i, i + 1.0, i + 2.0, i + 3.0));
                (Vector256<double> sin, Vector256<double> cos) = VectorTrigonometry.SinCos(axesRate * seconds);
                sin.CopyTo(angles);
                cos.CopyTo(angles[Lanes..]);
            }

            double row = (elapsed + (i * between)) / rowSeconds;
            int first = TabulatedOrbit.FirstNode(row, Nodes, (firstRow, lastRow));
            scoped Span<double> w;
            if (phases > 0 && first > firstRow && first + Nodes - 1 < lastRow)
            {
                w = weights.AsSpan(phase * WeightsPerPhase, WeightsPerPhase);
                if (!known[phase])
                {
                    LagrangeWeights.Fill(row - first, w[..Nodes], w[Nodes..]);
                    known[phase] = true;
                }
            }
            else
            {
                w = own;
                LagrangeWeights.Fill(row - first, w[..Nodes], w[Nodes..]);
            }

            phase = phase + 1 >= phases ? 0 : phase + 1;
            states[i] = Interpolate(epoch, first, w, angles[i & (Lanes - 1)], angles[Lanes + (i & (Lanes - 1))]);
        }
    }

    private StateVector Interpolate(Epoch epoch, int first, scoped ReadOnlySpan<double> w, double sin, double cos)
    {
        // x, y and z of a row and the x of the next in one vector: the fourth lane is not used.
        ReadOnlySpan<double> rows = MemoryMarshal.Cast<Vector3d, double>(_still[first..(first + Nodes)]);
        Vector256<double> position = Vector256<double>.Zero, velocity = Vector256<double>.Zero;
        for (int j = 0; j < Nodes - 1; j++)
        {
            Vector256<double> node = Vector256.Create(rows.Slice(3 * j, Lanes));
            position += w[j] * node;
            velocity += w[Nodes + j] * node;
        }

        const int end = 3 * (Nodes - 1);
        Vector256<double> last = Vector256.Create(rows[end], rows[end + 1], rows[end + 2], 0);
        position += w[Nodes - 1] * last;
        velocity += w[(2 * Nodes) - 1] * last;
        velocity /= rowSeconds;
        (double x, double y, double z) = (position[0], position[1], position[2]);
        (double vx, double vy, double vz) = (velocity[0], velocity[1], velocity[2]);
        Vector3d rotating = new((cos * x) + (sin * y), (cos * y) - (sin * x), z);
        return new StateVector(
            epoch,
            ReferenceFrame.Itrf,
            rotating,
            new((cos * vx) + (sin * vy) + (axesRate * rotating.Y), (cos * vy) - (sin * vx) - (axesRate * rotating.X), vz));
    }
}
