using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>The prediction error that a clock model expects of a predictor: exact for its noises, drift and once-per-revolution term.</summary>
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

    internal static double RootMeanSquare(ClockModel model, double[] weights, Duration interval, Duration horizon)
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
        double squares = 0, sine = 0, cosine = 0;
        for (int i = 0; i < c.Length; i++)
        {
            double t = (i - weights.Length + 1) * dt;
            (double sin, double cos) = Math.SinCos(2 * Math.PI * t / model.HarmonicPeriod);
            squares += c[i] * t * t;
            sine += c[i] * sin;
            cosine += c[i] * cos;
        }

        double drift = ((model.DriftMean * model.DriftMean) + (model.DriftSpread * model.DriftSpread)) * squares * squares / 4;
        double wave = model.HarmonicAmplitude * model.HarmonicAmplitude * ((sine * sine) + (cosine * cosine)) / 2;
        return Math.Sqrt(noise + drift + wave);
    }
}
