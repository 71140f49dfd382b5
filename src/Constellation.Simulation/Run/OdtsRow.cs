using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Orbit determination and time synchronisation of one satellite at one epoch: estimate minus truth in R, A, C and clock, with the claimed sigmas; all m.</summary>
public readonly record struct OdtsRow(
    Epoch Epoch, SatelliteId Satellite, double Radial, double Along, double Cross, double Clock,
    double SigmaRadial, double SigmaAlong, double SigmaCross, double SigmaClock);
