using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Broadcast;

/// <summary>The four-lane form against the equations as printed.</summary>
public sealed class KeplerianKernelTests
{
    private static readonly Tolerance s_metres = Tolerance.Of(5e-7, "m", "rounding of the node: up to 44 rad of Earth rotation since the start of the week, 2^-53 x 44 x 42,000 km = 2e-7 m, in both forms; Kepler step at e = 0.5 1e-15 rad");
    private static readonly Tolerance s_speeds = Tolerance.Of(1e-10, "m/s", "the same angle, 5e-15 rad, times 4 km/s is 2e-11 m/s in both forms");

    [Theory]
    [InlineData(GnssSystem.Gps, OrbitClass.Meo, 0.02)]
    [InlineData(GnssSystem.Galileo, OrbitClass.Meo, 0.17)]
    [InlineData(GnssSystem.Qzss, OrbitClass.Igso, 0.1)]
    [InlineData(GnssSystem.BeiDou, OrbitClass.Meo, 0.001)]
    [InlineData(GnssSystem.BeiDou, OrbitClass.Geo, 0.0005)]
    [InlineData(GnssSystem.Galileo, OrbitClass.Meo, 0.5)]
    public void Kernel_equals_reference(GnssSystem system, OrbitClass orbitClass, double eccentricity)
    {
        Random random = new(11);
        for (int trial = 0; trial < 60; trial++)
        {
            KeplerianEphemeris ephemeris = Random(random, system, orbitClass, eccentricity);
            int n = 1 + trial;                          // every tail
            Epoch start = ephemeris.Toe - Duration.FromSeconds(random.Next(7200, 14_401));
            Duration step = Duration.FromSeconds(random.Next(1, 21_600 / n));
            StateVector[] filled = new StateVector[n];
            double[] positions = new double[3 * n], velocities = new double[3 * n];
            ephemeris.Fill(start, step, filled);
            ephemeris.FillColumns(start, step, positions, velocities);
            for (int i = 0; i < n; i++)
            {
                Epoch epoch = start + (step * i);
                (Vector3d position, Vector3d velocity) = ephemeris.StateAfterToe((epoch - ephemeris.Toe).TotalSeconds);
                Assert.Equal(ephemeris.At(epoch), filled[i]);
                Check.Within(s_metres, position, filled[i].Position, $"position {trial} {i}");
                Check.Within(s_speeds, velocity, filled[i].Velocity, $"velocity {trial} {i}");
                Assert.Equal(filled[i].Position, new Vector3d(positions[i], positions[n + i], positions[(2 * n) + i]));
                Assert.Equal(filled[i].Velocity, new Vector3d(velocities[i], velocities[n + i], velocities[(2 * n) + i]));
            }
        }
    }

    [Fact]
    public void Positions_alone_are_the_same_positions()
    {
        KeplerianEphemeris ephemeris = Random(new Random(3), GnssSystem.Gps, OrbitClass.Meo, 0.01);
        double[] with = new double[21], without = new double[21];
        ephemeris.FillColumns(ephemeris.Toe, Duration.FromSeconds(30), with, new double[21]);
        ephemeris.FillColumns(ephemeris.Toe, Duration.FromSeconds(30), without, default);
        Assert.Equal(with, without);
        Assert.Throws<ArgumentException>(() => ephemeris.FillColumns(ephemeris.Toe, Duration.FromSeconds(30), new double[20], default));
        Assert.Throws<ArgumentException>(() => ephemeris.FillColumns(ephemeris.Toe, Duration.FromSeconds(30), new double[21], new double[18]));
    }

    [Fact]
    public void Epochs_outside_the_validity_are_refused()
    {
        KeplerianEphemeris ephemeris = Random(new Random(4), GnssSystem.Gps, OrbitClass.Meo, 0.01);
        StateVector[] states = new StateVector[10];
        Assert.Throws<ArgumentOutOfRangeException>(() => ephemeris.Fill(ephemeris.Toe - Duration.FromHours(5), Duration.FromSeconds(1), states));
        Assert.Throws<ArgumentOutOfRangeException>(() => ephemeris.Fill(ephemeris.Toe, Duration.FromHours(1), states));
        ephemeris.Fill(ephemeris.Toe, Duration.FromHours(1), []);
    }

    private static KeplerianEphemeris Random(Random random, GnssSystem system, OrbitClass orbitClass, double eccentricity)
    {
        double Within(double limit) => ((2 * random.NextDouble()) - 1) * limit;
        return new(system, orbitClass, Epoch.FromGps(2200 + random.Next(200), Duration.FromSeconds(random.Next(604_800))), new KeplerianParameters
        {
            SqrtA = orbitClass == OrbitClass.Meo ? 5150 + (300 * random.NextDouble()) : 6493,
            Eccentricity = eccentricity * random.NextDouble(),
            I0 = orbitClass == OrbitClass.Geo ? 0.08 : 0.9 + Within(0.2),
            Omega0 = Within(Math.PI),
            ArgumentOfPerigee = Within(Math.PI),
            M0 = Within(Math.PI),
            DeltaN = Within(5e-9),
            OmegaDot = Within(9e-9),
            IDot = Within(1e-9),
            Cuc = Within(5e-5),
            Cus = Within(5e-5),
            Crc = Within(900),
            Crs = Within(900),
            Cic = Within(1e-6),
            Cis = Within(1e-6),
            ADot = Within(0.05),
            DeltaNDot = Within(1e-13),
        });
    }
}
