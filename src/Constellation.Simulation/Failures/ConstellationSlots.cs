using Constellation.Core;
using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>The slots of a constellation that serve, and the spares beside them.</summary>
/// <remarks>CN6110 too many slots, CN6111 no satellite.</remarks>
public sealed class ConstellationSlots
{
    /// <summary>As many as a set of failed ones can tell apart.</summary>
    public const int Most = SlotSet.Capacity;

    private IReadOnlyList<string>? _planes;
    private readonly IReadOnlyList<(string Plane, double Angle)> _spares;

    /// <param name="constellation">Where they fly.</param>
    /// <param name="satellites">Those that serve.</param>
    /// <param name="standBy">Spares; null: those that the constellation calls so.</param>
    /// <exception cref="InputException">CN6110, CN6111.</exception>
    public ConstellationSlots(ConstellationDefinition constellation, IReadOnlyList<SatelliteDefinition> satellites, IReadOnlyList<SatelliteId>? standBy = null)
    {
        SourceSpan where = new(constellation.Name);
        Satellites = satellites.Count switch
        {
            0 => throw new InputException(Diagnostic.Error("CN6111", where, "no satellite serves", "choose satellites that the constellation has, or mark some of its own as active")),
            > Most => throw new InputException(Diagnostic.Error("CN6110", where, $"{satellites.Count} satellites are more than {Most}", "choose fewer with --sat, such as one system or one shell")),
            _ => satellites,
        };
        Epoch = constellation.Epoch;
        _spares = [.. constellation.Satellites.Where(s => (standBy?.Contains(s.Id) ?? s.Role == SatelliteRole.Spare) && satellites.All(a => a.Id != s.Id)).Select(s => (s.Plane, Argument(s)))];
    }

    public IReadOnlyList<SatelliteDefinition> Satellites { get; }

    /// <summary>Of the elements.</summary>
    public Time.Epoch Epoch { get; }

    /// <summary>Names of planes in order.</summary>
    public IReadOnlyList<string> Planes => _planes ??= [.. Satellites.Select(s => s.Plane).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Spares of a plane by their angle along it, rad: so many, spread evenly half a spacing off the first slot, or those of the constellation.</summary>
    public double[] Spares(string plane, int? count)
    {
        if (count is not { } n)
        {
            return [.. _spares.Where(s => s.Plane == plane).Select(s => s.Angle)];
        }

        SatelliteDefinition[] own = [.. Satellites.Where(s => s.Plane == plane)];
        double first = Argument(own[0]) + (Math.PI / own.Length);
        return [.. Enumerable.Range(0, n).Select(k => first + (2 * Math.PI * k / n))];
    }

    /// <summary>From a spare to a slot along the orbit the shorter way, s.</summary>
    public double DriftTime(double spareAngle, int slot, FailureSettings settings) => settings.Drift is { } d
        ? d.TotalSeconds
        : PhasingDrift.Time(Satellites[slot].Elements.SemiMajorAxis, settings.DriftHeight, Math.IEEERemainder(spareAngle - Argument(Satellites[slot]), 2 * Math.PI));

    private static double Argument(SatelliteDefinition s) => s.Elements.ArgumentOfPerigee + s.Elements.MeanAnomaly;
}
