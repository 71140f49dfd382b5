using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>States from blocks of states, interpolated within each block and never from one to the next.</summary>
internal sealed class BlockEphemerisSource : EphemerisSource
{
    private readonly SortedDictionary<SatelliteId, List<(EphemerisBlock Block, SampledOrbit? Orbit)>> _blocks = [];

    public BlockEphemerisSource(IReadOnlyList<EphemerisBlock> blocks)
    {
        foreach (EphemerisBlock block in blocks)
        {
            if (!_blocks.TryGetValue(block.Satellite, out List<(EphemerisBlock, SampledOrbit?)>? list))
            {
                _blocks.Add(block.Satellite, list = []);
            }

            list.Add((block, block.Orbit()));
        }

        Satellites = [.. _blocks.Keys];
        Coverage = blocks.Count == 0 ? null : new EpochSpan(blocks.Min(b => b.Span.First), blocks.Max(b => b.Span.Last));
        Interval = IntervalOf(blocks);
    }

    public override IReadOnlyList<SatelliteId> Satellites { get; }

    public override EpochSpan? Coverage { get; }

    public override Duration? Interval { get; }

    public override bool TryState(SatelliteId satellite, Epoch epoch, out StateVector state, out double clockOffset)
    {
        (state, clockOffset) = (default, double.NaN);
        if (!_blocks.TryGetValue(satellite, out List<(EphemerisBlock Block, SampledOrbit? Orbit)>? list))
        {
            return false;
        }

        // Where one block ends and the next begins the later one speaks: its state is the one after a manoeuvre.
        for (int i = list.Count - 1; i >= 0; i--)
        {
            (EphemerisBlock block, SampledOrbit? orbit) = list[i];
            if (!block.Span.Contains(epoch))
            {
                continue;
            }

            int row = Array.BinarySearch(block.Epochs, epoch);
            if (orbit is null && (row < 0 || block.Velocities is null))
            {
                continue;
            }

            state = orbit?.At(epoch) ?? new StateVector(epoch, block.Frame, block.Positions[row], block.Velocities![row]);
            clockOffset = row >= 0 && block.Clocks is { } clocks ? clocks[row] : double.NaN;
            return true;
        }

        return false;
    }

    /// <summary>The interval that is the most frequent of the first block of each satellite.</summary>
    private static Duration? IntervalOf(IReadOnlyList<EphemerisBlock> blocks) => blocks
        .Where(b => b.Epochs.Length > 1)
        .SelectMany(b => b.Epochs.Zip(b.Epochs.Skip(1), (a, c) => c - a))
        .GroupBy(d => d)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
        .Select(g => (Duration?)g.Key)
        .FirstOrDefault();
}
