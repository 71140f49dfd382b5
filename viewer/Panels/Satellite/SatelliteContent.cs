using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What is known of the selected satellite at the epoch shown. What the source does not tell is null or NaN.</summary>
internal sealed record SatelliteContent
{
    public required SatelliteId Id { get; init; }

    /// <summary>From the manifest of a run; null without one.</summary>
    public RunSatellite? Known { get; init; }

    public required OrbitClass Class { get; init; }

    /// <summary>Place below it, and its height.</summary>
    public required GeodeticPoint Below { get; init; }

    /// <summary>Osculating, on GCRF axes.</summary>
    public required KeplerianElements Elements { get; init; }

    /// <summary>Elevation of the Sun over the orbital plane, rad.</summary>
    public required double SunElevation { get; init; }

    /// <summary>Whether orbits of this size meet the shadow now.</summary>
    public required bool MeetsShadow { get; init; }

    /// <summary>Visible fraction of the Sun.</summary>
    public required double Lit { get; init; }

    /// <summary>The eclipse that goes on, or the next within the source.</summary>
    public EpochSpan? Eclipse { get; init; }

    /// <summary>Kind in force, a name of the catalogue.</summary>
    public string? Clock { get; init; }

    /// <summary>True clock offset, s.</summary>
    public double ClockOffset { get; init; } = double.NaN;

    /// <summary>Estimate of the control segment minus truth, m.</summary>
    public double EstimateError { get; init; } = double.NaN;

    /// <summary>Broadcast minus truth, m: what the prediction aboard has become.</summary>
    public double PredictionError { get; init; } = double.NaN;

    /// <summary>Age of the broadcast data, s.</summary>
    public double Age { get; init; } = double.NaN;

    /// <summary>m, of the epoch.</summary>
    public double Sisre { get; init; } = double.NaN;

    /// <summary>m, over the run.</summary>
    public double SisreRms { get; init; } = double.NaN;

    /// <summary>m, over the epochs; empty without messages.</summary>
    public IReadOnlyList<double> SisreSeries { get; init; } = [];

    /// <summary>Partners of the round, those of the slot shown first.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Whether the source tells links at all.</summary>
    public bool HasLinks { get; init; }

    public static SatelliteContent? Of(PanelState state, EclipseTimes eclipses)
    {
        SatelliteId id = state.Selected ?? throw new ArgumentException("no satellite is selected", nameof(state));
        SourceTables tables = SourceTables.Of(state.Source);
        Epoch now = state.Scene.Epoch;
        if (tables.State(state.Source, id, now) is not { } gcrf || !IsBound(gcrf))
        {
            return null;
        }

        Position<Itrf> place = state.Scene.Earth.ToItrf(gcrf.PositionIn<Gcrf>());
        int s = tables.Tracks.IndexOf(id), k = tables.IndexOf(now);
        double sun = OrbitGeometry.SunElevation(gcrf);
        KeplerianElements elements = KeplerianElements.FromState(gcrf.Position, gcrf.Velocity);
        string node = id.ToString();
        double[] Series(string file, string column) => tables.Column(file, column) is { Count: > 0 } all && s >= 0 ? all[s] : [];
        double[] sisre = Series(RunFolder.SisreFile, "sisre_m"), estimate = Series(RunFolder.OdtsFile, "clock_m"), broadcast = Series(RunFolder.SisreFile, "clock_m"), age = Series(RunFolder.SisreFile, "age_s");
        return new()
        {
            Id = id,
            Known = tables.Satellites.GetValueOrDefault(id),
            Class = OrbitGeometry.ClassOf(gcrf),
            Below = Ellipsoid.Wgs84.ToGeodetic(place),
            Elements = elements,
            SunElevation = sun,
            MeetsShadow = OrbitGeometry.MeetsShadow(sun, elements.SemiMajorAxis),
            Lit = EclipseTimes.Lit(place, now),
            Eclipse = eclipses.At(now),
            Clock = ClockAt(tables.Satellites.GetValueOrDefault(id), now),
            ClockOffset = s >= 0 && tables.Tracks.HasClocks ? tables.Tracks.Clock(s)[k] : double.NaN,
            EstimateError = estimate.Length > k ? Last(estimate, k) : double.NaN,
            PredictionError = broadcast.Length > k ? broadcast[k] : double.NaN,
            Age = age.Length > k ? age[k] : double.NaN,
            Sisre = sisre.Length > k ? sisre[k] : double.NaN,
            SisreRms = Rms(sisre),
            SisreSeries = sisre,
            Partners = tables.Rounds?.At(now) is { } round ? [.. round.Links.Where(l => l.Has(node)).Select(l => l.Other(node)).Distinct().Order(StringComparer.Ordinal)] : [],
            HasLinks = tables.Rounds is not null,
        };
    }

    /// <summary>Kind of clock in force at an epoch.</summary>
    public static string? ClockAt(RunSatellite? satellite, Epoch epoch) =>
        (satellite?.ClockChanges ?? []).Where(c => Epoch.Parse(c.Epoch) <= epoch).Select(c => c.Clock).LastOrDefault() ?? satellite?.Clock;

    /// <summary>Root mean square of the values that there are; NaN: none.</summary>
    private static double Rms(double[] values)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        return known.Length == 0 ? double.NaN : Math.Sqrt(known.Sum(v => v * v) / known.Length);
    }

    /// <summary>The last value at or before an epoch: rounds of the control segment are rarer than epochs.</summary>
    private static double Last(double[] values, int k)
    {
        for (; k >= 0; k--)
        {
            if (double.IsFinite(values[k]))
            {
                return values[k];
            }
        }

        return double.NaN;
    }

    private static bool IsBound(in StateVector gcrf) => gcrf.Velocity.NormSquared < 2 * PhysicalConstants.EarthGravitationalParameter / gcrf.Position.Norm;
}
