using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>When each satellite gets a new prediction, and from which round of measurements it is made.</summary>
/// <remarks>Satellites take turns: their uploads are spread evenly over the interval, on the grid of rounds. The first upload of each goes on air
/// at or before the first epoch of users.</remarks>
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
        for (int i = 0; i < satellites; i++)
        {
            Duration turn = step * Duration.FloorDivide(Duration.FromSeconds(interval.TotalSeconds * i / satellites), step);
            for (Epoch onAir = plan.Grid.Start + turn - interval; onAir <= plan.Grid.Last; onAir += interval)
            {
                // The round is over half its length after its centre; half a minute holds for every payload.
                long frame = Duration.FloorDivide(onAir - delay - RunPlan.HalfRound - plan.Frames.Start, step);
                if (frame >= 0 && onAir + interval > plan.Grid.Start)
                {
                    Add(new Upload(i, (int)Math.Min(frame, plan.Frames.Count - 1), onAir, onAir + interval));
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
