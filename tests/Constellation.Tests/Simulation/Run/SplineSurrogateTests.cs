using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Run;

public class SplineSurrogateTests
{
    /// <summary>The density that the surrogate takes for the truth is that of the accelerations drawn: their periodogram at once per revolution, mean over satellites.</summary>
    [Theory, InlineData(46_391.0), InlineData(86_164.0), InlineData(1e7)]
    public void Density_is_that_of_the_drawn_accelerations(double period)
    {
        const double spacing = 7200, step = 900;
        const int count = 40_000, satellites = 60;
        double sum = 0;
        for (int s = 1; s <= satellites; s++)
        {
            RandomAcceleration force = new(new RandomDraws(11, 0, EntityId.Satellite(new(GnssSystem.BeiDou, s)), NoisePurpose.UnmodelledAcceleration), new Vector3d(1, 1, 1), spacing);
            double re = 0, im = 0;
            for (int i = 0; i < count; i++)
            {
                double a = force.ComponentsAt(step * i).X;
                (double sin, double cos) = Math.SinCos(2 * Math.PI * step * i / period);
                (re, im) = (re + (a * cos), im + (a * sin));
            }

            sum += ((re * re) + (im * im)) * step / count;
        }

        // A periodogram is exponential: 1 / sqrt(60) = 13 % sigma of the mean; three of them.
        Assert.InRange(sum / satellites / SplineSurrogate.Spline(1 / period, spacing), 0.61, 1.39);
    }

    [Fact]
    public void Surrogate_has_the_same_density_at_once_per_revolution()
    {
        const double a = 27_906_100, spacing = 7200;
        double frequency = Math.Sqrt(3.986004418e14 / (a * a * a)) / (2 * Math.PI);
        AccelerationNoise noise = SplineSurrogate.Of(1e-9, spacing, [a, 42_164_000]);
        Assert.Equal(1e-18 * SplineSurrogate.Spline(frequency, spacing), noise.Radial * noise.Radial * SplineSurrogate.Process(frequency, noise.CorrelationTime), 1e-24);
        Assert.InRange(noise.Radial, 1e-9, 1.5e-9);
    }
}
