using Constellation.Core;
using Constellation.Links;

namespace Constellation.Tests.Links;

public sealed class SquareRootCovarianceTests
{
    private static readonly EntityId s_entity = EntityId.Satellite(new SatelliteId(GnssSystem.BeiDou, 1));

    /// <summary>Random blocks, rows and steps at every size from one unknown to more than five panels, with full and partly filled blocks of measurements.</summary>
    [Theory, InlineData(1, 1), InlineData(5, 3), InlineData(9, 9), InlineData(13, 8), InlineData(22, 17), InlineData(31, 40), InlineData(47, 25)]
    public void Square_root_equals_the_covariance_form(int size, int rows)
    {
        RandomDraws draws = new((ulong)size, 0, s_entity, NoisePurpose.ClockInitial);
        ulong at = 0;
        double Draw() => draws.NormalAt(at++);
        TransitionBlock[] blocks = Blocks(size, Draw);
        (SquareRootCovariance root, CovarianceReference reference) = (new(size, blocks), new(size));
        for (int i = 0; i < size; i++)
        {
            double sigma = 1 + Math.Abs(Draw());
            root.SetSigma(i, sigma);
            reference[i, i] = sigma * sigma;
        }

        double[] expected = new double[size];
        for (int step = 0; step < 4; step++)
        {
            root.Propagate(blocks);
            reference.Propagate(blocks);
            if (step == 2)
            {
                root.Widen(new Widening(size / 2, 3));
                reference[size / 2, size / 2] += 9;
            }

            (MeasurementRow row, double[] full)[] measurements = [.. Enumerable.Range(0, rows).Select(_ => Row(size, Draw))];
            double[] correction = new double[size];
            Array.Clear(expected);
            UpdateTally tally = root.Update([.. measurements.Select(m => m.row)], 100, double.PositiveInfinity, correction);
            double squares = 0;
            foreach ((MeasurementRow row, double[] full) in measurements)
            {
                (double s, double[] gain) = reference.Update(full, row.Variance);
                double innovation = row.Innovation - full.Zip(expected, (h, x) => h * x).Sum();
                squares += innovation * innovation / s;
                expected = [.. expected.Zip(gain, (x, k) => x + (k * innovation))];
            }

            Check.Within(Tolerance.Of(1e-9 * squares, "", "rounding of some thousand products"), squares, tally.SumOfSquares, "sum of squares");
            Assert.Equal(rows, tally.Used);
            for (int i = 0; i < size; i++)
            {
                Check.Within(Tolerance.Of(1e-9, "", "rounding, states of order one"), expected[i], correction[i], $"state {i}");
                for (int j = 0; j < size; j++)
                {
                    Check.Within(Tolerance.Of(1e-9 * Math.Sqrt(reference[i, i] * reference[j, j]), "", "rounding; priors of one, noise of a tenth"), reference[i, j], root[i, j], $"P {i},{j}");
                }
            }

            Check.Within(Tolerance.Of(1e-9, "", "the same"), Quadratic(reference, measurements[0].full), root.VarianceOf(measurements[0].row, 100), "h P h'");
        }
    }

    /// <summary>A row beyond the gate leaves no trace, wherever it stands in its block of eight.</summary>
    [Theory, InlineData(0), InlineData(3), InlineData(7), InlineData(9)]
    public void A_row_beyond_the_gate_changes_nothing(int outlier)
    {
        const int size = 14;
        double[][] results = new double[2][];
        for (int with = 0; with < 2; with++)
        {
            RandomDraws draws = new(3, 0, s_entity, NoisePurpose.ClockInitial);
            ulong at = 0;
            double Draw() => draws.NormalAt(at++);
            TransitionBlock[] blocks = Blocks(size, Draw);
            SquareRootCovariance root = new(size, blocks);
            for (int i = 0; i < size; i++)
            {
                root.SetSigma(i, 1);
            }

            List<MeasurementRow> rows = [.. Enumerable.Range(0, 12).Select(_ => Row(size, Draw).Row)];
            foreach (MeasurementRow row in rows)
            {
                row.Innovation *= 0.01;
            }

            if (with == 1)
            {
                MeasurementRow wrong = Row(size, Draw).Row;
                wrong.Innovation = 1e4;
                rows.Insert(outlier, wrong);
            }

            double[] correction = new double[size];
            UpdateTally tally = root.Update([.. rows], 100, 6, correction);
            Assert.Equal((12, with), (tally.Used, tally.Rejected));
            results[with] = [.. correction, .. Enumerable.Range(0, size).Select(i => root[i, i])];
        }

        for (int i = 0; i < results[0].Length; i++)
        {
            Check.Within(Tolerance.Of(1e-12, "", "other blocks of eight, other order of sums"), results[0][i], results[1][i], $"value {i}");
        }
    }

