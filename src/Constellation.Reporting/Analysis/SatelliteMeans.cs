namespace Constellation.Reporting;

/// <summary>Takes the mean of each satellite over a run out of its values.</summary>
internal static class SatelliteMeans
{
    /// <param name="values">By row; NaN where there is none.</param>
    /// <param name="satellites">Satellite of each row.</param>
    /// <param name="count">Number of satellites.</param>
    public static double[] Removed(double[] values, int[] satellites, int count)
    {
        double[] sums = new double[count];
        int[] counts = new int[count];
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]))
            {
                sums[satellites[row]] += values[row];
                counts[satellites[row]]++;
            }
        }

        return [.. values.Select((v, row) => v - (sums[satellites[row]] / counts[satellites[row]]))];
    }
}
