namespace Constellation.Simulation;

/// <summary>Keeps memory near what is in use: runs beside each other leave much that lived for a round only, a shard leaves all its clocks, and the collector, on a machine with memory to spare, lets it pile up to twice of what is needed.</summary>
internal sealed class HeapWatch
{
    /// <summary>What may pile up, bytes.</summary>
    private const long Spare = 100_000_000;

    private const int Oldest = 2;
    private readonly Lock _gate = new();
    private long _collectAt = 2 * Spare;

    /// <summary>Now and then, between steps of some hundredths of a second: a collection takes a tenth.</summary>
    public void Look()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) <= Volatile.Read(ref _collectAt))
        {
            return;
        }

        lock (_gate)
        {
            if (GC.GetTotalMemory(forceFullCollection: false) > _collectAt)
            {
                GC.Collect(Oldest, GCCollectionMode.Forced, blocking: true, compacting: false);
                Volatile.Write(ref _collectAt, GC.GetTotalMemory(forceFullCollection: false) + Spare);
            }
        }
    }
}
