using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>How far one estimate of a satellite lies from another near an epoch.</summary>
/// <param name="Position">m, on GCRF axes.</param>
/// <param name="Velocity">m/s.</param>
internal readonly record struct StateOffset(Vector3d Position, Vector3d Velocity)
{
    public Vector3d At(double secondsFromCentre) => Position + (secondsFromCentre * Velocity);
}
