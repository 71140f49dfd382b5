using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Which observation is most likely the fault: the largest residual over its own standard deviation.</summary>
/// <remarks>
/// w = r / (sigma sqrt(1 - h)), h the observation's pull on its own prediction: h = (1 / W + d' C d) / sigma^2 with d = S / W - u, W and S the sums of
/// weights and weighted directions of its clock. For one fault this is the most likely one [Baarda68]; several are taken one after the other.
/// </remarks>
internal static class FaultSearch
{
    /// <summary>Index of the observation and its w; -1 where none can be judged.</summary>
    public static (int Index, double W) Worst(in PseudorangeObservations o, Position<Itrf> position, Symmetric3 covariance, ReadOnlySpan<double> residuals)
    {
        Span<double> weight = stackalloc double[SinglePointSolver.MaximumClocks];
        Span<Vector3d> direction = stackalloc Vector3d[SinglePointSolver.MaximumClocks];
        weight.Clear();
        direction.Clear();
        for (int i = 0; i < o.Count; i++)
        {
            double w = 1.0 / (o.Sigma[i] * o.Sigma[i]);
            weight[o.ClockColumn[i]] += w;
            direction[o.ClockColumn[i]] += w * Unit(o, i, position);
        }

        (int worst, double largest) = (-1, 0.0);
        for (int i = 0; i < o.Count; i++)
        {
            double total = weight[o.ClockColumn[i]], variance = o.Sigma[i] * o.Sigma[i];
            Vector3d d = (direction[o.ClockColumn[i]] / total) - Unit(o, i, position);
            double left = 1.0 - (((1.0 / total) + d.Dot(covariance * d)) / variance);

            // An observation that the others hardly check (left near 0) has no residual to be judged by.
            if (left > 1e-3 && Math.Abs(residuals[i]) / (o.Sigma[i] * Math.Sqrt(left)) is double w && w > largest)
            {
                (worst, largest) = (i, w);
            }
        }

        return (worst, largest);
    }

    private static Vector3d Unit(in PseudorangeObservations o, int i, Position<Itrf> position) =>
        new Vector3d(o.X[i] - position.X, o.Y[i] - position.Y, o.Z[i] - position.Z).Unit();
}
