using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A satellite's clock against the mean of all, as links compare it, and the error of that, m; the constant delay of its terminal is in both.</summary>
public readonly record struct ClockComparisonRow(Epoch Epoch, SatelliteId Satellite, double Offset, double Error);
