using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Formats;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Broadcast;

public sealed class BroadcastFitTests(ITestOutputHelper output)
{
    private static readonly Epoch Noon = Epoch.FromGps(2149, Duration.FromSeconds(432000 + 43200));

    /// <summary>Real orbits (CODE, 2021-03-19, 5 min) fitted over the span the system uses.</summary>
    /// <remarks>
    /// Limits: what sixteen parameters can follow, measured here (G05 0.40, G14 0.30, E11 0.16, C23 0.004 and 0.08, C08 0.006, C38 0.09, J02 0.34 m)
    /// with half again. [IS-GPS-200] 20.3.3.4.4 allows a curve fit error of 0.35 m (one sigma) over 4 h, so these are the message's limits, not the fit's.
    /// </remarks>
    [Theory]
    [InlineData("G05", OrbitClass.Meo, 2, 0.05)]
    [InlineData("G05", OrbitClass.Meo, 4, 0.6)]
    [InlineData("G14", OrbitClass.Meo, 4, 0.45)]
    [InlineData("E11", OrbitClass.Meo, 2, 0.05)]
    [InlineData("E11", OrbitClass.Meo, 4, 0.25)]
    [InlineData("E18", OrbitClass.Meo, 1, 0.05)]
    [InlineData("C23", OrbitClass.Meo, 1, 0.006)]
    [InlineData("C23", OrbitClass.Meo, 2, 0.006)]
    [InlineData("C23", OrbitClass.Meo, 4, 0.12)]
    [InlineData("C08", OrbitClass.Igso, 2, 0.01)]
    [InlineData("C38", OrbitClass.Igso, 4, 0.14)]
    [InlineData("J02", OrbitClass.Igso, 4, 0.5)]
    public void A_real_orbit_is_met_to_centimetres(string satellite, OrbitClass orbitClass, int hours, double limit)
    {
        SatelliteId id = SatelliteId.Parse(satellite);
        TabulatedOrbit orbit = SharedProducts.Sp3("COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz").Orbit(id)!;
        Epoch toe = id.System == GnssSystem.BeiDou ? Noon + Duration.FromSeconds(14) : Noon;
        Duration half = Duration.FromMinutes(30 * hours);
        EpochSpan fit = new(toe - half, toe + half);
        KeplerianFit exact = BroadcastFit.Fit(orbit, new NoEarth(), toe, fit, id.System, orbitClass);
        KeplerianFit quantised = BroadcastFit.FitQuantised(orbit, new NoEarth(), toe, fit, id.System, orbitClass);
        output.WriteLine($"{id} {hours} h: fit {exact.Rms:0.0000} m largest {exact.Largest:0.0000}, quantised {quantised.Rms:0.0000} m; {quantised.Ephemeris.Parameters}");
        Assert.InRange(exact.Rms, 0, limit);

        // Rounding: the angles were fitted again after the rest was rounded, so what is left is half a bit of node, inclination and anomaly (20 mm each) and of Crc, Crs (8 or 16 mm).
        Assert.InRange(quantised.Rms, 0, limit + 0.04);
    }

    /// <summary>The same orbits with the two rates of CNAV: over 4 h the long waves of Moon and Sun are followed, too.</summary>
    /// <remarks>Limits: measured over the whole day and constellation (worst 0.006 m over 2 h, 0.20 m over 4 h), with half again.</remarks>
    [Theory]
    [InlineData("G05", OrbitClass.Meo, 2, 0.01)]
    [InlineData("G05", OrbitClass.Meo, 4, 0.3)]
    [InlineData("C20", OrbitClass.Meo, 4, 0.1)]
    [InlineData("C38", OrbitClass.Igso, 4, 0.1)]
    [InlineData("J02", OrbitClass.Igso, 4, 0.1)]
    public void Eighteen_parameters_follow_better_than_sixteen(string satellite, OrbitClass orbitClass, int hours, double limit)
    {
        SatelliteId id = SatelliteId.Parse(satellite);
        TabulatedOrbit orbit = SharedProducts.Sp3("COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz").Orbit(id)!;
        Epoch toe = id.System == GnssSystem.BeiDou ? Noon + Duration.FromSeconds(14) : Noon;
        EpochSpan span = new(toe - Duration.FromMinutes(30 * hours), toe + Duration.FromMinutes(30 * hours));
        KeplerianFit sixteen = BroadcastFit.Fit(orbit, new NoEarth(), toe, span, id.System, orbitClass);
        (KeplerianFit exact, KeplerianFit quantised) = BroadcastFit.FitWithRounding(orbit, new NoEarth(), toe, span, id.System, orbitClass, EphemerisForm.Eighteen);
        output.WriteLine($"{id} {hours} h: sixteen {sixteen.Rms:0.0000}, eighteen {exact.Rms:0.0000}, quantised {quantised.Rms:0.0000} m");
        Assert.InRange(exact.Rms, 0, limit);
        Assert.True(exact.Rms < 0.7 * sixteen.Rms, $"{exact.Rms} m against {sixteen.Rms} m");

        // A quarter of the bits of LNAV: 1 cm for the angles together, Crc and Crs 2 mm.
        Assert.InRange(quantised.Rms, 0, exact.Rms + 0.025);
        Assert.Equal(MessageQuantisation.Quantise(quantised.Ephemeris, EphemerisForm.Eighteen).Parameters, quantised.Ephemeris.Parameters);
    }

