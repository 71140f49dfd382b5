using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The classical Runge-Kutta method of order 4 for r'' = a(t, r, r').</summary>
internal sealed class RungeKutta4Stepper(IAcceleration acceleration)
{
    public double Time { get; private set; }

    public Vector3d Position { get; private set; }

    public Vector3d Velocity { get; private set; }

    public Vector3d Acceleration { get; private set; }

    public void Start(double t, Vector3d position, Vector3d velocity) =>
        (Time, Position, Velocity, Acceleration) = (t, position, velocity, acceleration.At(0, t, position, velocity));

    /// <param name="h">Signed length, s.</param>
    /// <param name="t">Where the step ends.</param>
    public void Step(double h, double t)
    {
        double half = 0.5 * h, middle = Time + half;
        (Vector3d r, Vector3d v1, Vector3d a1) = (Position, Velocity, Acceleration);
        Vector3d v2 = v1 + (half * a1), a2 = acceleration.At(1, middle, r + (half * v1), v2);
        Vector3d v3 = v1 + (half * a2), a3 = acceleration.At(2, middle, r + (half * v2), v3);
        Vector3d v4 = v1 + (h * a3), a4 = acceleration.At(3, t, r + (h * v3), v4);
        Start(t, r + (h / 6 * (v1 + (2 * (v2 + v3)) + v4)), v1 + (h / 6 * (a1 + (2 * (a2 + a3)) + a4)));
    }
}
