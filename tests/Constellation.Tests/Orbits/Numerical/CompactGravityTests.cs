using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Tests.Orbits.Numerical;

public class CompactGravityTests
{
    /// <summary>The kernel against the plain recursion at random places, the poles too: sums of 88 terms in another order, 1e-13 of the whole at J2's size.</summary>
    [Fact]
    public void Kernel_equals_reference()
    {
        Random random = new(5);
        for (int degree = 2; degree <= CompactGravity.GreatestDegree; degree++)
        {
            EarthGravity gravity = new(degree);
            for (int k = 0; k < 200; k++)
            {
                double z = k == 0 ? 1 : k == 1 ? -1 : (2 * random.NextDouble()) - 1, longitude = Math.Tau * random.NextDouble(), q = Math.Sqrt(1 - (z * z));
                Vector3d p = (6.5e6 + (4e7 * random.NextDouble())) * new Vector3d(q * Math.Cos(longitude), q * Math.Sin(longitude), z);
                Vector3d expected = gravity.AccelerationItrf(p), found = gravity.Acceleration(new ForceContext { Position = p, GcrfToItrf = Matrix3d.Identity });
                Assert.True((found - expected).Norm <= 1e-13 * expected.Norm, $"degree {degree} at {p}: {found} against {expected}");
            }
        }
    }
}