    /// <summary>
    /// Two clocks unknown to 1e6 m, their difference measured to 0.1 mm, then their sum: variances by hand, ten digits apart or more. The covariance form is
    /// left with rounding of 1e12 m^2, 1e-4 m^2, where 1e-8 m^2 should be.
    /// </summary>
    [Fact]
    public void Prior_and_posterior_may_be_twenty_digits_apart()
    {
        TransitionBlock[] blocks = [new(0, 1), new(1, 1)];
        SquareRootCovariance root = new(2, blocks);
        CovarianceReference reference = new(2);
        (reference[0, 0], reference[1, 1]) = (1e12, 1e12);
        root.SetSigma(0, 1e6);
        root.SetSigma(1, 1e6);
        MeasurementRow difference = new() { Variance = 1e-8 }, sum = new() { Variance = 1e-8 };
        difference.Add(0, -1);
        difference.Add(1, 1);
        sum.Add(0, 1);
        sum.Add(1, 1);
        double[] x = new double[2];
        root.Update([difference], 0, 6, x);
        Check.Within(Tolerance.Of(1e-18, "m^2", "ten digits"), 1e-8, root.VarianceOf(difference, 0), "variance of the difference");
        Check.Within(Tolerance.Of(1, "m^2", "twelve digits"), 5e11, root[0, 0], "each is half as uncertain as before");
        for (int k = 0; k < 1000; k++)
        {
            root.Update([sum, difference], 0, 6, x);
        }

        // A variance of 1e-8 / 1000 (and 1001) of sum and difference: the clocks have the mean of both over two.
        double expected = ((1e-8 / 1000) + (1e-8 / 1001)) / 4;
        Check.Within(Tolerance.Of(1e-9 * expected, "m^2", "nine digits after 2001 updates over 24 orders of magnitude"), expected, root[0, 0], "variance of a clock");

        reference.Update([-1, 1], 1e-8);
        double left = reference[0, 0] + reference[1, 1] - (2 * reference[0, 1]);
        Assert.True(Math.Abs(left - 1e-8) > 1e-9, $"the covariance form keeps {left} m^2 of 1e-8");
    }

    private static double Quadratic(CovarianceReference p, double[] h)
    {
        double sum = 0;
        for (int i = 0; i < h.Length; i++)
        {
            for (int j = 0; j < h.Length; j++)
            {
                sum += h[i] * p[i, j] * h[j];
            }
        }

        return sum;
    }

    private static TransitionBlock[] Blocks(int size, Func<double> draw)
    {
        List<TransitionBlock> blocks = [];
        int[] sizes = [9, 1, 3, 2, 1, 9];
        for (int at = 0, k = 0; at < size; k++)
        {
            TransitionBlock block = new(at, Math.Min(size - at, sizes[k % sizes.Length]));
            for (int i = 0; i < block.Size * block.Size; i++)
            {
                block.Transition[i] = (i % (block.Size + 1) == 0 ? 1 : 0) + (0.2 * draw());
                block.NoiseRoot[i] = k % 4 == 2 ? 0 : 0.1 * draw();
            }

            blocks.Add(block);
            at += block.Size;
        }

        return [.. blocks];
    }

    /// <summary>Up to five unknowns, indices counted from 100.</summary>
    private static (MeasurementRow Row, double[] Full) Row(int size, Func<double> draw)
    {
        MeasurementRow row = new() { Innovation = draw(), Variance = 0.01 * (1 + Math.Abs(draw())) };
        double[] full = new double[size];
        for (int k = 0; k < Math.Min(5, size); k++)
        {
            int place = (int)(Math.Abs(draw()) * 1000) % size;
            double partial = draw();
            row.Add(100 + place, partial);
            full[place] += partial;
        }

        return (row, full);
    }
}
