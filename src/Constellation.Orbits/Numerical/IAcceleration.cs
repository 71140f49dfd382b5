using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The right-hand side of r'' = a(t, r, r').</summary>
internal interface IAcceleration
{
    /// <param name="stage">Which evaluation of a step this is: who needs more of it later keeps it under this number.</param>
    /// <param name="t">Seconds since the origin of the integration.</param>
    /// <param name="position">m.</param>
    /// <param name="velocity">m/s.</param>
    Vector3d At(int stage, double t, Vector3d position, Vector3d velocity);

    /// <summary>Of the last evaluation, the part that is too small for its kinks to matter.</summary>
    Vector3d Faint => Vector3d.Zero;
}
