namespace Constellation.Links;

/// <summary>A group of unknowns that moves by itself over a step: transition, and a root L of its noise Q = L L', row by row.</summary>
internal sealed class TransitionBlock(int start, int size)
{
    public int Start { get; } = start;

    public int Size { get; } = size;

    public double[] Transition { get; } = new double[size * size];

    public double[] NoiseRoot { get; } = new double[size * size];

    public TransitionBlock Copy()
    {
        TransitionBlock copy = new(Start, Size);
        Transition.CopyTo(copy.Transition, 0);
        NoiseRoot.CopyTo(copy.NoiseRoot, 0);
        return copy;
    }
}
