namespace Constellation.Orbits;

/// <summary>How an orbit is integrated. All of them end steps at shadows, at breaks of forces and at pulses, and have dense output.</summary>
public enum IntegrationMethod
{
    /// <summary>Runge-Kutta of order 8 with a step that follows the motion (DOP853): for any orbit.</summary>
    Adaptive,

    /// <summary>Gauss-Jackson of order 10 with a fixed step, one evaluation of the forces a step; begins, and passes shadows, with <see cref="Adaptive"/>. The fastest for near-circular orbits.</summary>
    Multistep,

    /// <summary>The classical Runge-Kutta of order 4 with a fixed step of 0.006 radians of motion: for teaching. Centimetres a day.</summary>
    RungeKutta4,
}
