using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Reporting;

[Collection(OneAtATime.Name)]
public class ClockStabilityTests(SharedRun shared)
{
    private IReadOnlyList<ClockKind> Kinds => ClockStability.Of(shared.Folder);

    private double[] Drawn(SatelliteDefinition satellite)
    {
        ClockRealization clock = shared.Run.Clock(satellite);
        return [.. Enumerable.Range(0, shared.Run.Epochs).Select(k => clock.AtNode(k).Offset)];
    }

    /// <summary>From the clocks drawn once more, not from the table: also what the table keeps is exact.</summary>
    [Fact]
    public void Deviations_are_those_of_FrequencyStability()
    {
        int compared = 0;
        IReadOnlyList<ClockKind> kinds = Kinds;
        foreach (SatelliteDefinition satellite in shared.Run.TakingPart)
        {
            ClockKind kind = kinds.Single(k => k.Name == satellite.Clock);
            ClockRecord unit = kind.Units.Single(u => u.Sat == satellite.Id.ToString());
            double[] offsets = Drawn(satellite);
            Assert.Equal([1, 2, 3, 4, 6, 8, 12, 16, 24], unit.Points.Select(p => p.Tau / 900));
            foreach (StabilityPoint point in unit.Points)
            {
                int m = (int)(point.Tau / 900);
                Assert.Equal(FrequencyStability.Deviation(StabilityStatistic.Oadev, offsets, Duration.FromMinutes(15), m), point.Deviation);
                double freedom = EquivalentDegreesOfFreedom.Of(StabilityStatistic.Oadev, ClockStability.DominantNoise(kind.Model!, point.Tau), offsets.Length, m);
                Assert.Equal(ConfidenceLimits.Of(point.Deviation, freedom, ClockStability.Confidence), new ConfidenceLimits(point.Low, point.High));
                compared++;
            }
        }

        Assert.Equal(30 * 9, compared);
    }

    [Fact]
    public void The_model_line_is_the_catalogue_with_the_mean_square_of_the_drift()
    {
        ClockModel model = EphemerisLibrary.BuiltIn.Clock("PHM-BDS3", new SourceSpan("test"));
        ClockKind kind = Kinds.Single(k => k.Name == "PHM-BDS3");
        Assert.Equal(model, kind.Model! with { Published = model.Published });
        double variance = model.AllanVariance(1e4) + (0.5e8 * ((model.DriftMean * model.DriftMean) + (model.DriftSpread * model.DriftSpread)));
        Check.Within(Tolerance.Of(1e-12 * Math.Sqrt(variance), "1", "three roundings of a square root"), Math.Sqrt(variance), kind.Expected(1e4), "deviation");
        Assert.True(double.IsNaN(new ClockKind("X", null, kind.Units).Expected(1e4)));
    }

    /// <summary>At one interval drift and harmonic are below 1 % of the masers' and rubidiums' noise: the model lies inside 68 % of the bars.</summary>
    /// <remarks>30 independent units: 20.5 expected, standard deviation 2.6; the bounds are 3.5 of them away. Fixed seed.</remarks>
    [Fact]
    public void Bars_hold_the_model_as_often_as_they_say()
    {
        int inside = Kinds.SelectMany(k => k.Units.Select(u => (Model: k.Expected(900), Point: u.Points[0]))).Count(p => p.Point.Low <= p.Model && p.Model <= p.Point.High);
        Assert.InRange(inside, 12, 29);
    }

    [Theory]
    [InlineData(1e-24, 0, 0, 300, 0)]
    [InlineData(1e-24, 0, 1e-30, 1e6, -2)]
    [InlineData(1e-24, 1e-27, 0, 1e5, -1)]
    public void The_dominant_noise_is_that_with_most_variance(double h0, double hMinus1, double hMinus2, double tau, int noise) =>
        Assert.Equal(noise, ClockStability.DominantNoise(new ClockModel("X", "", "") { H0 = h0, HMinus1 = hMinus1, HMinus2 = hMinus2 }, tau));

    [Fact]
    public void White_phase_noise_and_a_loop_are_phase_noise()
    {
        Assert.Equal(2, ClockStability.DominantNoise(new ClockModel("X", "", "") { H2 = 1e-20, H0 = 1e-26 }, 1));
        Assert.Equal(2, ClockStability.DominantNoise(new ClockModel("X", "", "") { LoopPhaseSigma = 1e-10, LoopPhaseTime = 10, H0 = 1e-26 }, 100));
        Assert.Equal(1, ClockStability.DominantNoise(new ClockModel("X", "", "") { H1 = 1e-20, H0 = 1e-26 }, 1));
    }

    [Fact]
    public void A_gap_splits_the_record_and_the_longest_stretch_counts()
    {
        using SampleFolder folder = new();
        SampleRun sample = new() { Only = ["C19"] };
        RunFolder run = folder.Write(sample);
        ColumnTable table = run.Table(RunFolder.OrbitsFile);
        double[] clock = table.Real("clock_s");
        AtomicFile.Write(Path.Combine(run.Path, RunFolder.OrbitsFile), stream =>
        {
            using ParquetTableWriter writer = new(stream, TableColumn.From("epoch_gpst,sat,clock_s"));
            Epoch[] epochs = table.Epochs("epoch_gpst");
            for (int row = 0; row < table.Rows; row++)
            {
                if (row != 70)          // a row that is missing, and a value that is
                {
                    writer.Epoch(epochs[row]).Text("C19").Real(row == 20 ? double.NaN : clock[row]).EndRow();
                }
            }
        });
        StabilityPoint first = ClockStability.Of(run).Single().Units.Single().Points[0];
        Assert.Equal(FrequencyStability.Deviation(StabilityStatistic.Oadev, clock.AsSpan(21, 49), Duration.FromMinutes(15), 1), first.Deviation);
    }

    [Fact]
    public void The_representative_lies_between_the_extremes_of_its_kind()
    {
        foreach (ClockKind kind in Kinds)
        {
            for (int i = 0; i < kind.Representative.Points.Count; i++)
            {
                (double lowest, double median, double highest) = kind.Spread(i);
                Assert.InRange(kind.Representative.Points[i].Deviation, lowest, highest);
                Assert.InRange(median, lowest, highest);
                Assert.Equal(kind.Units.Min(u => u.Points[i].Deviation), lowest);
            }
        }
    }
}
