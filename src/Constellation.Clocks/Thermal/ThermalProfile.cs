using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Temperature of a clock in orbit, K from its mean: what the Sun does over a revolution, over the year and in eclipses, behind a thermal lag.</summary>
/// <remarks>The balance that the clock runs after is OrbitSwing n cos(z) + SunAngleSwing |sin(beta)| - EclipseDrop (1 - n), with n the visible fraction of the Sun, z its
/// angle from the zenith of the satellite and beta its elevation over the orbital plane. Amplitudes are measured or assumed ones, not a thermal model of a satellite.</remarks>
public sealed record ThermalProfile
{
    /// <summary>Amplitude of the once-per-revolution balance, K.</summary>
    public double OrbitSwing { get; init; }

    /// <summary>Balance at a Sun square to the orbital plane against one in it, K.</summary>
    public double SunAngleSwing { get; init; }

    /// <summary>Fall of the balance in full shadow, K.</summary>
    public double EclipseDrop { get; init; }

    /// <summary>Time constant with which the clock follows its balance.</summary>
    public Duration Lag { get; init; } = Duration.FromHours(1);

    /// <summary>Balance at one state on GCRF axes, K.</summary>
    public double BalanceAt(StateVector state)
    {
        Position<Gcrf> satellite = state.PositionIn<Gcrf>(), sun = Sun.PositionGcrf(state.Epoch);
        Vector3d toSun = sun - satellite, pole = state.Position.Cross(state.Velocity);
        double visible = Eclipse.Fraction(satellite, sun);
        double zenith = state.Position.Dot(toSun) / (state.Position.Norm * toSun.Norm);
        double sinBeta = pole.Dot(toSun) / (pole.Norm * toSun.Norm);
        return (OrbitSwing * visible * zenith) + (SunAngleSwing * Math.Abs(sinBeta)) - (EclipseDrop * (1 - visible));
    }

    /// <summary>Temperatures at the nodes of a grid: the balance, taken as linear between nodes, behind the lag. It begins in balance.</summary>
    /// <param name="orbit">On GCRF axes.</param>
    /// <param name="grid">Nodes; the step should be well below the lag and the length of an eclipse's edge.</param>
    public double[] Along(IOrbit orbit, EpochGrid grid)
    {
        double[] temperatures = new double[grid.Count];
        double a = grid.Step.TotalSeconds / Lag.TotalSeconds, decay = Math.Exp(-a), mean = -OrnsteinUhlenbeckStep.ExpM1(-a) / a;
        double before = BalanceAt(orbit.At(grid[0]));
        temperatures[0] = before;
        for (int i = 1; i < grid.Count; i++)
        {
            double balance = BalanceAt(orbit.At(grid[i]));

            // dT/dt = (B - T) / lag with B linear over the step.
            temperatures[i] = (decay * temperatures[i - 1]) + ((mean - decay) * before) + ((1 - mean) * balance);
            before = balance;
        }

        return temperatures;
    }
}
