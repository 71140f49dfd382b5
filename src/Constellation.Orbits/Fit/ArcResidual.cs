using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Given minus computed position.</summary>
/// <param name="Epoch">When.</param>
/// <param name="Rac">Radial, along-track, cross-track, m.</param>
/// <param name="Role">What the position was to the fit.</param>
public readonly record struct ArcResidual(Epoch Epoch, Vector3d Rac, ArcResidualRole Role);
