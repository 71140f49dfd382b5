using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Links;

/// <summary>How a terminal sits on its satellite near one epoch: lever arm, attitude, and whether its clock runs in proper time.</summary>
/// <param name="arm">Phase centre from the centre of mass, body axes, m.</param>
/// <param name="attitude">How the body turns.</param>
/// <param name="sun">Geocentric Sun on GCRF axes, m, at the centre of the frame: it moves 6e-6 rad in half a minute, 6 um at an arm of 1 m.</param>
/// <param name="properTime">Whether the clock has the term of the eccentricity.</param>
internal sealed class TerminalMount(Vector3d arm, IAttitudeLaw attitude, Vector3d sun, bool properTime)
{
    public bool HasArm { get; } = arm != default;

    /// <summary>Phase centre from the centre of mass on GCRF axes, m.</summary>
    public Vector3d Arm(Vector3d position, Vector3d velocity) => attitude.At(position, velocity, sun).ToGcrf(arm);

    /// <summary>Direction on GCRF axes to a unit vector in the body.</summary>
    public Vector3d InBody(Vector3d position, Vector3d velocity, Vector3d direction) => attitude.At(position, velocity, sun).ToBody(direction.Unit());

    /// <summary>Periodic term of a clock on an eccentric orbit as a length, m: c times -2 r.v / c^2.</summary>
    /// <remarks>[IS-GPS-200] 20.3.3.3.3.1; the secular part belongs to the frequency. 2 e sqrt(GM a) / c: 0.70 m for e = 0.001 at 27 906 km.</remarks>
    public double ClockTerm(Vector3d position, Vector3d velocity) => properTime ? -2 * position.Dot(velocity) / PhysicalConstants.SpeedOfLight : 0;
}
