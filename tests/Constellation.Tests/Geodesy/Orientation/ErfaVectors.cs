using System.Globalization;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Geodesy;

/// <summary>Rows of data/frames/erfa.csv, made by the script beside it.</summary>
internal sealed record ErfaVectors(EopRow Eop, Matrix3d GcrfToItrf, double C2t06aDifference, double Gmst82, double Kinematic)
{
    public static IEnumerable<ErfaVectors> All()
    {
        foreach (string line in File.ReadLines(TestData.Local("frames/erfa.csv")).Where(l => l[0] != '#'))
        {
            string[] words = line.Split(',');
            double[] v = [.. words.Select(w => double.Parse(w, CultureInfo.InvariantCulture))];
            // Microseconds as integers: the epoch is exact.
            long micro = long.Parse(words[0], CultureInfo.InvariantCulture);
            Epoch epoch = Epoch.FromJ2000(Duration.FromSeconds(0, 1_000_000_000_000) * micro);
            yield return new(
                new EopRow(epoch, v[1], v[2], v[3], double.NaN, v[4], v[5]),
                new Matrix3d(v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14]),
                v[15], v[16], v[17]);
        }
    }

    /// <summary>Angle of the rotation between two attitudes, rad; accurate for small ones.</summary>
    public static double Angle(Matrix3d a, Matrix3d b)
    {
        Matrix3d d = a * b.Transpose();
        return new Vector3d(d.M23 - d.M32, d.M31 - d.M13, d.M12 - d.M21).Norm / 2;
    }
}
