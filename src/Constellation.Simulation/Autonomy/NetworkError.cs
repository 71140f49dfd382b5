using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Simulation;

/// <summary>Error of one satellite of a network, on Earth-fixed axes.</summary>
/// <param name="Place">True position, m.</param>
/// <param name="Error">Estimated minus true position, m.</param>
/// <param name="Clock">Estimated minus true clock, m.</param>
/// <param name="Weights">How errors act on users' ranges.</param>
public readonly record struct NetworkError(Vector3d Place, Vector3d Error, double Clock, SisreWeights Weights)
{
    /// <summary>m.</summary>
    public double Radial => Error.Dot(Place.Unit());

    /// <summary>What is not radial, m.</summary>
    public Vector3d Transverse => Error - (Radial * Place.Unit());
}
