using System.Diagnostics;

namespace Constellation.Simulation;

/// <summary>Seconds that each stage of a run took: for <c>timings.json</c>, the only file that may differ between equal runs.</summary>
public sealed class StageTimer
{
    private readonly List<(string Stage, double Seconds)> _stages = [];

    public IReadOnlyList<(string Stage, double Seconds)> Stages => _stages;

    public void Time(string stage, Action work) => Time(stage, () =>
    {
        work();
        return true;
    });

    public T Time<T>(string stage, Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        _stages.Add((stage, Stopwatch.GetElapsedTime(start).TotalSeconds));
        return result;
    }
}
