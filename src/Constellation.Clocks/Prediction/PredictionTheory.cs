using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>The prediction error that a clock model expects of a predictor: exact for its noises, drift and waves of the revolution.</summary>
public static class PredictionTheory
{
    /// <summary>Root mean square error, s; NaN where the predictor has too few offsets.</summary>
    /// <param name="model">The clock. Of its drift the mean and the spread over units count together, of the harmonic every phase alike.</param>
    /// <param name="predictor">How it is predicted.</param>
    /// <param name="interval">Spacing of the offsets of the window.</param>
    /// <param name="count">Number of offsets of the window.</param>
    /// <param name="horizon">From the newest offset; a multiple of the interval.</param>
    /// <remarks>Error against the offset as it would be read then, phase noise included.</remarks>
    public static double RootMeanSquare(ClockModel model, ClockPredictor predictor, Duration interval, int count, Duration horizon)
    {
        bool[] present = new bool[count];
        Array.Fill(present, true);
        return predictor.Weights(present, interval, horizon) is { } weights ? RootMeanSquare(model, weights, interval, horizon) : double.NaN;
    }

    /// <summary>The same for weights of one's own, as of a window with gaps.</summary>
    /// <param name="model">The clock.</param>
    /// <param name="weights">Of the offsets of the window, oldest first; 0 where one is missing.</param>
    /// <param name="interval">Spacing of the offsets.</param>
    /// <param name="horizon">From the newest offset of the window.</param>
    public static double RootMeanSquare(ClockModel model, double[] weights, Duration interval, Duration horizon)
    {
        int ahead = checked((int)Duration.FloorDivide(horizon, interval));
        double dt = interval.TotalSeconds;
        double[] c = new double[weights.Length + ahead];
        for (int i = 0; i < weights.Length; i++)
        {
            c[i] = -weights[i];
        }

        c[^1] += 1;
        double noise = ClockCovariance.Variance(c, ClockCovariance.Table(model, interval, c.Length));
        double squares = 0;
        for (int i = 0; i < c.Length; i++)
        {
            double t = (i - weights.Length + 1) * dt;
            squares += c[i] * t * t;
        }

        double drift = ((model.DriftMean * model.DriftMean) + (model.DriftSpread * model.DriftSpread)) * squares * squares / 4;
        double waves = model.HigherHarmonics.Append(new ClockHarmonic(1, model.HarmonicAmplitude)).Sum(h => h.Amplitude == 0 ? 0 : h.Amplitude * h.Amplitude * Passed(c, 2 * Math.PI * h.Order * dt / model.HarmonicPeriod) / 2);
        return Math.Sqrt(noise + drift + waves);
    }

    /// <summary>|sum of c_k exp(i k angle)|^2: what a sum of offsets lets through of a wave.</summary>
    private static double Passed(double[] c, double angle)
    {
        (double sine, double cosine) = (0, 0);
        for (int i = 0; i < c.Length; i++)
        {
            (double sin, double cos) = Math.SinCos(i * angle);
            sine += c[i] * sin;
            cosine += c[i] * cos;
        }

        return (sine * sine) + (cosine * cosine);
    }
}