    /// <summary>A BeiDou geostationary satellite needs the tilted axes: its inclination of a degree or two would leave node and perigee undefined.</summary>
    [Theory]
    [InlineData("C01", 2)]
    [InlineData("C05", 2)]
    public void A_geostationary_orbit_is_met_to_centimetres(string satellite, int hours)
    {
        SatelliteId id = SatelliteId.Parse(satellite);
        Epoch toe = Epoch.FromGps(2111, Duration.FromSeconds(345600 + 43200));
        TabulatedOrbit orbit = SharedProducts.Sp3("Sta21114.sp3.gz").Orbit(id)!;
        EpochSpan fit = new(toe - Duration.FromHours(hours / 2), toe + Duration.FromHours(hours / 2));
        KeplerianFit exact = BroadcastFit.Fit(orbit, new NoEarth(), toe, fit, id.System, OrbitClass.Geo);
        output.WriteLine($"{id}: fit {exact.Rms:0.0000} m, {exact.Ephemeris.Parameters}");
        Assert.InRange(exact.Rms, 0, 0.05);
        Assert.InRange(exact.Ephemeris.Parameters.I0, double.DegreesToRadians(2), double.DegreesToRadians(8));
    }

    [Theory]
    [InlineData("R01")]
    [InlineData("R15")]
    public void A_GLONASS_orbit_is_met_within_the_bits_of_its_message(string satellite)
    {
        TabulatedOrbit orbit = SharedProducts.Sp3("COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz").Orbit(SatelliteId.Parse(satellite))!;
        GlonassFit fit = BroadcastFit.FitGlonass(orbit, new NoEarth(), Noon + Duration.FromSeconds(18));
        output.WriteLine($"{satellite}: {fit.Rms:0.000} m, largest {fit.Largest:0.000} m");

        // Rounding: position bit 0.49 m (0.24 m RMS in space), velocity bit 0.95 mm/s (0.25 m), acceleration bit 0.9e-6 m/s^2 (0.1 m): 0.37 m, and twice that at most.
        Assert.InRange(fit.Rms, 0, 0.75);
    }

    [Fact]
    public void A_message_fits_its_own_parameters()
    {
        // The fit of an orbit that is itself such an ephemeris leaves nothing but rounding.
        KeplerianEphemeris truth = Example(e: 0.012);
        KeplerianFit fit = BroadcastFit.Fit(truth, new NoEarth(), truth.Toe, Duration.FromHours(4), GnssSystem.Gps, OrbitClass.Meo);
        Assert.InRange(fit.Largest, 0, 2e-3);
    }

    [Fact]
    public void A_circular_orbit_is_no_special_case()
    {
        KeplerianEphemeris truth = Example(e: 0);
        KeplerianFit fit = BroadcastFit.Fit(truth, new NoEarth(), truth.Toe, Duration.FromHours(4), GnssSystem.Gps, OrbitClass.Meo);
        Assert.InRange(fit.Largest, 0, 2e-3);
    }

    [Fact]
    public void Toe_off_the_grid_is_refused()
    {
        KeplerianEphemeris truth = Example(e: 0.01);
        KeplerianEphemeris shifted = new(truth.System, truth.OrbitClass, truth.Toe + Duration.FromSeconds(1), truth.Parameters);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => MessageQuantisation.Quantise(shifted));
        Assert.Contains("not on a multiple of 16 s", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_beyond_its_field_is_refused()
    {
        KeplerianEphemeris truth = Example(e: 0.01);
        KeplerianEphemeris wild = new(truth.System, truth.OrbitClass, truth.Toe, truth.Parameters with { Crs = 2000 });
        Assert.Contains("Crs", Assert.Throws<ArgumentException>(() => MessageQuantisation.Quantise(wild)).Message, StringComparison.Ordinal);
    }

    private static KeplerianEphemeris Example(double e) => new(GnssSystem.Gps, OrbitClass.Meo, Epoch.FromGps(2253, Duration.FromHours(30)), new KeplerianParameters
    {
        SqrtA = 5153.656,
        Eccentricity = e,
        I0 = 0.9897,
        Omega0 = -2.63,
        ArgumentOfPerigee = 0.94,
        M0 = 2.337,
        DeltaN = 3.65e-9,
        OmegaDot = -7.47e-9,
        IDot = -2e-11,
        Cuc = -3.58e-6,
        Cus = 1.12e-5,
        Crc = 176.9,
        Crs = -66.8,
        Cic = -3e-8,
        Cis = -2.4e-7,
    });

    /// <summary>The orbits of these tests are Earth-fixed: no rotation may be asked for.</summary>
    private sealed class NoEarth : IEarthOrientation
    {
        public EarthRotation At(Epoch epoch) => throw new InvalidOperationException("an ITRF orbit needs no Earth rotation");
    }
}
