using System.Diagnostics;

namespace Constellation.Cli;

/// <summary>Tells on standard error which recipes are through, and how much time is left by what the others are known to take.</summary>
internal sealed class RecipeProgress : IDisposable
{
    private static readonly TimeSpan s_beat = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<PublishedRecipe> _recipes;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly double[] _begun, _ended;
    private readonly CountedProgress _line = new("reproduce", "recipes");
    private readonly Timer _timer;
    private readonly Lock _gate = new();

    public RecipeProgress(IReadOnlyList<PublishedRecipe> recipes)
    {
        _recipes = recipes;
        (_begun, _ended) = ([.. recipes.Select(_ => double.NaN)], [.. recipes.Select(_ => double.NaN)]);
        _timer = new Timer(_ => Tell(""), null, s_beat, s_beat);
    }

    public void Begin(int recipe)
    {
        lock (_gate)
        {
            _begun[recipe] = _clock.Elapsed.TotalSeconds;
        }
    }

    public void End(int recipe)
    {
        double now = _clock.Elapsed.TotalSeconds;
        lock (_gate)
        {
            _ended[recipe] = now;
        }

        Tell($"{string.Join(", ", _recipes[recipe].Ids)} took {ProgressLine.Time(now - _begun[recipe])}");
    }

    public void Dispose()
    {
        _timer.Dispose();
        _line.Dispose();
    }

    private void Tell(string note)
    {
        lock (_gate)
        {
            // A recipe at work counts by its time, but never as done.
            double now = _clock.Elapsed.TotalSeconds, all = _recipes.Sum(r => r.Seconds);
            double done = _recipes.Select((r, i) => double.IsFinite(_ended[i]) ? r.Seconds : double.IsFinite(_begun[i]) ? Math.Min(0.9 * r.Seconds, now - _begun[i]) : 0).Sum();
            _line.Report(_ended.Count(double.IsFinite), _recipes.Count, done / all, note);
        }
    }
}
