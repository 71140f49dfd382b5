namespace Constellation.Reporting;

/// <summary>Signal-in-space errors of two runs over the satellites and epochs that both have: a satellite that one run loses would else change the figures by being away.</summary>
internal sealed class PairedSignals(SisreFigures a, SisreFigures b, int epochs)
{
    /// <param name="metric">One of <see cref="SisreFigures.Metrics"/>.</param>
    /// <param name="scope">What the satellites are called together.</param>
    /// <param name="satellites">Of either run.</param>
    public ComparisonRow Of(string metric, string scope, IEnumerable<string> satellites)
    {
        double[] squaresA = new double[epochs], squaresB = new double[epochs], counts = new double[epochs];
        int onlyA = 0, onlyB = 0;
        foreach (string satellite in satellites)
        {
            ReadOnlySpan<double> valuesA = a.Of(metric, satellite), valuesB = b.Of(metric, satellite);
            List<int> both = [];
            for (int e = 0; e < epochs; e++)
            {
                bool hasA = e < valuesA.Length && !double.IsNaN(valuesA[e]), hasB = e < valuesB.Length && !double.IsNaN(valuesB[e]);
                onlyA += hasA && !hasB ? 1 : 0;
                onlyB += hasB && !hasA ? 1 : 0;
                if (hasA && hasB)
                {
                    both.Add(e);
                }
            }

            bool varying = metric == SisreFigures.VaryingClock;
            (double meanA, double meanB) = varying ? (Mean(valuesA, both), Mean(valuesB, both)) : (0, 0);
            foreach (int e in both)
            {
                squaresA[e] += (valuesA[e] - meanA) * (valuesA[e] - meanA);
                squaresB[e] += (valuesB[e] - meanB) * (valuesB[e] - meanB);
                counts[e]++;
            }
        }

        EpochBatches batches = new([.. counts.Select(c => c > 0)]);
        double[] figureA = BatchedFigures.RootMean(batches, squaresA, counts), figureB = BatchedFigures.RootMean(batches, squaresB, counts);
        return new(metric, scope, figureA[0], figureB[0], batches.Sigma(figureA, figureB), (int)counts.Sum(), onlyA, onlyB, "m");
    }

    private static double Mean(ReadOnlySpan<double> values, List<int> epochs)
    {
        double sum = 0;
        foreach (int e in epochs)
        {
            sum += values[e];
        }

        return sum / epochs.Count;
    }
}
