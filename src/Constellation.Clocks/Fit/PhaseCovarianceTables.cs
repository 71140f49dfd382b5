namespace Constellation.Clocks;

/// <summary>Covariance of the phase of unit levels by lag, in steps of the record: a table for each stride of lags, so that long lags need no long table.</summary>
internal sealed class PhaseCovarianceTables
{
    private const int LagsPerLook = 1 << 12;

    private readonly Dictionary<int, double[][]> _tables = [];

    /// <param name="lags">Lags in strides that the table of each stride shall have.</param>
    /// <param name="cancel">Looked at now and then.</param>
    public PhaseCovarianceTables(IReadOnlyDictionary<int, int> lags, CancellationToken cancel)
    {
        foreach ((int stride, int count) in lags)
        {
            double[][] tables = _tables[stride] = new double[ClockCovariance.Levels][];
            for (int noise = 0; noise < tables.Length; noise++)
            {
                tables[noise] = new double[count];
                for (int lag = 0; lag < count; lag++)
                {
                    if (lag % LagsPerLook == 0)
                    {
                        cancel.ThrowIfCancellationRequested();
                    }

                    tables[noise][lag] = ClockCovariance.OfUnitLevel(noise, lag * stride, 1, 0.5);
                }
            }
        }
    }

    /// <summary>Of one noise, 0 for h_2 ... 4 for h_-2, at lags 0, stride, 2 stride ...</summary>
    public double[] Of(int noise, int stride) => _tables[stride][noise];

    /// <summary>For each stride the sum over all levels but white phase noise.</summary>
    /// <param name="levels">h_2 ... h_-2 in steps.</param>
    public Dictionary<int, double[]> WithoutWhite(double[] levels) => _tables.ToDictionary(t => t.Key, t =>
    {
        double[] sum = new double[t.Value[0].Length];
        for (int noise = 1; noise < levels.Length; noise++)
        {
            for (int lag = 0; levels[noise] > 0 && lag < sum.Length; lag++)
            {
                sum[lag] += levels[noise] * t.Value[noise][lag];
            }
        }

        return sum;
    });
}
