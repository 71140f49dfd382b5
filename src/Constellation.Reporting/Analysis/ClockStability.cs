using Constellation.Clocks;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Reporting;

/// <summary>Stability of the true clocks of a run, by kind: overlapping Allan deviation of <c>clock_s</c> of <c>orbits.parquet</c>.</summary>
/// <remarks>Nothing is removed from the record: the drift of a unit is in its curve, as it is in <see cref="ClockKind.Expected"/>.</remarks>
public static class ClockStability
{
    /// <summary>Of the confidence limits: one sigma.</summary>
    public const double Confidence = 0.6827;

    /// <summary>Kinds in alphabetical order; satellites whose clock has no error or no record of five epochs are left out.</summary>
    public static IReadOnlyList<ClockKind> Of(RunFolder folder) => Of(folder, folder.Scenario);

    internal static IReadOnlyList<ClockKind> Of(RunFolder folder, ScenarioDefinition? scenario)
    {
        ClockKinds known = new(scenario);
        double[][] offsets = Offsets(folder);
        List<ClockKind> kinds = [];
        foreach (IGrouping<string, int> kind in ClockGroups.Of(folder.Manifest.Satellites))
        {
            ClockModel? model = known.Find(kind.Key);
            ClockRecord[] units =
            [
                .. kind.Select(i => new ClockRecord(folder.Manifest.Satellites[i].Sat, Points(LongestRun(offsets[i]), folder.Epochs.Step, model)))
                    .Where(r => r.Points.Count > 0),
            ];
            if (units.Length > 0)
            {
                kinds.Add(new(kind.Key, model, units));
            }
        }

        return kinds;
    }

    /// <summary>Points at 1, 2, 3, 4, 6, 8, 12 ... intervals up to a quarter of the record; none where the deviation is 0.</summary>
    internal static IReadOnlyList<StabilityPoint> Points(ReadOnlySpan<double> offsets, Duration interval, ClockModel? model)
    {
        List<StabilityPoint> points = [];
        for (int octave = 1; octave <= (offsets.Length - 1) / 4; octave *= 2)
        {
            foreach (int m in octave % 2 == 0 ? [octave, octave + (octave / 2)] : (int[])[octave])
            {
                if (m > (offsets.Length - 1) / 4)
                {
                    break;
                }

                double deviation = FrequencyStability.Deviation(StabilityStatistic.Oadev, offsets, interval, m);
                if (!(deviation > 0))
                {
                    return [];
                }

                ConfidenceLimits limits = model is null || model.IsPerfect
                    ? new(double.NaN, double.NaN)
                    : ConfidenceLimits.Of(deviation, EquivalentDegreesOfFreedom.Of(StabilityStatistic.Oadev, DominantNoise(model, m * interval.TotalSeconds), offsets.Length, m), Confidence);
                points.Add(new(m * interval.TotalSeconds, deviation, limits.Low, limits.High));
            }
        }

        return points;
    }

    /// <summary>Exponent of the noise that gives most of the model's Allan variance: 2 white PM ... -2 random-walk FM.</summary>
    internal static int DominantNoise(ClockModel model, double tau)
    {
        ClockModel none = new(model.Name, "", "") { Bandwidth = model.Bandwidth };
        ClockModel[] alone =
        [
            none with { HMinus2 = model.HMinus2 },
            none with { HMinus1 = model.HMinus1 },
            none with { H0 = model.H0 },
            none with { H1 = model.H1 },
            none with { H2 = model.H2, LoopPhaseSigma = model.LoopPhaseSigma, LoopPhaseTime = model.LoopPhaseTime },
        ];
        return Enumerable.Range(-2, 5).MaxBy(noise => alone[noise + 2].AllanVariance(tau));
    }

    /// <summary>The longest stretch without a gap.</summary>
    internal static ReadOnlySpan<double> LongestRun(double[] values)
    {
        (int from, int length, int start) = (0, 0, 0);
        for (int i = 0; i <= values.Length; i++)
        {
            if (i == values.Length || double.IsNaN(values[i]))
            {
                (from, length) = i - start > length ? (start, i - start) : (from, length);
                start = i + 1;
            }
        }

        return values.AsSpan(from, length);
    }

    private static double[][] Offsets(RunFolder folder)
    {
        ColumnTable table = folder.Table(RunFolder.OrbitsFile, "epoch_gpst,sat,clock_s");
        RunIndex index = RunIndex.Of(folder, RunFolder.OrbitsFile, table);
        double[] clock = table.Real("clock_s");
        double[][] offsets = [.. folder.Manifest.Satellites.Select(_ => new double[folder.Manifest.Epochs])];
        foreach (double[] record in offsets)
        {
            Array.Fill(record, double.NaN);
        }

        for (int row = 0; row < clock.Length; row++)
        {
            offsets[index.Satellite[row]][index.Epoch[row]] = clock[row];
        }

        return offsets;
    }
}
