using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>States from almanacs: of several entries of a satellite the one whose reference is nearest.</summary>
internal sealed class AlmanacEphemerisSource : EphemerisSource
{
    private readonly SortedDictionary<SatelliteId, (AlmanacEntry Entry, KeplerianEphemeris Orbit)[]> _entries = [];

    public AlmanacEphemerisSource(AlmanacFile file)
    {
        foreach (IGrouping<SatelliteId, AlmanacEntry> satellite in file.Entries.GroupBy(e => e.Satellite))
        {
            _entries.Add(satellite.Key, [.. satellite.Select(e => (e, e.Orbit()))]);
        }

        Satellites = [.. _entries.Keys];
        Coverage = new EpochSpan(file.Entries.Min(e => e.Reference) - AlmanacEntry.Service, file.Entries.Max(e => e.Reference) + AlmanacEntry.Service);
    }

    public override IReadOnlyList<SatelliteId> Satellites { get; }

    public override EpochSpan? Coverage { get; }

    public override OrbitPoint Point => OrbitPoint.Antenna;

    public override bool TryState(SatelliteId satellite, Epoch epoch, out StateVector state, out double clockOffset)
    {
        (state, clockOffset) = (default, double.NaN);
        if (!_entries.TryGetValue(satellite, out (AlmanacEntry Entry, KeplerianEphemeris Orbit)[]? entries))
        {
            return false;
        }

        (AlmanacEntry entry, KeplerianEphemeris orbit) = entries.MinBy(e => Math.Abs((epoch - e.Entry.Reference).TotalSeconds));
        if (!orbit.Validity.Contains(epoch))
        {
            return false;
        }

        state = orbit.At(epoch);
        clockOffset = entry.Af0 + (entry.Af1 * (epoch - entry.Reference).TotalSeconds);
        return true;
    }
}
