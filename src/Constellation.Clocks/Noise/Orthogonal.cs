namespace Constellation.Clocks;

/// <summary>Gram-Schmidt on Gaussian variables written as rows over independent unit deviates: their covariance as few loads.</summary>
internal static class Orthogonal
{
    /// <summary>Share of a variance below which what is left of a variable is dropped.</summary>
    private const double NeglectedVariance = 1e-8;

    /// <summary>For each deviate what it adds to each variable; the variable with the greatest share left comes next. Leaves in <paramref name="rows"/> what was dropped.</summary>
    /// <param name="rows">Variables.</param>
    /// <param name="whole">Variances that what is left is measured against.</param>
    public static double[][] Loads(double[][] rows, double[] whole)
    {
        List<double[]> loads = [];
        while (true)
        {
            int pivot = -1;
            double worst = NeglectedVariance;
            for (int i = 0; i < rows.Length; i++)
            {
                double left = whole[i] > 0 ? Dot(rows[i], rows[i]) / whole[i] : 0;
                (pivot, worst) = left > worst ? (i, left) : (pivot, worst);
            }

            if (pivot < 0)
            {
                return [.. loads];
            }

            loads.Add(TakeOut(rows, pivot));
        }
    }

    /// <summary>Takes the direction of one variable out of all; its loads on them.</summary>
    public static double[] TakeOut(double[][] rows, int pivot)
    {
        double norm = Math.Sqrt(Dot(rows[pivot], rows[pivot]));
        double[] unit = [.. rows[pivot].Select(v => v / norm)];
        double[] load = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            load[i] = Dot(rows[i], unit);
            for (int k = 0; k < unit.Length; k++)
            {
                rows[i][k] -= load[i] * unit[k];
            }
        }

        return load;
    }

    public static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
