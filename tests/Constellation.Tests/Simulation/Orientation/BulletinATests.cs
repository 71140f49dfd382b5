using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Orientation;

public class BulletinATests
{
    /// <summary>UT1 of [BulletinA]: 1.4, 2.4, 3.2 and 4.0 ms at 10 to 40 days are printed in every issue; 5.4 and 7.3 ms at 60 and 90 are the same formula by hand.</summary>
    [Theory]
    [InlineData(10, 1.4)]
    [InlineData(20, 2.4)]
    [InlineData(30, 3.2)]
    [InlineData(40, 4.0)]
    [InlineData(60, 5.4)]
    [InlineData(90, 7.3)]
    public void Ut1_is_as_printed(int days, double milliseconds) =>
        Check.Within(Tolerance.PrintedDecimals(1, "ms"), milliseconds, BulletinA.Ut1Sigma(days) * 1e3);

    /// <summary>Pole of [BulletinA]: 4, 7, 10, 13 mas at 10 to 40 days, printed.</summary>
    [Theory]
    [InlineData(10, 4)]
    [InlineData(20, 7)]
    [InlineData(30, 10)]
    [InlineData(40, 13)]
    public void Pole_is_as_printed(int days, double milliarcseconds) =>
        Check.Within(Tolerance.PrintedDecimals(0, "mas"), milliarcseconds, BulletinA.PoleSigma(days) * 180 * 3600 * 1000 / Math.PI);

    [Fact]
    public void Nothing_is_wrong_on_the_day_of_the_upload() => Assert.Equal((0.0, 0.0), (BulletinA.Ut1Sigma(0), BulletinA.PoleSigma(-1)));
}
