namespace Constellation.Positioning;

/// <summary>A number for every user and epoch of a scene; NaN where it has none.</summary>
public interface IPointQuantity
{
    /// <summary>Fills [user, epoch] of users <paramref name="first"/> and the next; may be called from several threads at once.</summary>
    void Fill(int first, int count, Span<double> values);

    /// <summary>Whether the worst value is the smallest.</summary>
    bool WorstIsSmallest { get; }
}
