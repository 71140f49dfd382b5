namespace Constellation.Orbits;

/// <summary>Resonance variables at a multiple of 720 min from the epoch, with what leads on from there: rad and minutes.</summary>
internal readonly record struct ResonanceNode(double Longitude, double MeanMotion, double LongitudeRate, double MotionRate, double MotionCurvature);
