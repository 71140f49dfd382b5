using System.Globalization;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Signals;

public class BroadcastIonosphereTests
{
    /// <summary>The text of the document written down once more in Python (make_klobuchar.py beside the data): D1 parameters of 2023-03-12, printed to 1e-9 m.</summary>
    [Theory]
    [InlineData(40, 116, 210, 20, 21600, 33.814711245)]
    [InlineData(-25, 110, 30, 55, 30000, 21.173300785)]
    [InlineData(10, 140, 300, 10, 72000, 4.081536183)]
    [InlineData(55, 8, 100, 35, 43200, 8.134992768)]
    public void BeiDou_klobuchar(double latitudeDeg, double longitudeDeg, double azimuthDeg, double elevationDeg, double second, double expected)
    {
        BeiDouKlobuchar model = new(new(4.190951585770e-8, 4.395842552185e-7, -2.861022949219e-6, 3.576278686523e-6, 83968, 999424, -7798784, 8323072));
        Assert.Equal(expected, model.Delay(Rad(latitudeDeg), Rad(longitudeDeg), Rad(azimuthDeg), Rad(elevationDeg), second), 1e-9);
    }

    /// <summary>The worked example of the model's authors (2020-11-05 17:00): all digits of elevation, pierce point, background and vertical content, mapping and delay.</summary>
    /// <remarks>Its geometry is that of a sphere of 6378.137 km under the receiver's own radius; its mapping function takes 6378 km.</remarks>
    [Fact]
    public void Bdgim_worked_example()
    {
        Ellipsoid sphere = new("sphere", 6_378_137, double.PositiveInfinity);
        Position<Itrf> station = new(-2159945.3149, 4383237.1901, 4085412.3177), satellite = new(-34342443.2642, 24456393.0586, 12949.4754);
        TopocentricFrame frame = new(station, sphere);
        LookAngles look = frame.Look(satellite);
        Assert.Equal(35.4316, look.ElevationDeg, 5e-5);

        GeodeticPoint place = frame.Geodetic;
        PiercePoint pierce = PiercePoint.Of(place.Latitude, place.Longitude, look.Azimuth, look.Elevation, station.Vector.Norm / 6_778_137);
        Assert.Equal(36.3148, double.RadiansToDegrees(pierce.Latitude), 5e-5);
        Assert.Equal(119.9053, double.RadiansToDegrees(pierce.Longitude), 5e-5);

        (double sinLatitude, double longitude) = Bdgim.SunFixed(pierce, 17.0 / 24.0);
        Assert.Equal(26.7914, double.RadiansToDegrees(Math.Asin(sinLatitude)), 5e-5);
        Assert.Equal(-166.2913, double.RadiansToDegrees(Math.IEEERemainder(longitude, Math.Tau)), 5e-5);

        Bdgim model = new([13.82642069, -1.78004616, 5.172, 3.1303094, -4.58961329, 0.32483867, -0.07802383, 1.2431259, 0.37763627]);
        Assert.Equal(-1.214400, model.BackgroundTec(pierce, 59158, 17.0 / 24.0), 5e-7);
        double vertical = model.VerticalTec(pierce, 59158, 17.0 / 24.0);
        Assert.Equal(5.818459, vertical, 5e-7);

        double mapping = PiercePoint.Of(place.Latitude, place.Longitude, look.Azimuth, look.Elevation, 6378.0 / 6778.0).Mapping;
        Assert.Equal(1.557684, mapping, 5e-7);
        Assert.Equal(1.470903, Ionosphere.Delay(mapping * vertical, 1575.42e6, 40.28), 5e-7);
    }

    /// <summary>Bounds: by the authors' rule a night of low content keeps a share of alpha 1; without it nothing is negative.</summary>
    [Fact]
    public void Bdgim_floor()
    {
        double[] alpha = [13, 0, 0, 0, -30, 0, 0, 0, 0];
        PiercePoint pole = new(Rad(85), 0, 1);
        Assert.Equal(13.0 / 6.0, new Bdgim(alpha, withFloor: true).VerticalTec(pole, 59158, 0.1), 1e-12);
        Assert.Equal(0.0, new Bdgim(alpha).VerticalTec(pole, 59158, 0.1));
    }

    /// <summary>The 108 rays of the document's annex, printed to 1e-4 TECU; heights and angles are printed to 1 cm and 0.01 degrees, and count as exact.</summary>
    [Fact]
    public void Ntcm_published_rays()
    {
        NtcmG high = new(236.831641, -0.39362878, 0.00402826613), medium = new(121.129893, 0.351254133, 0.0134635348), low = new(2.580271, 0.127628236, 0.0252748384);
        int rays = 0;
        foreach (string line in File.ReadLines(TestData.Local("atmosphere/ntcm-rays.csv")).Where(l => l[0] != '#'))
        {
            string[] f = line.Split(',');
            double[] v = [.. f.Skip(1).Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
            NtcmG model = f[0] == "high" ? high : f[0] == "medium" ? medium : low;
            TopocentricFrame frame = new(GeodeticPoint.FromDegrees(v[2], v[1], v[3]));
            LookAngles look = frame.Look(Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(v[5], v[4], v[6])));
            Assert.Equal(v[7], model.SlantTec(frame.Geodetic, look, 105, v[0]), 5.1e-5);
            rays++;
        }

        Assert.Equal(108, rays);
    }

    [Fact]
    public void The_set_sent_last_is_used()
    {
        Epoch noon = Epoch.FromGpsCalendar(2023, 3, 12, 12, 0, 0);
        Klobuchar calm = new(1e-8, 0, 0, 0, 72000, 0, 0, 0), busy = new(5e-8, 0, 0, 0, 72000, 0, 0, 0);
        TimedIonosphere model = new([(noon + Duration.FromHours(2), new KlobucharIonosphere(busy)), (noon, new KlobucharIonosphere(calm))]);
        double At(double hours) => model.At(new SignalRay(new(0.5, 0, 0), default, new(1, 1, 2e7), noon + Duration.FromSeconds(3600 * hours)), 1575.42e6).Delay;
        Assert.True(At(2) > 2 * At(1.99));
        Assert.Equal(At(-1), At(1), 0.3 * At(1));                               // before the first set: the first set
    }

    private static double Rad(double degrees) => double.DegreesToRadians(degrees);
}
