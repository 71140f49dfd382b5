using Constellation.Core;

namespace Constellation.Positioning;

/// <summary>The satellites of one epoch for the accuracy kernel: sorted by receiver clock, each with the variance of its signal in space.</summary>
/// <remarks>That variance is the average over the users in view, as SISRE is; <see cref="CovarianceReference"/> takes one by direction.</remarks>
internal sealed class AccuracySky
{
    private AccuracySky(double[] x, double[] y, double[] z, double[] variance, int[] ends, double[][] code) => (X, Y, Z, Variance, Ends, Code) = (x, y, z, variance, ends, code);

    public double[] X { get; }

    public double[] Y { get; }

    public double[] Z { get; }

    /// <summary>Of the signal in space, m^2.</summary>
    public double[] Variance { get; }

    /// <summary>Behind the last satellite of each clock.</summary>
    public int[] Ends { get; }

    /// <summary>Coefficients of the code variance by clock.</summary>
    public double[][] Code { get; }

    /// <summary>Satellites that the user tracks.</summary>
    /// <param name="snapshot">Where they are.</param>
    /// <param name="systems">System of every satellite of the source.</param>
    /// <param name="spaceSigma">Deviation of every satellite of the source, m.</param>
    /// <param name="code">Coefficients of the code variance by system.</param>
    public static AccuracySky Of(SatelliteSnapshot snapshot, IReadOnlyList<GnssSystem> systems, IReadOnlyList<double> spaceSigma, IReadOnlyDictionary<GnssSystem, double[]> code)
    {
        int[] order = [.. Enumerable.Range(0, snapshot.Count).Where(i => code.ContainsKey(systems[snapshot.Satellite[i]])).OrderBy(i => systems[snapshot.Satellite[i]]).ThenBy(i => i)];
        GnssSystem[] present = [.. order.Select(i => systems[snapshot.Satellite[i]]).Distinct()];
        return new(
            [.. order.Select(i => snapshot.X[i])], [.. order.Select(i => snapshot.Y[i])], [.. order.Select(i => snapshot.Z[i])],
            [.. order.Select(i => spaceSigma[snapshot.Satellite[i]] * spaceSigma[snapshot.Satellite[i]])],
            [.. present.Select(p => order.Count(i => systems[snapshot.Satellite[i]] <= p))],
            [.. present.Select(p => code[p])]);
    }
}
