namespace Constellation.Core;

/// <summary>Nodes and weights of Gauss-Legendre quadrature on [-1, 1].</summary>
public static class GaussLegendre
{
    /// <summary>By Newton's method on the recurrence of the polynomials.</summary>
    public static (double[] At, double[] Weight) Rule(int count)
    {
        double[] at = new double[count], weight = new double[count];
        for (int i = 0; i < count; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5)), slope = 1;
            for (int iteration = 0; iteration < 20; iteration++)
            {
                (double before, double value) = (1, x);
                for (int k = 2; k <= count; k++)
                {
                    (before, value) = (value, ((((2 * k) - 1) * x * value) - ((k - 1) * before)) / k);
                }

                slope = count * ((x * value) - before) / ((x * x) - 1);
                x -= value / slope;
            }

            (at[i], weight[i]) = (x, 2 / ((1 - (x * x)) * slope * slope));
        }

        return (at, weight);
    }
}
