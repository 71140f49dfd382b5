namespace Constellation.Simulation;

/// <summary>Ways that are built in.</summary>
public enum MotionKind
{
    /// <summary>Round a block of about a kilometre at town speed, with stops' worth of slowing down and hills of 20 m.</summary>
    Car,

    /// <summary>A large circle at 15 knots in a swell: heave of 1.5 m, sway of 1 m, about 10 s.</summary>
    Ship,

    /// <summary>From the ground in a widening spiral to 10 km, then a race track at 230 m/s.</summary>
    Aircraft,
}
