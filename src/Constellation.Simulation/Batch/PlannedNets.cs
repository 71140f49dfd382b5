namespace Constellation.Simulation;

/// <summary>The nets that were planned last, for shards of the same group: few, so that memory does not grow with a sweep.</summary>
internal sealed class PlannedNets
{
    private const int Most = 4;
    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, PlannedNet Net)> _nets = [];

    /// <param name="key">Of the group, <see cref="GroupRun.KeyOf"/>.</param>
    /// <param name="make">Where it is not here.</param>
    public PlannedNet Of(string key, Func<PlannedNet> make)
    {
        lock (_gate)
        {
            foreach ((string known, PlannedNet net) in _nets)
            {
                if (known == key)
                {
                    return net;
                }
            }

            if (_nets.Count == Most)
            {
                _nets.RemoveLast();
            }

            return _nets.AddFirst((key, make())).Value.Net;
        }
    }
}
