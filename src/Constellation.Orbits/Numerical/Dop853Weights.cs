namespace Constellation.Orbits;

/// <summary>The tableau in the form that steps run on: zeros left out, one row after the other.</summary>
internal static class Dop853Weights
{
    static Dop853Weights()
    {
        List<double> weights = [];
        List<int> stages = [];
        RowStart = new int[Dop853Tableau.AllStages + 1];
        for (int s = 0; s < Dop853Tableau.AllStages; s++)
        {
            RowStart[s] = weights.Count;
            for (int j = 0; j < Dop853Tableau.A[s].Length; j++)
            {
                if (Dop853Tableau.A[s][j] != 0)
                {
                    weights.Add(Dop853Tableau.A[s][j]);
                    stages.Add(j);
                }
            }
        }

        RowStart[^1] = weights.Count;
        (Weights, Stages) = ([.. weights], [.. stages]);
    }

    public static int[] RowStart { get; }

    public static double[] Weights { get; }

    public static int[] Stages { get; }
}
