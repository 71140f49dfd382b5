using Constellation.Core;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Something that happened to the clock of a satellite: a step, a failure, a spare that took over.</summary>
internal readonly record struct ClockIncident(Epoch Epoch, SatelliteId Satellite, string Text);
