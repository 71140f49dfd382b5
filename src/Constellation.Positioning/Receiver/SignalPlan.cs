using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>The preferred signals as columns of one layout: what is not observed at all is left out.</summary>
internal sealed class SignalPlan
{
    private readonly SignalColumns[][] _bySystem = new SignalColumns[128][];

    public SignalPlan(ObservationLayout layout, SignalPreferences preferences, IReadOnlySet<GnssSystem>? systems, bool firstOnly)
    {
        Layout = layout;
        Array.Fill(_bySystem, []);
        foreach (GnssSystem system in layout.Systems.Where(s => systems?.Contains(s) ?? s != GnssSystem.Sbas))
        {
            SignalColumns[] observed = [.. preferences.Of(system).Select(p => new SignalColumns(layout, system, p)).Where(c => c.IsObserved)];
            _bySystem[(int)system] = firstOnly && observed.Length > 1 ? observed[..1] : observed;
        }
    }

    public ObservationLayout Layout { get; }

    public SignalColumns[] Of(GnssSystem system) => _bySystem[(int)system];
}
