using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>How a satellite turns its body. Immutable and a pure function of the state: threads may share it.</summary>
public interface IAttitudeLaw
{
    /// <summary>Body axes at a state on GCRF axes, with the geocentric Sun, m.</summary>
    /// <remarks>IGS convention: +Z to the Earth, +Y along the solar panels' axis, +X on the Sun's side in nominal yaw steering.</remarks>
    BodyAxes At(Vector3d position, Vector3d velocity, Vector3d sun);
}
