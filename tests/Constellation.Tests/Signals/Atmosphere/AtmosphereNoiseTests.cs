using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Signals;

public class AtmosphereNoiseTests
{
    private static readonly Epoch s_start = Epoch.FromGpsCalendar(2023, 3, 12, 0, 0, 0);

    /// <summary>Over 4000 seeds: variance 1 within 5 sigma (5 sqrt(2 / 4000) = 0.11); correlation as stated within 0.05 of the waves and 5 / sqrt(4000) = 0.08 of the sample.</summary>
    [Fact]
    public void Field_has_its_variance_and_correlation()
    {
        PiercePoint here = new(0.7, 0.3, 1);
        (PiercePoint Place, double Hours)[] others = [(new(0.7 + (750.0 / 6821), 0.3, 1), 0), (new(0.7 + (1500.0 / 6821), 0.3, 1), 0), (new(-0.3, 2.5, 1), 0), (new(0.7, 0.3 - (2 * Math.PI / 24), 1), 1), (new(0.7, 0.3 - (4 * Math.PI / 24), 1), 2), (here, 12)];
        double[] products = new double[others.Length];
        double square = 0;
        const int seeds = 4000;
        for (ulong seed = 0; seed < seeds; seed++)
        {
            IonosphereField field = IonosphereField.Of(new RandomDraws(seed, 0, EntityId.Scenario, NoisePurpose.IonosphereField), s_start);
            double z = field.At(here, s_start);
            square += z * z;
            for (int i = 0; i < others.Length; i++)
            {
                products[i] += z * field.At(others[i].Place, s_start + Duration.FromSeconds(3600 * others[i].Hours));
            }
        }

        Assert.Equal(1.0, square / seeds, 0.11);
        for (int i = 0; i < others.Length; i++)
        {
            double chord = 6821 * (Vector(here) - Vector(others[i].Place, others[i].Hours)).Norm;
            double expected = Math.Exp(-(chord * chord / (2 * 1500.0 * 1500.0)) - (others[i].Hours * others[i].Hours / (2 * 2.0 * 2.0)));
            Assert.Equal(expected, products[i] / seeds, 0.13);
        }
    }

    /// <summary>Seed and run make the field, nothing else; a turn of the globe leads back.</summary>
    [Fact]
    public void Field_is_addressed()
    {
        IonosphereField Field(ulong seed, uint run) => IonosphereField.Of(new RandomDraws(seed, run, EntityId.Scenario, NoisePurpose.UserThermal), s_start);
        PiercePoint place = new(0.2, 1.5, 1);
        Epoch later = s_start + Duration.FromHours(5);
        Assert.Equal(Field(1, 0).At(place, later), Field(1, 0).At(place, later));
        Assert.NotEqual(Field(1, 0).At(place, later), Field(1, 1).At(place, later));
        Assert.NotEqual(Field(1, 0).At(place, later), Field(2, 0).At(place, later));
        Assert.Equal(Field(1, 0).At(place, later), Field(1, 0).At(place with { Longitude = place.Longitude + (2 * Math.PI) }, later), 1e-9);
    }

    /// <summary>A user who corrects with the model keeps scale x sigma x field; the same on every frequency in electrons.</summary>
    [Fact]
    public void Perturbed_model_differs_by_the_field()
    {
        KlobucharIonosphere model = new(Klobuchar.Of2023March12);
        IonosphereField field = IonosphereField.Of(new RandomDraws(7, 0, EntityId.Scenario, NoisePurpose.IonosphereField), s_start);
        PerturbedIonosphere truth = new(model, field, 0.3);
        SignalRay ray = new(GeodeticPoint.FromDegrees(45, 10, 0), default, new(1, 0.8, 2.2e7), s_start + Duration.FromHours(12));
        IonosphereDelay known = model.At(ray, 1575.42e6);
        PiercePoint pierce = PiercePoint.Of(ray.Receiver.Latitude, ray.Receiver.Longitude, 1, 0.8, 6371.0 / 6821.0);
        Assert.Equal(known.Delay + (0.3 * known.Sigma * field.At(pierce, ray.Epoch)), truth.At(ray, 1575.42e6).Delay, 1e-12);
        Assert.Equal(1575.42 * 1575.42 / (1176.45 * 1176.45), truth.At(ray, 1176.45e6).Delay / truth.At(ray, 1575.42e6).Delay, 1e-12);
    }

    /// <summary>Variances of a walk after 100 steps of five minutes over 4000 sites: start^2 + hours step^2, within 5 sigma (11 %).</summary>
    [Fact]
    public void Walk_spreads_with_the_root_of_time()
    {
        const int sites = 4000, steps = 101;
        double first = 0, last = 0, north = 0, cross = 0;
        double[] zenith = new double[steps];
        TroposphereGradient[] gradients = new TroposphereGradient[steps];
        for (int site = 0; site < sites; site++)
        {
            TroposphereWalk.Temperate.Fill(new RandomDraws(3, 0, EntityId.Station(site), NoisePurpose.TroposphereZenithWalk), Duration.FromMinutes(5), zenith, gradients);
            first += zenith[0] * zenith[0] / sites;
            last += zenith[^1] * zenith[^1] / sites;
            north += gradients[^1].North * gradients[^1].North / sites;
            cross += gradients[^1].North * gradients[^1].East / sites;
        }

        double hours = 100.0 / 12, expected = 0.0004 * 0.0004 + (hours * 0.0003 * 0.0003);
        Assert.Equal(1.0, first / (0.04 * 0.04), 0.11);
        Assert.Equal(1.0, last / ((0.04 * 0.04) + (hours * 0.008 * 0.008)), 0.11);
        Assert.Equal(1.0, north / expected, 0.11);
        Assert.Equal(0.0, cross / expected, 0.08);
    }

    private static Vector3d Vector(PiercePoint p, double hours = 0)
    {
        double longitude = p.Longitude + (2 * Math.PI * hours / 24);
        return new(Math.Cos(p.Latitude) * Math.Cos(longitude), Math.Cos(p.Latitude) * Math.Sin(longitude), Math.Sin(p.Latitude));
    }
}
