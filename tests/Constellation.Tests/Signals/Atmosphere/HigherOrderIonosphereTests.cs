using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Signals;

public class HigherOrderIonosphereTests
{
    private const double L1 = 1575.42e6, L2 = 1227.60e6;
    private static readonly Epoch s_epoch = Epoch.FromGpsCalendar(2020, 1, 1, 0, 0, 0);

    /// <summary>Against differences of the potential with another form of the harmonics (make_field.py beside the data): nT, to the error of the differences, 0.01 nT.</summary>
    [Theory]
    [InlineData(6.821e+06, 0, 0, 0, 11375.8465, -1976.7334, 22152.1850)]
    [InlineData(3e+06, -4e+06, 4.5e+06, 4, -27404.8163, 28301.0458, -10514.4522)]
    [InlineData(-2.5e+06, 5e+06, -3.8e+06, -2, -20717.9684, 43280.6857, -10625.0688)]
    [InlineData(-100000, 200000, 6.8e+06, 1, -91.9875, -1877.6050, -47402.4908)]
    public void Field_is_the_gradient_of_its_potential(double x, double y, double z, double years, double bx, double by, double bz)
    {
        Vector3d field = 1e9 * GeomagneticField.At(new(x, y, z), s_epoch + Duration.FromSeconds(years * 365.25 * 86400));
        Assert.Equal(bx, field.X, 0.01);
        Assert.Equal(by, field.Y, 0.01);
        Assert.Equal(bz, field.Z, 0.01);
    }

    /// <summary>Published value of the field on the equator and the meridian of Greenwich at 500 km, 2025.033: north, east, down in nT, of a newer generation: what is cut off (0.5 %) and five years of predicted rates (0.5 %).</summary>
    [Fact]
    public void Field_has_the_published_value()
    {
        Vector3d field = 1e9 * GeomagneticField.At(new(6_878_137, 0, 0), s_epoch + Duration.FromSeconds(5.03288 * 365.25 * 86400));
        double allowed = 0.01 * 24171;
        Assert.Equal(21550.0, field.Z, allowed);
        Assert.Equal(-1684.8, field.Y, allowed);
        Assert.Equal(-10816.4, -field.X, allowed);
    }

    /// <summary>What the combination keeps in closed form: codes -2 s2 / (f1 f2 (f1 + f2)), phases half of that with the other sign; the third order for s2 = 0.</summary>
    [Fact]
    public void Combination_keeps_the_second_and_the_third_order()
    {
        IonosphereFree pair = new(L1, L2);
        HigherOrderIonosphere second = new(40.3e18, 4.5e25, 0), third = new(40.3e18, 0, 1e34);
        double kept = -2 * second.Second / (L1 * L2 * (L1 + L2));
        Assert.Equal(kept, second.CodeLeft(pair, L1, L2), 1e-9);
        Assert.Equal(-kept / 2, second.PhaseLeft(pair, L1, L2), 1e-9);
        Assert.Equal(-0.0166, kept, 2e-4);                                                         // 100 TECU along 40 000 nT
        Assert.Equal(-3 * third.Third / (L1 * L1 * L2 * L2), third.CodeLeft(pair, L1, L2), 1e-9);
        Assert.Equal(third.Third / (L1 * L1 * L2 * L2), third.PhaseLeft(pair, L1, L2), 1e-9);
    }

    /// <summary>Signs and sizes: along the field in the north, against it in the south; a centimetre or so of phase on L1 at 100 TECU. The first order alone is 40.308 / f^2.</summary>
    [Fact]
    public void Second_order_changes_its_sign_at_the_magnetic_equator()
    {
        HigherOrderIonosphere Zenith(double latitudeDeg)
        {
            GeodeticPoint place = GeodeticPoint.FromDegrees(latitudeDeg, 10, 0);
            TopocentricFrame frame = new(place);
            return HigherOrderIonosphere.Along(SignalRay.Between(frame, Ellipsoid.Wgs84.ToCartesian(place with { Height = 20_200e3 }), s_epoch), 100, 100);
        }

        HigherOrderIonosphere north = Zenith(55), south = Zenith(-55);
        Assert.InRange(north.Second / (L1 * L1 * L1), 0.008, 0.014);
        Assert.InRange(south.Second / (L1 * L1 * L1), -0.014, -0.004);
        Assert.InRange(north.Third / (L1 * L1 * L1 * L1), 2e-4, 2e-3);
        Assert.Equal(Ionosphere.Delay(100, L1, Ionosphere.Refraction), north.First / (L1 * L1), 1e-12);
        Assert.Equal(north.First / (L1 * L1), -north.Phase(L1), 0.02);
    }

    /// <summary>Twice the phase's second order is the group's: d(f phase) / df. Differences over 1 MHz are right to 1e-6 of the term.</summary>
    [Fact]
    public void Code_is_the_group_of_the_phase()
    {
        HigherOrderIonosphere terms = new(40.3e18, 4.5e25, 1e34);
        const double d = 1e6;
        double group = -(((L1 + d) * terms.Phase(L1 + d)) - ((L1 - d) * terms.Phase(L1 - d))) / (2 * d);
        Assert.Equal(-terms.Code(L1), group, 1e-4);
    }
}
