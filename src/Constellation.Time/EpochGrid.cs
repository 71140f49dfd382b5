namespace Constellation.Time;

/// <summary>Equally spaced epochs: start, start + step, ... <see cref="Count"/> of them.</summary>
public sealed record EpochGrid(Epoch Start, Duration Step, int Count)
{
    public Epoch this[int index] => Start + (Step * index);

    public Epoch Last => this[Count - 1];

    /// <summary>From start to stop, both included where the step meets stop.</summary>
    public static EpochGrid Between(Epoch start, Epoch stop, Duration step) =>
        new(start, step, checked((int)Duration.FloorDivide(stop - start, step)) + 1);
}
