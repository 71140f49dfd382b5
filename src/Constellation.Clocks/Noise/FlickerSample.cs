namespace Constellation.Clocks;

/// <summary>One sample of a <see cref="FlickerBlock"/>: the gains of its deviates, and the loads of what is unknown of the poles after it.</summary>
internal sealed class FlickerSample
{
    /// <param name="step">The step that leads to the sample.</param>
    /// <param name="outputs">1: the value is read. 2: the increment of the integral as well.</param>
    /// <param name="before">The sample before; none at the start of a block, where the poles are known.</param>
    public FlickerSample(FlickerStep step, int outputs, FlickerSample? before)
    {
        const int poles = FlickerBank.PoleCount;
        double[][] open = before?.Open ?? [];
        int columns = open.Length + step.Loads.Length;
        double[][] rows = new double[poles + 2][];
        for (int j = 0; j < rows.Length; j++)
        {
            rows[j] = new double[columns];
        }

        // Rows over independent unit deviates: the poles, the increment of the integral, the value.
        for (int j = 0; j < poles; j++)
        {
            for (int k = 0; k < open.Length; k++)
            {
                rows[j][k] = step.Decay[j] * open[k][j];
                rows[poles][k] += step.Mean[j] * open[k][j];
            }
        }

        for (int k = 0; k < step.Loads.Length; k++)
        {
            for (int j = 0; j <= poles; j++)
            {
                rows[j][open.Length + k] = step.Loads[k][j];
            }
        }

        for (int k = 0; k < columns; k++)
        {
            for (int j = 0; j < poles; j++)
            {
                rows[poles + 1][k] += rows[j][k];
            }
        }

        double[] whole = [.. rows.Select(r => Orthogonal.Dot(r, r))];
        Gains = new double[RowLength(outputs)];
        for (int o = 0; o < outputs; o++)
        {
            double[] load = Orthogonal.TakeOut(rows, poles + 1 - o);
            load.AsSpan(0, poles).CopyTo(Gains.AsSpan(o * poles));
            Gains[(outputs * poles) + o] = load[poles];
        }

        Open = Orthogonal.Loads(rows[..poles], whole[..poles]);
    }

    /// <summary>What the deviates of the sample add: the first to each pole, then the second, then each to the integral.</summary>
    public double[] Gains { get; }

    /// <summary>Loads on the poles of what is unknown after this sample: one row for each deviate that the end of a block here takes.</summary>
    public double[][] Open { get; }

    /// <summary>Numbers in <see cref="Gains"/>: the poles for each deviate, the integral for each, and what is wanting to a vector.</summary>
    public static int RowLength(int outputs) => (outputs * FlickerBank.PoleCount) + 4;
}
