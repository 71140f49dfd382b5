using Constellation.Core;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What lies at a place of a panel: a click selects the satellite or goes to the epoch, hovering shows the hint.</summary>
internal sealed record PanelTarget(string Hint, SatelliteId? Satellite = null, Epoch? Epoch = null);
