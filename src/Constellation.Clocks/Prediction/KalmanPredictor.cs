using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Kalman filter of the clock model's own state over the window, waves of the revolution included, continued to the horizon.</summary>
public sealed class KalmanPredictor(ClockModel model) : ClockPredictor
{
    /// <inheritdoc/>
    /// <remarks>The gains run forward once; the weights follow backward from them: w_k = r K_k, then r becomes r (I - K_k H) F.</remarks>
    public override double[]? Weights(ReadOnlySpan<bool> present, Duration interval, Duration horizon)
    {
        ClockFilterModel states = new(model, interval, (interval * present.Length) + horizon);
        ClockFilter filter = new(states);
        int n = states.Size, rows = present.Length, there = 0;
        double[] gains = new double[rows * n];
        for (int k = 0; k < rows; k++)
        {
            if (k > 0)
            {
                filter.Predict();
            }

            if (present[k])
            {
                filter.Update(null);
                filter.Gain.CopyTo(gains, k * n);
                there++;
            }
        }

        if (there < 2)
        {
            return null;
        }

        double[] weights = new double[rows], row = states.PhaseRow(horizon.TotalSeconds), next = new double[n], f = states.Transition;
        for (int k = rows - 1; k >= 0; k--)
        {
            for (int s = 0; s < n; s++)
            {
                weights[k] += row[s] * gains[(k * n) + s];
            }

            row[0] -= weights[k];
            for (int column = 0; column < n; column++)
            {
                next[column] = 0;
                for (int s = 0; s < n; s++)
                {
                    next[column] += row[s] * f[(s * n) + column];
                }
            }

            next.CopyTo(row, 0);
        }

        return weights;
    }
}
