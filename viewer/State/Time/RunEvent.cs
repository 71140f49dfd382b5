using Constellation.Core;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Something on the line of time.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends; null: it is an instant.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">For people, without the time.</param>
/// <param name="Satellite">Whose; null: nobody's.</param>
internal sealed record RunEvent(Epoch From, Epoch? Until, RunEventKind Kind, string Text, SatelliteId? Satellite = null)
{
    /// <summary>With the time, in GPST.</summary>
    public string Line => $"{EpochText.Short(From)}{(Until is { } until ? $" to {EpochText.Short(until)}" : "")}  {Text}";
}
