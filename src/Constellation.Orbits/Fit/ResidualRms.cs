using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Root mean squares of residuals, m; NaN where there is none.</summary>
/// <param name="Radial">Rms of the radial component.</param>
/// <param name="Along">Along the track.</param>
/// <param name="Cross">Across it.</param>
/// <param name="Total">Of the whole vector.</param>
/// <param name="Largest">Longest vector.</param>
/// <param name="Count">How many.</param>
/// <param name="MeanRadial">Mean of the radial component: positive where the given orbit is higher than the computed one.</param>
public readonly record struct ResidualRms(double Radial, double Along, double Cross, double Total, double Largest, int Count, double MeanRadial)
{
    public static ResidualRms Of(IEnumerable<ArcResidual> residuals, ArcResidualRole role)
    {
        (Vector3d squares, double largest, double radial, int count) = (Vector3d.Zero, 0, 0, 0);
        foreach (ArcResidual residual in residuals)
        {
            if (residual.Role == role)
            {
                Vector3d d = residual.Rac;
                squares += new Vector3d(d.X * d.X, d.Y * d.Y, d.Z * d.Z);
                largest = Math.Max(largest, d.Norm);
                radial += d.X;
                count++;
            }
        }

        if (count == 0)
        {
            return new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, double.NaN);
        }

        Vector3d mean = squares / count;
        return new(Math.Sqrt(mean.X), Math.Sqrt(mean.Y), Math.Sqrt(mean.Z), Math.Sqrt(mean.X + mean.Y + mean.Z), largest, count, radial / count);
    }
}
