using Constellation.Time;

namespace Constellation.Formats;

/// <summary>One clock of a RINEX clock file: epochs, increasing, and offsets in seconds.</summary>
public sealed record ClkSeries(Epoch[] Epochs, double[] Offsets)
{
    internal static ClkSeries Join(ClkSeries first, ClkSeries second)
    {
        SortedDictionary<Epoch, double> rows = [];
        foreach (ClkSeries series in new[] { first, second })
        {
            for (int i = 0; i < series.Epochs.Length; i++)
            {
                rows[series.Epochs[i]] = series.Offsets[i];
            }
        }

        return new ClkSeries([.. rows.Keys], [.. rows.Values]);
    }
}
