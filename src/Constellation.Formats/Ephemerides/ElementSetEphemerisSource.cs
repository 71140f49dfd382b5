using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>States of navigation satellites from element sets by SGP4, turned from TEME to the GCRF: of each satellite the set whose epoch is nearest. No clocks.</summary>
internal sealed class ElementSetEphemerisSource : EphemerisSource
{
    private readonly SortedDictionary<SatelliteId, Sgp4Orbit[]> _orbits = [];

    /// <summary>The last rotation: satellites are asked epoch by epoch.</summary>
    private volatile Rotation? _rotation;

    /// <exception cref="InputException">CN3215: no object is a navigation satellite.</exception>
    public ElementSetEphemerisSource(IReadOnlyList<ElementSetFile> files, IReadOnlyList<string> paths, IReadOnlyList<Diagnostic> warnings)
    {
        IReadOnlyList<MeanElementSet> sets = [.. files.SelectMany(f => f.Sets)];
        Dictionary<SatelliteId, List<Sgp4Orbit>> known = [];
        int unknown = 0;
        foreach (MeanElementSet set in sets)
        {
            if (GnssIdentity.Of(set) is { } id)
            {
                (known.TryGetValue(id, out List<Sgp4Orbit>? list) ? list : known[id] = []).Add(new Sgp4Orbit(set.ToElements()));
            }
            else
            {
                unknown++;
            }
        }

        if (known.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN3215", new SourceSpan(paths[0]), $"none of the {sets.Count} objects is known as a navigation satellite", "'orbit sgp4' takes any object and calls it by its catalogue number"));
        }

        foreach ((SatelliteId id, List<Sgp4Orbit> orbits) in known)
        {
            _orbits[id] = [.. orbits.OrderBy(o => o.Elements.Epoch)];
        }

        Satellites = [.. _orbits.Keys];
        Warnings = warnings;
        Notes = unknown == 0 ? [] : [Diagnostic.Warning("CN3216", new SourceSpan(paths[0]), $"{unknown} of {sets.Count} objects are not known as navigation satellites and are left out", "'orbit sgp4' takes any object")];
    }

    public override IReadOnlyList<SatelliteId> Satellites { get; }

    public override IReadOnlyList<Diagnostic> Warnings { get; }

    public override IReadOnlyList<Diagnostic> Notes { get; }

    public override bool TryState(SatelliteId satellite, Epoch epoch, out StateVector state, out double clockOffset)
    {
        (state, clockOffset) = (default, double.NaN);
        if (!_orbits.TryGetValue(satellite, out Sgp4Orbit[]? orbits))
        {
            return false;
        }

        Sgp4Orbit nearest = Nearest(orbits, epoch);
        if (!nearest.Validity.Contains(epoch) || nearest.TryAt(epoch, out state) != Sgp4Status.Done)
        {
            return false;
        }

        Rotation? rotation = _rotation;
        if (rotation is null || rotation.Epoch != epoch)
        {
            _rotation = rotation = new Rotation(epoch, TemeFrame.At(epoch, EarthOrientation.BuiltIn));
        }

        state = rotation.Frame.StateToGcrf(state);
        return true;
    }

    private static Sgp4Orbit Nearest(Sgp4Orbit[] orbits, Epoch epoch)
    {
        int after = 0;
        for (int last = orbits.Length; after < last;)
        {
            int middle = (after + last) / 2;
            (after, last) = orbits[middle].Elements.Epoch < epoch ? (middle + 1, last) : (after, middle);
        }

        return after == 0 ? orbits[0]
            : after == orbits.Length ? orbits[^1]
            : orbits[after].Elements.Epoch - epoch < epoch - orbits[after - 1].Elements.Epoch ? orbits[after] : orbits[after - 1];
    }

    private sealed record Rotation(Epoch Epoch, TemeFrame Frame);
}
