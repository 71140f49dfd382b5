using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Systems that were asked for and never used in a position, with the reasons: nothing that was asked for goes missing silently.</summary>
internal sealed class SystemUse(PositionRequest request, PositionSession session)
{
    /// <summary>On the way from the satellites, near enough to look for a message or product.</summary>
    private static readonly Duration TravelTime = Duration.FromSeconds(0.08);

    private readonly SortedDictionary<GnssSystem, int> _observed = [];
    private readonly HashSet<GnssSystem> _used = [];
    private readonly HashSet<SatelliteId> _prepared = [];
    private readonly Dictionary<(GnssSystem System, string Reason), int> _reasons = [];

    /// <summary>Counts an epoch that the receiver has just solved, or not.</summary>
    public void Add(ObservationEpoch observed, PreparedEpoch prepared, bool solved)
    {
        _prepared.Clear();
        foreach (ref PreparedSatellite satellite in prepared.Satellites)
        {
            _prepared.Add(satellite.Id);
            if (solved && satellite.Rejection == Rejection.None)
            {
                _used.Add(satellite.Id.System);
            }
            else if (!_used.Contains(satellite.Id.System))
            {
                Count(satellite.Id.System, ReasonOf(satellite.Rejection));
            }
        }

        ReadOnlySpan<SatelliteId> satellites = observed.Satellites;
        for (int row = 0; row < satellites.Length; row++)
        {
            SatelliteId id = satellites[row];
            if (IsWanted(id.System) && !_used.Contains(id.System))
            {
                _observed[id.System] = _observed.GetValueOrDefault(id.System) + 1;
                if (!_prepared.Contains(id))
                {
                    Count(id.System, ReasonOf(id, observed, row));
                }
            }
        }
    }

    /// <summary>A line for every system that gave nothing.</summary>
    public IEnumerable<string> Lines()
    {
        foreach ((GnssSystem system, int observed) in _observed.Where(o => !_used.Contains(o.Key)))
        {
            IEnumerable<string> reasons = _reasons.Where(r => r.Key.System == system).OrderByDescending(r => r.Value).ThenBy(r => r.Key.Reason, StringComparer.Ordinal).Select(r => $"{r.Key.Reason} ({r.Value})");
            yield return $"{(char)system} observed but never used, satellite-epochs {observed}: {string.Join(", ", reasons)}";
        }

        foreach (GnssSystem system in (request.Systems ?? new HashSet<GnssSystem>()).Where(s => !_observed.ContainsKey(s) && !_used.Contains(s)).Order())
        {
            yield return $"{(char)system} asked for but not observed";
        }
    }

    private bool IsWanted(GnssSystem system) => request.Systems?.Contains(system) ?? system != GnssSystem.Sbas;

    private void Count(GnssSystem system, string reason) => _reasons[(system, reason)] = _reasons.GetValueOrDefault((system, reason)) + 1;

    /// <summary>Why a satellite did not get as far as being looked at.</summary>
    private string ReasonOf(SatelliteId id, ObservationEpoch observed, int row)
    {
        if (session.Options.Excluded.Contains(id))
        {
            return "excluded by --exclude";
        }

        (int First, int Second)[] codes = [.. session.Options.Signals.Of(id.System).Select(p => (Column(p.First), p.Second is { } second ? Column(second) : int.MaxValue)).Where(c => c.Item1 >= 0 && c.Item2 >= 0)];
        if (codes.Length == 0)
        {
            return request.Signals.TryGetValue(id.System, out IReadOnlyList<SignalPair>? asked) ? $"the file has no codes {string.Join(" or ", asked)}" : "the file has none of the codes in use";
        }

        ReadOnlySpan<double> values = observed.Values(row);
        bool any = false;
        foreach ((int first, int second) in codes)
        {
            any |= IsRange(values[first]) && (second == int.MaxValue || IsRange(values[second]));
        }

        if (!any)
        {
            return "no codes of the signals in use";
        }

        if (!session.States.TryAt(id, observed.Time - TravelTime, observed.Time, out TransmitterState state))
        {
            return request.Precise && request.Corrections is null ? "no precise orbit and clock" : "no message of the time";
        }

        return state.Message is { Healthy: false } ? "unhealthy" : "no bias, delay or antenna for its codes";

        int Column(SignalCode code) => observed.Layout.Column(id.System, new(ObservableKind.Pseudorange, code));
    }

    private static bool IsRange(double value) => double.IsFinite(value) && value != 0.0;

    private static string ReasonOf(Rejection rejection) => rejection switch
    {
        Rejection.BelowMask => "below the mask",
        Rejection.Weak => "below the limit of C/N0",
        Rejection.NoModel => "a model does not cover it",
        Rejection.Fault => "faulty",
        _ => "too few satellites for a position",
    };
}
