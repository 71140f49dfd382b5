using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Formats;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Sgp4;

/// <summary>What an orbit of an element set promises, and how well the model meets real satellites.</summary>
public sealed class Sgp4OrbitTests
{
    /// <summary>
    /// GPS element sets of the day against the precise orbits of that day. The sets themselves are wrong by a kilometre or two along the track; radially and across it is 0.1 to 0.2 km, and there errors
    /// of frame, time scale or theory would show: precession since 2000 alone is 120 km, an equation of the equinoxes left out 1 km, the model's luni-solar terms are 2 km.
    /// </summary>
    [Fact]
    public void Gps_sets_meet_precise_orbits_of_their_day()
    {
        Sp3File precise = SharedProducts.Sp3("WUM0MGXRAP_20212100000_01D_01M_ORB.SP3.gz");
        Epoch noon = Epoch.Parse("2021-07-29T12:00:00GPST");
        List<double> total = [], radial = [], cross = [];
        foreach (MeanElementSet set in TleReader.Read(TestData.Shared("data/tle/gps-ops_2021-07-29.txt")).ValueOrThrow().Sets)
        {
            Sgp4Orbit orbit = new(set.ToElements());
            if (precise.Orbit(GnssIdentity.Of(set)!.Value) is not { } table || Math.Abs((set.Epoch - noon).TotalDays) > 1)
            {
                continue;
            }

            double squares = 0, outward = 0, across = 0;
            for (int i = -23; i <= 23; i++)
            {
                Epoch epoch = noon + Duration.FromMinutes(30 * i);
                StateVector truth = EarthOrientation.BuiltIn.At(epoch).ToGcrf(table.At(epoch));
                Vector3d error = TemeFrame.At(epoch, EarthOrientation.BuiltIn).StateToGcrf(orbit.At(epoch)).Position - truth.Position, normal = truth.Position.Cross(truth.Velocity);
                (double r, double c) = (error.Dot(truth.Position) / truth.Position.Norm, error.Dot(normal) / normal.Norm);
                (squares, outward, across) = (squares + error.NormSquared, outward + (r * r), across + (c * c));
            }

            total.Add(Math.Sqrt(squares / 47));
            radial.Add(Math.Sqrt(outward / 47));
            cross.Add(Math.Sqrt(across / 47));
        }

        Assert.True(total.Count >= 25, $"{total.Count} satellites");
        Assert.InRange(Middle(total), 300, 2_000);
        Assert.InRange(Middle(radial), 30, 200);
        Assert.InRange(Middle(cross), 30, 250);

        static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
    }

    /// <summary>Velocity is the derivative of position, as far as the model goes: periodic terms of the velocity leave out products of small rates.</summary>
    [Fact]
    public void Velocity_is_nearly_the_derivative_of_position()
    {
        foreach (MeanElementSet set in TleReader.Read(TestData.Shared("data/tle/gps-ops_2021-07-29.txt")).ValueOrThrow().Sets)
        {
            Sgp4Orbit orbit = new(set.ToElements());
            Duration second = Duration.FromSeconds(1);
            StateVector before = orbit.At(set.Epoch - second), now = orbit.At(set.Epoch), after = orbit.At(set.Epoch + second);
            Check.Within(Tolerance.Of(0.05, "m/s", "luni-solar rates of the elements, 1e-9 rad/s, are not in the velocity"), (after.Position - before.Position) / 2, now.Velocity, set.Name);
            Assert.Equal((ReferenceFrame.Teme, set.Epoch), (now.Frame, now.Epoch));
        }
    }

    [Fact]
    public void Other_gravity_fields_are_other_orbits()
    {
        Sgp4Elements elements = VerificationCase.All()[0].Set.ToElements();
        Vector3d At(Sgp4Constants constants) => new Sgp4Orbit(elements, new Sgp4Options { Constants = constants }).At(elements.Epoch + Duration.FromDays(3)).Position;
        double old = (At(Sgp4Constants.Wgs72Old) - At(Sgp4Constants.Wgs72)).Norm, new84 = (At(Sgp4Constants.Wgs84) - At(Sgp4Constants.Wgs72)).Norm;
        Assert.InRange(old, 1e-4, 10);
        Assert.InRange(new84, 10, 2_000);
    }

    [Fact]
    public void Below_the_ground_is_an_error_only_where_it_is_asked_for()
    {
        Sgp4Elements elements = VerificationCase.All().Single(c => c.Set.CatalogueNumber == 28872).Set.ToElements();
        Sgp4Orbit lenient = new(elements), strict = new(elements, new Sgp4Options { RefuseSubOrbital = true });
        Assert.True(lenient.IsSubOrbital);
        Assert.Equal(Sgp4Status.Done, lenient.TryAt(elements.Epoch, out _));
        Assert.Equal(Sgp4Status.SubOrbital, strict.TryAt(elements.Epoch, out StateVector none));
        Assert.True(double.IsNaN(none.Position.X));
        Sgp4States states = new(1, 5);
        new Sgp4Batch([strict]).Fill(new EpochGrid(elements.Epoch, Duration.FromMinutes(1), 5), states, cancel: TestContext.Current.CancellationToken);
        Assert.All(states.Status, s => Assert.Equal(Sgp4Status.SubOrbital, s));
    }

    [Fact]
    public void Decayed_objects_throw_where_a_state_is_promised_and_tell_where_it_is_not()
    {
        Sgp4Orbit orbit = new(VerificationCase.All().Single(c => c.Set.CatalogueNumber == 28872).Set.ToElements());
        Epoch late = orbit.Elements.Epoch + Duration.FromMinutes(55);
        Assert.Contains("error 6, Decayed", Assert.Throws<ArgumentOutOfRangeException>(() => orbit.At(late)).Message, StringComparison.Ordinal);
        Assert.Equal(Sgp4Status.Decayed, orbit.TryAt(late, out StateVector state));
        Assert.InRange(state.Position.Norm, 6.0e6, 6.4e6);
    }

    [Fact]
    public void A_century_is_the_farthest()
    {
        Sgp4Orbit orbit = new(VerificationCase.All().Last(c => c.Set.CatalogueNumber == 24208).Set.ToElements());
        Assert.True(double.IsFinite(orbit.At(orbit.Validity.Last).Position.Norm));
        Assert.Throws<ArgumentOutOfRangeException>(() => orbit.At(orbit.Validity.Last + Duration.FromSeconds(1)));
        Assert.Throws<ArgumentException>(() => new Sgp4Orbit(orbit.Elements with { Eccentricity = 1 }));
        Assert.Throws<ArgumentException>(() => new Sgp4Orbit(orbit.Elements with { MeanMotion = double.NaN }));
    }
}
