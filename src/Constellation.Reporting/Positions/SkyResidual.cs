namespace Constellation.Reporting;

/// <summary>One residual and where its satellite stood.</summary>
/// <param name="Satellite">Its RINEX id.</param>
/// <param name="AzimuthDeg">From north over east.</param>
/// <param name="ElevationDeg">Above the horizon.</param>
/// <param name="Residual">m.</param>
public readonly record struct SkyResidual(string Satellite, double AzimuthDeg, double ElevationDeg, double Residual);
