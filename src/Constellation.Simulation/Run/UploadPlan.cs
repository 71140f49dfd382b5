using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>When each satellite gets a new prediction, and from which round of measurements it is made.</summary>
/// <remarks>Satellites take turns: their uploads are spread evenly over the interval, on the grid of rounds. A satellite whose last turn before the first epoch of
/// users lies before the first round, or in the first half of the warm-up, when the filter knows little, gets an upload that is on air from that epoch on instead.
/// Only where no round is old enough by then (a warm-up shorter than the delay) does it wait for its turn.</remarks>
internal sealed class UploadPlan
{
    private readonly Dictionary<int, List<Upload>> _byFrame = [];

    /// <summary>By the clock alone.</summary>
    /// <param name="satellites">Number of satellites.</param>
    /// <param name="plan">Epochs.</param>
    /// <param name="interval">Between uploads of one satellite.</param>
    /// <param name="delay">From the end of the last round used to the first second on air.</param>
    public UploadPlan(int satellites, RunPlan plan, Duration interval, Duration delay)
    {
        Duration step = plan.Frames.Step;
        long FrameOf(Epoch onAir) => LastFrame(plan, onAir - delay);
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

    /// <summary>As the network allows: a satellite whose turn has come gets its upload as soon as there is a way to it, and keeps what it has until then.</summary>
    /// <param name="plan">Epochs; uploads leave the ground at those of the rounds.</param>
    /// <param name="satellites">Number of satellites.</param>
    /// <param name="interval">Between the turns of one satellite.</param>
    /// <param name="delay">From the end of the last round used to the departure of the upload.</param>
    /// <param name="chances">How long it takes.</param>
    public static UploadPlan OverNetwork(int satellites, RunPlan plan, Duration interval, Duration delay, UploadChances chances)
    {
        UploadPlan uploads = new();
        List<(int Frame, Epoch OnAir)>[] arrived = [.. Enumerable.Range(0, satellites).Select(_ => new List<(int, Epoch)>())];
        Epoch[] due = [.. Enumerable.Range(0, satellites).Select(i => plan.Frames.Start + Duration.FromSeconds(interval.TotalSeconds * i / satellites))];
        for (int k = 0; k < plan.Frames.Count; k++)
        {
            Epoch sent = plan.Frames[k];
            long frame = LastFrame(plan, sent - delay);
            for (int i = 0; i < satellites && frame >= 0; i++)
            {
                if (sent >= due[i] && chances.At(sent)[i] is var seconds && double.IsFinite(seconds))
                {
                    arrived[i].Add(((int)frame, sent + Duration.FromSeconds(Math.Ceiling(seconds))));
                    due[i] += interval * (Duration.FloorDivide(sent - due[i], interval) + 1);
                }
            }
        }

        for (int i = 0; i < satellites; i++)
        {
            for (int n = 0; n < arrived[i].Count; n++)
            {
                Epoch until = n + 1 < arrived[i].Count ? arrived[i][n + 1].OnAir : plan.Grid.Last + plan.Grid.Step;
                if (until > plan.Grid.Start && arrived[i][n].OnAir <= plan.Grid.Last)
                {
                    uploads.Add(new Upload(i, arrived[i][n].Frame, arrived[i][n].OnAir, until));
                }
            }
        }

        return uploads;
    }

    /// <summary>The uploads made from one round.</summary>
    public IReadOnlyList<Upload> From(int frame) => _byFrame.TryGetValue(frame, out List<Upload>? uploads) ? uploads : [];

    private UploadPlan()
    {
    }

    /// <summary>The last round that is over at an epoch: half its length after its centre; half a minute holds for every payload.</summary>
    private static long LastFrame(RunPlan plan, Epoch epoch) => Duration.FloorDivide(epoch - RunPlan.HalfRound - plan.Frames.Start, plan.Frames.Step);

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
