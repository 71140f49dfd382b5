using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>When each satellite gets a new prediction, and from which round of measurements it is made.</summary>
/// <remarks>Satellites take turns: their uploads are spread evenly over the interval, on the grid of rounds. A satellite whose last turn before the first epoch of
/// users lies before the first round, or in the first half of the warm-up, when the filter knows little, gets an upload that is on air from that epoch on instead.
/// Only where no round is old enough by then (a warm-up shorter than the delay) does it wait for its turn.</remarks>
internal sealed class UploadPlan
{
    private readonly Dictionary<int, List<Upload>> _byFrame = [];

    /// <param name="satellites">Number of satellites.</param>
    /// <param name="plan">Epochs.</param>
    /// <param name="interval">Between uploads of one satellite.</param>
    /// <param name="delay">From the end of the last round used to the first second on air.</param>
    public UploadPlan(int satellites, RunPlan plan, Duration interval, Duration delay)
    {
        Duration step = plan.Frames.Step;

        // The round is over half its length after its centre; half a minute holds for every payload.
        long FrameOf(Epoch onAir) => Duration.FloorDivide(onAir - delay - RunPlan.HalfRound - plan.Frames.Start, step);
        long halfWarm = Duration.FloorDivide(plan.Grid.Start - plan.Frames.Start, step) / 2;
        for (int i = 0; i < satellites; i++)
        {
            Duration turn = step * Duration.FloorDivide(Duration.FromSeconds(interval.TotalSeconds * i / satellites), step);
            for (Epoch onAir = plan.Grid.Start + turn - interval; onAir <= plan.Grid.Last; onAir += interval)
            {
                Epoch until = onAir + interval, from = onAir;
                if (until > plan.Grid.Start && from < plan.Grid.Start && FrameOf(from) < halfWarm)
                {
                    from = plan.Grid.Start;
                }

                if (until > plan.Grid.Start && FrameOf(from) >= 0)
                {
                    Add(new Upload(i, (int)Math.Min(FrameOf(from), plan.Frames.Count - 1), from, until));
                }
            }
        }
    }

    /// <summary>The uploads made from one round.</summary>
    public IReadOnlyList<Upload> From(int frame) => _byFrame.TryGetValue(frame, out List<Upload>? uploads) ? uploads : [];

    private void Add(Upload upload)
    {
        if (!_byFrame.TryGetValue(upload.Frame, out List<Upload>? list))
        {
            _byFrame.Add(upload.Frame, list = []);
        }

        list.Add(upload);
    }

    /// <param name="Satellite">Index.</param>
    /// <param name="Frame">Index of the last round used.</param>
    /// <param name="OnAir">First epoch of transmission.</param>
    /// <param name="Until">When the next upload replaces it.</param>
    public readonly record struct Upload(int Satellite, int Frame, Epoch OnAir, Epoch Until);
}
