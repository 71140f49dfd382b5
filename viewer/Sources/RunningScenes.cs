using System.Collections.Concurrent;
using System.Diagnostics;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Links;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>
/// A scenario while it is run on a thread of its own: first the plan, then the true orbits and the links as they are measured, in the end the run.
/// Everything but the callbacks of the run is for one thread.
/// </summary>
public sealed class RunningScenes : ISceneSource, IRunObserver, IDisposable
{
    private readonly PlannedScenes _plan;
    private readonly CancellationTokenSource _cancel;
    private readonly Task _running;
    private readonly ConcurrentQueue<LinkRow> _measured = [];
    private readonly MeasuredLinks _links = new();
    private readonly Lock _gate = new();
    private readonly Stopwatch _stage = new();
    private volatile OrbitScenes? _truth;
    private volatile RunScenes? _run;
    private volatile string _problem = "";
    private RunProgress _progress;
    private int _version;

    /// <param name="plan">The scenario.</param>
    /// <param name="job">Runs it into a folder and tells of it; ends early when cancelled, and leaves nothing then.</param>
    /// <param name="cancel">Ends the run.</param>
    public RunningScenes(PlannedScenes plan, Func<IRunObserver, CancellationToken, RunFolder> job, CancellationToken cancel)
    {
        _plan = plan;
        _progress = new("beginning", 0);
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _running = Task.Factory.StartNew(() => Run(job), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public string Name => _plan.Name;

    public EpochGrid Grid => Shown.Grid;

    /// <summary>Null until the run is there.</summary>
    public RunFolder? Folder => _run?.Folder;

    public MapKind StandardMap => Shown.StandardMap;

    public int Version => Volatile.Read(ref _version);

    /// <summary>What went wrong, for people; empty: nothing yet.</summary>
    public string Problem => _problem;

    /// <summary>Whether the run has ended, well or not.</summary>
    public bool IsOver => _running.IsCompleted;

    public string Status
    {
        get
        {
            if (_problem.Length > 0 || IsOver)
            {
                return _problem;
            }

            lock (_gate)
            {
                double seconds = _stage.Elapsed.TotalSeconds, done = _progress.Fraction, left = done > 0.02 ? seconds * (1 - done) / done : double.NaN;
                string share = done > 0 ? $" {100 * done:0} %" : "", rest = double.IsNaN(left) || left < 1 ? "" : left < 90 ? $", {left:0} s left" : $", {left / 60:0} min left";
                return $"running: {_progress.Stage}{share}{rest}";
            }
        }
    }

    private ISceneSource Shown => _run ?? _truth ?? (ISceneSource)_plan;

    public GlobeScene At(Epoch? epoch, SceneRequest request)
    {
        if (_run is { } run)
        {
            return run.At(epoch, request);
        }

        while (_measured.TryDequeue(out LinkRow link))
        {
            _links.Add(link.SlotStart, link.NodeA, link.NodeB);
        }

        if (_truth is not { } truth)
        {
            return _plan.At(epoch, request);
        }

        GlobeScene scene = truth.At(epoch, request);
        return scene with { Subtitle = $"{scene.Subtitle}; being run", Links = _links.At(scene.Epoch, scene.Satellites, scene.Stations) };
    }

    /// <summary>Ends the run and waits until it has: nothing half-written stays.</summary>
    public void Dispose()
    {
        _cancel.Cancel();
        _running.Wait();
        _cancel.Dispose();
    }

    void IRunObserver.Progress(RunProgress progress)
    {
        lock (_gate)
        {
            if (progress.Stage != _progress.Stage)
            {
                _stage.Restart();
            }

            _progress = progress;
        }
    }

    void IRunObserver.TruthKnown(EpochGrid grid, EphemerisSource orbits, IReadOnlyList<GroundStation> stations)
    {
        _truth = _plan.Scenes(orbits, grid, [.. stations.Select(s => RunScenes.PlaceOf(s.Name, s.Position.LatitudeDeg, s.Position.LongitudeDeg, s.Position.Height, s.IsAnchor))]);
        Interlocked.Increment(ref _version);
    }

    void IRunObserver.LinksMeasured(IReadOnlyList<LinkRow> links)
    {
        foreach (LinkRow link in links)
        {
            _measured.Enqueue(link);
        }

        Interlocked.Increment(ref _version);
    }

    private void Run(Func<IRunObserver, CancellationToken, RunFolder> job)
    {
        try
        {
            RunScenes run = new(job(this, _cancel.Token));
            // The first picture of it is made here, where nobody waits for it.
            run.At(null, SceneRequest.Of(((ISceneSource)run).StandardMap));
            _run = run;
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            _problem = "the run failed: " + (e is InputException { Diagnostics: [var first, ..] } ? first.ToString() : e.Message);
        }
        catch (Exception e)
        {
            // The window stays, and says what a report should.
            _problem = $"the run failed: internal error CN9001: {e.GetType().Name}: {e.Message}";
        }

        Interlocked.Increment(ref _version);
    }
}
