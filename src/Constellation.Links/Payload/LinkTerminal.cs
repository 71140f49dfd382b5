using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>One beam or telescope of a satellite: the cone that it reaches and how fast it turns. One link at a time.</summary>
/// <param name="Name">Unique within its payload.</param>
/// <param name="Boresight">Middle of the cone.</param>
/// <param name="HalfAngle">Greatest angle between line of sight and boresight (scan limit, gimbal range), rad.</param>
/// <remarks>Yaw steering turns the body about nadir: it changes nothing for cones about nadir and zenith; others are taken to follow the orbit's axes.</remarks>
public sealed record LinkTerminal(string Name, TerminalBoresight Boresight, double HalfAngle)
{
    /// <summary>Least angle between line of sight and boresight, rad; 0 for a full cone.</summary>
    public double InnerAngle { get; init; }

    /// <summary>Tilt of a horizontal boresight towards nadir, rad.</summary>
    public double Depression { get; init; }

    /// <summary>Greatest rate at which the beam turns, rad/s; infinite for one steered electronically.</summary>
    public double SlewRate { get; init; } = double.PositiveInfinity;

    /// <summary>From the end of one link to the begin of the next, beside the turn itself, s.</summary>
    public double SettlingTime { get; init; }

    /// <summary>Time from one partner to another that is <paramref name="angle"/> (rad) away, s.</summary>
    public double RepointingTime(double angle) => SettlingTime + (angle / SlewRate);

    /// <summary>Unit vector of the boresight on the frame of <paramref name="axes"/>.</summary>
    public Vector3d Direction(OrbitAxes axes)
    {
        Vector3d middle = Boresight switch
        {
            TerminalBoresight.Nadir => -axes.Radial,
            TerminalBoresight.Zenith => axes.Radial,
            TerminalBoresight.Fore => axes.Along,
            TerminalBoresight.Aft => -axes.Along,
            TerminalBoresight.Normal => axes.Cross,
            _ => -axes.Cross,
        };
        return Depression == 0 ? middle : (Math.Cos(Depression) * middle) - (Math.Sin(Depression) * axes.Radial);
    }

    /// <summary>Whether the cone holds a direction at this angle from its boresight, rad.</summary>
    public bool Reaches(double angle) => angle <= HalfAngle && angle >= InnerAngle;
}
