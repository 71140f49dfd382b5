namespace Constellation.Positioning;

/// <summary>A number for every user and epoch of a scene; NaN where it has none.</summary>
public interface IPointQuantity
{
    /// <summary>Fills [user, epoch] of users <paramref name="first"/> and the next; may be called from several threads at once. Stops between epochs when cancelled.</summary>
    void Fill(int first, int count, Span<double> values, CancellationToken cancel);

    /// <summary>Whether an epoch of a user costs so much (a millisecond) that users are taken a few at a time.</summary>
    bool IsSlow => false;

    /// <summary>Whether the worst value is the smallest.</summary>
    bool WorstIsSmallest { get; }
}
