namespace Constellation.Viewer;

/// <summary>Plays a lesson for who sits before it: a step goes on by itself to its end and waits there for the next. Without a window and without OpenGL.</summary>
public sealed class LessonPlayer
{
    private readonly FilmTrack _track;
    private double _seconds;

    /// <param name="lesson">The tour.</param>
    /// <param name="source">What its source opens.</param>
    /// <param name="options">Size of the picture.</param>
    /// <exception cref="Core.InputException">CN5076: a step asks for an epoch or satellite that the source has not.</exception>
    public LessonPlayer(Lesson lesson, ISceneSource source, GlobeOptions options)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        (Lesson, _track) = (lesson, FilmTrack.Of(lesson.Path(source), source, options));
    }

    public Lesson Lesson { get; }

    /// <summary>Of the step that is shown.</summary>
    public int Index { get; private set; }

    public LessonStep Step => Lesson.Steps[Index];

    /// <summary>The step goes on by itself.</summary>
    public bool Moving => _seconds < Step.Seconds;

    /// <summary>There is no step after this one.</summary>
    public bool AtLast => Index == Lesson.Steps.Count - 1;

    /// <summary>What is to be seen now.</summary>
    public FilmMoment Moment => _track.At(Math.Min(Lesson.StartOf(Index) + _seconds, Math.BitDecrement(Lesson.StartOf(Index) + Step.Seconds))) with { CaptionOpacity = 1 };

    /// <summary>Goes to the next step, or nowhere from the last.</summary>
    public bool Next() => Go(Index + 1);

    /// <summary>Begins this step anew, or goes to the one before where it has just begun.</summary>
    public bool Previous() => _seconds > 1.5 ? Go(Index) : Go(Index - 1);

    /// <summary>Lets real time pass; true where something has changed.</summary>
    public bool Advance(TimeSpan passed)
    {
        if (!Moving || passed <= TimeSpan.Zero)
        {
            return false;
        }

        _seconds = Math.Min(Step.Seconds, _seconds + Math.Min(passed.TotalSeconds, 0.25));
        return true;
    }

    private bool Go(int step)
    {
        if (step < 0 || step >= Lesson.Steps.Count)
        {
            return false;
        }

        (Index, _seconds) = (step, 0);
        return true;
    }
}
