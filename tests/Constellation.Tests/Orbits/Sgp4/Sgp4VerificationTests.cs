using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Sgp4;

/// <summary>SGP4 against the output of the program that defines it. [Vallado06]</summary>
public sealed class Sgp4VerificationTests
{
    private static readonly Tolerance Metres = Tolerance.Of(1e-3, "m", "1 mm is asked for; the reference is printed with 1e-8 km");
    private static readonly Tolerance MetresPerSecond = Tolerance.Of(1.001e-6, "m/s", "1e-6 m/s is asked for, which is the last printed digit");

    [Fact]
    public void Matches_every_printed_state_and_ends_where_the_reference_ends()
    {
        int states = 0;
        foreach (VerificationCase example in VerificationCase.All())
        {
            Sgp4Orbit orbit = new(example.Set.ToElements());
            foreach ((double minutes, Vector3d positionKm, Vector3d velocityKmps) in example.Printed)
            {
                Sgp4Status status = orbit.TryAt(Duration.FromSeconds(60 * minutes), out Vector3d position, out Vector3d velocity);
                string what = $"{example.Set.CatalogueNumber} at {minutes} min";
                Assert.True(status == Sgp4Status.Done, $"{what}: {status}");
                Check.Within(Metres, 1000 * positionKm, position, what);
                Check.Within(MetresPerSecond, 1000 * velocityKmps, velocity, what);
                states++;
            }
        }

        Assert.Equal(666, states);
    }

    /// <summary>The authors' program stops at its first error: there, and nowhere before, ours has one.</summary>
    [Theory]
    [InlineData(22312, 494.2028672, Sgp4Status.MeanEccentricity)]
    [InlineData(28350, 1560, Sgp4Status.MeanEccentricity)]
    [InlineData(28872, 55, Sgp4Status.Decayed)]
    [InlineData(29141, 440, Sgp4Status.Decayed)]
    [InlineData(33333, 25, Sgp4Status.SemiLatusRectum)]
    [InlineData(33334, 0, Sgp4Status.PerturbedEccentricity)]
    [InlineData(20413, 1844345, Sgp4Status.Decayed)]
    public void Stops_with_the_error_of_the_reference(int catalogueNumber, double minutes, Sgp4Status expected)
    {
        VerificationCase example = VerificationCase.All().Last(c => c.Set.CatalogueNumber == catalogueNumber);
        Assert.Equal(minutes, example.Minutes().ElementAt(example.Printed.Count), 1e-6);
        Assert.Equal(expected, new Sgp4Orbit(example.Set.ToElements()).TryAt(Duration.FromSeconds(60 * minutes), out _, out _));
    }

    [Fact]
    public void All_other_cases_run_to_their_end()
    {
        foreach (VerificationCase example in VerificationCase.All().Where(c => c.Printed.Count >= c.Minutes().Count()))
        {
            Sgp4Orbit orbit = new(example.Set.ToElements());
            Assert.All(example.Minutes(), t => Assert.Equal(Sgp4Status.Done, orbit.TryAt(Duration.FromSeconds(60 * t), out _, out _)));
        }
    }

    /// <summary>Sidereal time of 1970 and the node counted from 0 to 360 degrees: for deep space only, and small except where Lyddane's branch is met.</summary>
    [Fact]
    public void Afspc_mode_differs_in_deep_space_only()
    {
        foreach (VerificationCase example in VerificationCase.All().Where(c => c.Printed.Count > 0))
        {
            Sgp4Orbit improved = new(example.Set.ToElements()), afspc = new(example.Set.ToElements(), new Sgp4Options { Mode = Sgp4Mode.Afspc });
            double most = example.Printed.Max(row => (At(improved, row.Minutes) - At(afspc, row.Minutes)).Norm);
            Assert.True(improved.IsDeepSpace || most == 0, $"{example.Set.CatalogueNumber}: {most} m");
            Assert.True(!improved.IsResonant || (most > 0 && most < 10_000), $"{example.Set.CatalogueNumber}: {most} m");
        }

        static Vector3d At(Sgp4Orbit orbit, double minutes) => orbit.TryAt(Duration.FromSeconds(60 * minutes), out Vector3d position, out _) == Sgp4Status.Done ? position : Vector3d.Zero;
    }
}
