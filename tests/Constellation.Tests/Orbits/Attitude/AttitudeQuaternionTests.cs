using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Tests.Orbits.Attitude;

public sealed class AttitudeQuaternionTests
{
    [Fact]
    public void There_and_back_at_all_turns()
    {
        for (int i = 0; i < 400; i++)
        {
            Matrix3d m = Matrix3d.R1(0.1 * i) * Matrix3d.R2(0.37 * i) * Matrix3d.R3(i % 4 == 0 ? Math.PI : 0.07 * i);
            BodyAxes axes = new(m.Row1, m.Row2, m.Row3);
            AttitudeQuaternion q = AttitudeQuaternion.From(axes);
            Tolerance rounding = Tolerance.Of(1e-14, "", "rounding of unit vectors");
            Check.Within(rounding, axes.X, q.Axes.X);
            Check.Within(rounding, axes.Y, q.Axes.Y);
            Check.Within(rounding, axes.Z, q.Axes.Z);
            Check.Within(rounding, 1, q.Norm);
            Assert.True(q.Q0 >= 0);
        }
    }

    [Theory, InlineData(1e-9), InlineData(0.3), InlineData(3.1)]
    public void Angle_between_is_that_of_the_turn(double angle)
    {
        Matrix3d a = Matrix3d.R1(0.4) * Matrix3d.R2(1.1), b = Matrix3d.R3(angle) * a;
        double between = AttitudeQuaternion.From(new(a.Row1, a.Row2, a.Row3)).AngleTo(AttitudeQuaternion.From(new(b.Row1, b.Row2, b.Row3)));
        Check.Within(Tolerance.Of(1e-14, "rad", "rounding of unit quaternions"), angle, between);
    }
}
