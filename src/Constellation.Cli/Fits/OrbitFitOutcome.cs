using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>An arc and its fit, or why there is none.</summary>
internal sealed record OrbitFitOutcome(Sp3Series Series, OrbitArc Arc, ArcFitResult? Fit, string? Failure);
