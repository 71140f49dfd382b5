namespace Constellation.Orbits;

/// <summary>One accepted step with its interpolating polynomial of order 7.</summary>
/// <param name="Start">Time at the step's beginning.</param>
/// <param name="Size">Signed length.</param>
/// <param name="Coefficients">Eight rows of one number for each component.</param>
internal readonly record struct DenseStep(double Start, double Size, double[] Coefficients)
{
    public double Low => Math.Min(Start, Start + Size);

    /// <summary>[HairerNorsettWanner93] II eq. 6.8: nested in x and 1 - x.</summary>
    public void Evaluate(double t, Span<double> y)
    {
        int n = y.Length;
        double x = (t - Start) / Size, z = 1 - x;
        for (int i = 0; i < n; i++)
        {
            double sum = Coefficients[(7 * n) + i];
            sum = Coefficients[(6 * n) + i] + (x * sum);
            sum = Coefficients[(5 * n) + i] + (z * sum);
            sum = Coefficients[(4 * n) + i] + (x * sum);
            sum = Coefficients[(3 * n) + i] + (z * sum);
            sum = Coefficients[(2 * n) + i] + (x * sum);
            sum = Coefficients[n + i] + (z * sum);
            y[i] = Coefficients[i] + (x * sum);
        }
    }
}
