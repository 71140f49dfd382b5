using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The epoch that is shown, and how it goes on.</summary>
public sealed class TimeControl
{
    /// <summary>Seconds of the run that pass in a second.</summary>
    private static readonly int[] s_speeds = [1, 10, 60, 300, 600, 1800, 3600, 7200, 21600];

    private readonly Func<EpochGrid> _grid;
    private readonly Action _changed;
    private int _speed = Array.IndexOf(s_speeds, 600);

    internal TimeControl(Func<EpochGrid> grid, Epoch now, Action changed) => (_grid, _changed, Now) = (grid, changed, Clamped(grid(), now));

    /// <summary>The epoch shown, within the span of the run.</summary>
    public Epoch Now { get; private set; }

    public bool Playing { get; private set; }

    /// <summary>Time runs backward when playing.</summary>
    public bool Backward { get; private set; }

    /// <summary>Seconds of the run that pass in a second of play, without direction.</summary>
    public int Speed => s_speeds[_speed];

    /// <summary>First and last epoch of the run.</summary>
    public (Epoch First, Epoch Last) Span => (_grid().Start, _grid().Last);

    /// <summary>Where the epoch is in the span, 0 to 1; 0 in a run of one epoch.</summary>
    public double Share => ShareOf(Now);

    /// <summary>Lets real time pass; when playing the run's time goes on, up to an end of its span.</summary>
    public void Advance(TimeSpan passed)
    {
        if (!Playing || passed <= TimeSpan.Zero)
        {
            return;
        }

        // Whole milliseconds: an epoch that can be written and read.
        double seconds = Math.Round(Math.Min(passed.TotalSeconds, 1) * Speed, 3);
        Go(Now + Duration.FromSeconds(Backward ? -seconds : seconds));
        Playing = Backward ? Now > Span.First : Now < Span.Last;
    }

    public void TogglePlay()
    {
        Playing = !Playing;
        (Epoch first, Epoch last) = Span;
        // At the end there is nothing to play: begin again at the other one.
        if (Playing && Now == (Backward ? first : last))
        {
            Go(Backward ? last : first);
        }

        _changed();
    }

    /// <summary>Plays in a direction, or pauses where it plays so already.</summary>
    public void Play(bool backward)
    {
        bool already = Playing && Backward == backward;
        (Playing, Backward) = (already, backward);
        TogglePlay();
    }

    /// <summary>Stands at an epoch of another run.</summary>
    internal void Restart(Epoch now)
    {
        (Playing, Now) = (false, Clamped(_grid(), now));
        _changed();
    }

    public void Reverse()
    {
        Backward = !Backward;
        _changed();
    }

    public void ChangeSpeed(int steps)
    {
        _speed = Math.Clamp(_speed + steps, 0, s_speeds.Length - 1);
        _changed();
    }

    /// <summary>Goes to the next epoch of the run, or to the one before, and stays there.</summary>
    public void Step(int direction)
    {
        Playing = false;
        EpochGrid grid = _grid();
        long before = Duration.FloorDivide(Now - grid.Start, grid.Step);
        bool between = grid.Start + (grid.Step * before) != Now;
        Go(grid.Start + (grid.Step * (direction > 0 ? before + 1 : between ? before : before - 1)));
        _changed();
    }

    /// <summary>Goes to an epoch, or to the nearest of the run.</summary>
    public void Go(Epoch epoch)
    {
        Epoch to = Clamped(_grid(), epoch);
        if (to != Now)
        {
            Now = to;
            _changed();
        }
    }

    /// <summary>Goes to a share of the span, on a whole second.</summary>
    public void GoToShare(double share)
    {
        (Epoch first, Epoch last) = Span;
        Go(first + Duration.FromSeconds(Math.Round((last - first).TotalSeconds * Math.Clamp(share, 0, 1))));
    }

    /// <summary>Where an epoch is in the span; below 0 and above 1 outside of it.</summary>
    public double ShareOf(Epoch epoch)
    {
        (Epoch first, Epoch last) = Span;
        double span = (last - first).TotalSeconds;
        return span > 0 ? (epoch - first).TotalSeconds / span : 0;
    }

    private static Epoch Clamped(EpochGrid grid, Epoch epoch) => epoch < grid.Start ? grid.Start : epoch > grid.Last ? grid.Last : epoch;
}
