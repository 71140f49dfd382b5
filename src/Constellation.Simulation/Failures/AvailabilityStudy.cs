namespace Constellation.Simulation;

/// <summary>Failures, spares and outages over years, many times, and what is left of the constellation's geometry.</summary>
public sealed class AvailabilityStudy(ConstellationSlots slots, FailureSettings settings, GeometryCriterion geometry)
{
    /// <param name="threads">At most so many; the result does not depend on it.</param>
    /// <param name="cancel">Ends it; a replicate can take long where satellites fail often.</param>
    /// <param name="progress">Told how many replicates of how many are through; from any thread.</param>
    public AvailabilityReport Run(int threads, CancellationToken cancel, Action<int, int>? progress = null)
    {
        ReplicateResult[] results = new ReplicateResult[settings.Replicates];
        int done = 0;
        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, r =>
        {
            results[r] = Replicate(r, cancel);
            progress?.Invoke(Interlocked.Increment(ref done), results.Length);
        });
        AvailabilityEstimate Of(Func<ReplicateResult, double> value) => AvailabilityEstimate.OfShares([.. results.Select(value)], settings.Antithetic);
        AvailabilityEstimate Mean(Func<ReplicateResult, double> value) => AvailabilityEstimate.OfValues([.. results.Select(value)], settings.Antithetic);
        int count = slots.Satellites.Count;
        double years = settings.Length.TotalDays / 365.25, mean = results.Average(r => r.Serving.Average());
        return new()
        {
            Slots = [.. slots.Satellites.Select((s, i) => new SlotAvailability(s, Of(r => r.Serving[i]), results.Average(r => r.Vacant[i]), results.Average(r => r.Interruptions[i]) / years))],
            Counts = [.. Enumerable.Range(0, count + 1).Select(n => Of(r => r.Counts[n]))],
            Binomial = [.. Enumerable.Range(0, count + 1).Select(n => BinomialLaw.Probability(count, n, mean))],
            SlotMean = Of(r => r.Serving.Average()),
            Mean = Of(r => r.Geometry.Mean),
            Everywhere = Of(r => r.Geometry.Everywhere),
            WorstPoint = Of(r => r.Geometry.WorstPoint),
            MeanPdop = Mean(r => r.Geometry.MeanPdop),
            Accuracy = Mean(r => r.Geometry.Accuracy),
            ContinuityPerHour = Of(r => 1 - (r.LostService / r.Geometry.Mean / (settings.Length.TotalSeconds / 3600))),
            StationsMissing = Of(r => r.StationsMissing),
            LinksMissing = Of(r => r.LinksMissing),
            Sets = geometry.Computed,
        };
    }

    /// <summary>The times out of service of one course, by slot and start.</summary>
    public IReadOnlyList<SlotInterval> Events(int replicate) => FailureReplicate.Run(slots, settings, replicate);

    private ReplicateResult Replicate(int number, CancellationToken cancel)
    {
        int count = slots.Satellites.Count;
        double length = settings.Length.TotalSeconds;
        IReadOnlyList<SlotInterval> intervals = Events(number);
        (double Time, int Slot, int Change, OutageCause Cause)[] changes =
        [
            .. intervals.SelectMany(i => new[] { (i.Start, i.Slot, 1, i.Cause), (i.End, i.Slot, -1, i.Cause) }).OrderBy(c => c.Item1).ThenBy(c => c.Slot).ThenBy(c => c.Item3), (length, 0, 0, OutageCause.Planned),
        ];
        int[] down = new int[count], gone = new int[count], interruptions = new int[count];
        double[] serving = new double[count], vacant = new double[count], counts = new double[count + 1];
        (double last, double lost, double mean, double everywhere, double worst, double pdop, double square) = (0, 0, 0, 0, 0, 0, 0);
        SlotSet empty = default;
        GeometryShare now = geometry.Without(empty);
        foreach ((double time, int slot, int change, OutageCause cause) in changes)
        {
            cancel.ThrowIfCancellationRequested();
            double span = (time - last) / length;
            if (span > 0)
            {
                counts[count - empty.Count] += span;
                for (int i = 0; i < count; i++)
                {
                    serving[i] += down[i] == 0 ? span : 0;
                    vacant[i] += gone[i] > 0 ? span : 0;
                }

                now = geometry.Without(empty);
                (mean, everywhere, worst, pdop) = (mean + (span * now.Mean), everywhere + (span * now.Everywhere), worst + (span * now.WorstPoint), pdop + (span * now.MeanPdop));
                square += span * now.Accuracy * now.Accuracy;
                last = time;
            }

            bool served = down[slot] == 0;
            down[slot] += change;
            gone[slot] += cause == OutageCause.Vacant ? change : 0;
            empty = down[slot] > 0 ? empty.With(slot) : empty.Without(slot);
            if (served && down[slot] > 0)
            {
                interruptions[slot]++;
                lost += cause == OutageCause.Planned ? 0 : Math.Max(0, now.Mean - geometry.Without(empty).Mean);
            }
        }

        return new()
        {
            Serving = serving,
            Vacant = vacant,
            Interruptions = interruptions,
            Counts = counts,
            Geometry = new(mean, everywhere, worst, pdop, double.NaN, Math.Sqrt(square)),
            LostService = lost,
            StationsMissing = FailureReplicate.StationsMissing(settings, number) / length,
            LinksMissing = FailureReplicate.LinksMissing(slots, settings, number) / length,
        };
    }
}
