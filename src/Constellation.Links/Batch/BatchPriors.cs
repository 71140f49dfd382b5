using Constellation.Core;
using Constellation.Orbits;

namespace Constellation.Links;

/// <summary>What is known of the unknowns of the arc before the measurements, as rows of normal equations.</summary>
internal static class BatchPriors
{
    /// <summary>Least deviation of a delay or zenith delay, m: keeps noise-free systems regular.</summary>
    private const double LeastDelay = 1e-6;

    /// <summary>Everything but first states: parameters of forces, delays, zenith delays.</summary>
    public static void AddNuisance(BatchPoint point, SymmetricMatrix normal, Span<double> right)
    {
        for (int i = 0; i < point.Trajectories.Length; i++)
        {
            AddForces(point, i, normal, right);
        }

        BatchLayout layout = point.Layout;
        for (int n = 0; n < point.System.NodeCount; n++)
        {
            if (point.System.PayloadOf(n) is { } payload)
            {
                double sigma = Math.Max(Math.Sqrt(2) * payload.DelaySigma, LeastDelay), walk = Math.Max(payload.DelayWalk * Math.Sqrt(2 * layout.DelayInterval), LeastDelay);
                AddChain(normal, right, point.Values, layout.DelaySum(n), 1, layout.DelayPieces, sigma, 1, walk);
                AddChain(normal, right, point.Values, layout.DelayDifference(n), 1, layout.DelayPieces, sigma, 1, walk);
            }

            if (point.System.IsStation(n))
            {
                double sigma = Math.Max(point.System.Equipment.TroposphereSigma, LeastDelay), kept = Math.Exp(-layout.ZenithInterval / point.System.Equipment.TroposphereTime);
                AddChain(normal, right, point.Values, layout.Zenith(n), 1, layout.ZenithPieces, sigma, kept, sigma * Math.Sqrt(1 - (kept * kept)));
            }
        }
    }

    /// <summary>First states against those that the operator believed.</summary>
    public static void AddStates(BatchPoint point, SymmetricMatrix normal, Span<double> right)
    {
        for (int i = 0; i < point.Trajectories.Length; i++)
        {
            (BatchTrajectory trajectory, SatelliteApriori apriori, int first) = (point.Trajectories[i], point.Satellites[i].Apriori, point.Layout.Orbit(i));
            Geodesy.Vector3d r = trajectory.Apriori.Position - trajectory.Initial.Position, v = trajectory.Apriori.Velocity - trajectory.Initial.Velocity;
            ReadOnlySpan<double> difference = [r.X, r.Y, r.Z, v.X, v.Y, v.Z];
            for (int k = 0; k < 6; k++)
            {
                double sigma = k < 3 ? apriori.PositionSigma : apriori.VelocitySigma;
                Add(normal, right, first + k, difference[k], 1 / (sigma * sigma));
            }
        }
    }

    /// <summary>No turn of the net against the predicted first states: the sum of r x dr is zero. What takes the place of the ground where there is none.</summary>
    public static void AddNoRotation(BatchPoint point, SymmetricMatrix normal, Span<double> right)
    {
        // A turn of 1e-10 rad moves a medium orbit by 3 mm: held ten times tighter than links could ever tell.
        const double sigma = 1e-11;
        double scale = point.Trajectories.Sum(t => t.Apriori.Position.NormSquared);
        DenseMatrix rows = new(3, point.Layout.Size);
        double[] values = new double[3];
        for (int i = 0; i < point.Trajectories.Length; i++)
        {
            int first = point.Layout.Orbit(i);
            Geodesy.Vector3d r = point.Trajectories[i].Apriori.Position / scale, moved = r.Cross(point.Trajectories[i].Apriori.Position - point.Trajectories[i].Initial.Position);
            (rows[0, first + 1], rows[0, first + 2]) = (-r.Z / sigma, r.Y / sigma);
            (rows[1, first], rows[1, first + 2]) = (r.Z / sigma, -r.X / sigma);
            (rows[2, first], rows[2, first + 1]) = (-r.Y / sigma, r.X / sigma);
            (values[0], values[1], values[2]) = (values[0] + (moved.X / sigma), values[1] + (moved.Y / sigma), values[2] + (moved.Z / sigma));
        }

        normal.AddSquare(rows, 3);
        for (int k = 0; k < 3; k++)
        {
            RowKernel.AddScaled(values[k], rows.Row(k), right);
        }
    }

    private static void AddForces(BatchPoint point, int satellite, SymmetricMatrix normal, Span<double> right)
    {
        BatchTrajectory trajectory = point.Trajectories[satellite];
        BatchSettings settings = point.Settings;
        double[] values = [.. trajectory.Values];
        int first = point.Layout.Orbit(satellite) + 6, nodes = trajectory.Nodes;
        for (int k = 0; k < values.Length - (3 * nodes); k++)
        {
            ForceParameter parameter = trajectory.Parameters[k];
            double sigma = settings.RadiationSigma * parameter.Scale;
            Add(normal, right, first + k, parameter.Value - values[k], 1 / (sigma * sigma));
        }

        AccelerationNoise noise = settings.Acceleration;
        ReadOnlySpan<double> sigmas = [noise.Radial, noise.Along, noise.Cross];
        double kept = Math.Exp(-trajectory.NodeSpacing / noise.CorrelationTime);
        for (int axis = 0; axis < 3 && nodes > 0; axis++)
        {
            double sigma = Math.Max(sigmas[axis], settings.MinimumAcceleration);
            int offset = values.Length - (3 * nodes) + axis;
            AddChain(normal, right, values.AsSpan(), first + offset, 3, nodes, sigma, kept, sigma * Math.Sqrt(1 - (kept * kept)), offset);
        }
    }

    /// <summary>A first-order chain x_0 ~ sigma, x_(j+1) = kept x_j + noise, about zero.</summary>
    private static void AddChain(
        SymmetricMatrix normal, Span<double> right, ReadOnlySpan<double> values, int first, int stride, int count, double sigma, double kept, double noise, int valuesFrom = -1)
    {
        int from = valuesFrom < 0 ? first : valuesFrom;
        Add(normal, right, first, -values[from], 1 / (sigma * sigma));
        double weight = 1 / (noise * noise);
        Span<int> places = stackalloc int[2];
        ReadOnlySpan<double> partials = [-kept, 1];
        for (int j = 0; j + 1 < count; j++)
        {
            (places[0], places[1]) = (first + (j * stride), first + ((j + 1) * stride));
            double residual = (kept * values[from + (j * stride)]) - values[from + ((j + 1) * stride)];
            normal.AddRow(places, partials, weight);
            right[places[0]] -= weight * kept * residual;
            right[places[1]] += weight * residual;
        }
    }

    private static void Add(SymmetricMatrix normal, Span<double> right, int unknown, double residual, double weight)
    {
        normal[unknown, unknown] += weight;
        right[unknown] += weight * residual;
    }
}
