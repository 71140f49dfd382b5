using ScottPlot;

namespace Constellation.Reporting;

/// <summary>A figure of a run: what to draw, and what a page or a panel needs beside it.</summary>
public abstract class RunPlot
{
    /// <summary>Name of its file, without the ending.</summary>
    public abstract string Name { get; }

    /// <summary>What is drawn and how it was made, for the line below the figure.</summary>
    public abstract string Caption { get; }

    /// <summary>What a reader sees, in a sentence with its numbers, for those who cannot see it.</summary>
    public abstract string AltText { get; }

    /// <summary>Whether there is anything to draw.</summary>
    public abstract bool HasData { get; }

    /// <summary>Pixels of 1/96 inch on a page.</summary>
    public virtual (int Width, int Height) Size => (920, 400);

    /// <summary>A map of many cells: kept as an image, not as curves.</summary>
    public virtual bool IsImage => false;

    /// <summary>Draws it anew; the caller owns the plot.</summary>
    public abstract Plot Draw();
}
