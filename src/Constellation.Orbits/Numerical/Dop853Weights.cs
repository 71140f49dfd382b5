namespace Constellation.Orbits;

/// <summary>The tableau in the form that steps run on: zeros left out, one row after the other.</summary>
/// <remarks>
/// <see cref="Eased"/> steps in x with t = t0 + h (3 x^2 - 2 x^3). An acceleration that sets in or ends with a power 3/2 of time, as sunlight does
/// at the edges of a penumbra, is smooth in x, so that the order holds where steps in t lose it.
/// </remarks>
internal sealed class Dop853Weights
{
    private Dop853Weights(Func<double, double> time, Func<double, double> rate)
    {
        C = [.. Dop853Tableau.C.Select(time)];
        double[] factor = [.. Dop853Tableau.C.Select(rate)];
        List<double> weights = [];
        List<int> stages = [];
        RowStart = new int[Dop853Tableau.AllStages + 1];
        for (int s = 0; s < Dop853Tableau.AllStages; s++)
        {
            RowStart[s] = weights.Count;
            for (int j = 0; j < Dop853Tableau.A[s].Length; j++)
            {
                double weight = Dop853Tableau.A[s][j] * factor[j];
                if (weight != 0)
                {
                    weights.Add(weight);
                    stages.Add(j);
                }
            }
        }

        RowStart[^1] = weights.Count;
        (Weights, Stages) = ([.. weights], [.. stages]);
        E5 = [.. Dop853Tableau.E5.Select((e, s) => e * factor[s])];
        E3 = [.. Dop853Tableau.E3.Select((e, s) => e * factor[s])];
    }

    public static Dop853Weights Plain { get; } = new(x => x, _ => 1);

    public static Dop853Weights Eased { get; } = new(x => x * x * (3 - (2 * x)), x => 6 * x * (1 - x));

    /// <summary>Where in the step each stage lies.</summary>
    public double[] C { get; }

    public int[] RowStart { get; }

    public double[] Weights { get; }

    public int[] Stages { get; }

    public double[] E5 { get; }

    public double[] E3 { get; }
}
