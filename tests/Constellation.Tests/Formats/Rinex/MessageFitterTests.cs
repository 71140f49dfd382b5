using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Rinex;

/// <summary>Messages fitted to a precise product, written, read again as any user would, and held against the product.</summary>
public sealed class MessageFitterTests(ITestOutputHelper output)
{
    private const string Product = "COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz";

    /// <param name="rms">Limit of the median RMS after rounding, m: the bits of the message (LNAV angles 2 cm each, CNAV a quarter; GLONASS position 0.24 m) and what the form can follow over two hours, measured 0.025, 0.010, 0.025, 0.023, 0.010, 0.36 m.</param>
    [Theory]
    [InlineData("G", MessageType.Lnav, 0.035)]
    [InlineData("G", MessageType.Cnav, 0.015)]
    [InlineData("G", MessageType.Cnv2, 0.015)]
    [InlineData("E", MessageType.Inav, 0.035)]
    [InlineData("E", MessageType.Fnav, 0.035)]
    [InlineData("C", MessageType.D1, 0.035)]
    [InlineData("C", MessageType.Cnv1, 0.015)]
    [InlineData("C", MessageType.Cnv3, 0.015)]
    [InlineData("J", MessageType.Cnav, 0.02)]
    [InlineData("R", MessageType.Fdma, 0.5)]
    public void A_written_message_meets_the_orbit_it_was_made_of(string system, MessageType type, double rms)
    {
        Sp3File product = SharedProducts.Sp3(Product);
        Sp3EphemerisSource source = new(product);
        MessageFitter fitter = new(source, EarthOrientation.BuiltIn, Duration.FromHours(4), Duration.FromHours(2));
        List<MessageFit> fits = [];
        foreach (SatelliteId satellite in source.Satellites.Where(s => s.Letter == system[0] && s.Number % 2 == 1))
        {
            foreach (Epoch toe in fitter.References(satellite.System, source.Coverage!.Value))
            {
                if (fitter.TryFit(satellite, type, toe, 7, out string problem) is { } fit)
                {
                    fits.Add(fit);
                }
                else
                {
                    Assert.Equal("", problem);
                }
            }
        }

        using MemoryStream text = new();
        RinexNavWriter.Write(text, NavigationFile.Of(fits.Select(f => f.Message)));
        NavigationMessages read = RinexNavReader.Read(new MemoryStream(text.ToArray()), "fitted.rnx").ValueOrThrow().Messages;
        Assert.Equal(fits.Count, read.Count);
        List<double> errors = [], clocks = [];
        foreach (MessageFit fit in fits)
        {
            NavigationMessage message = read.Of(fit.Message.Satellite, type).Single(m => m.EphemerisReference == fit.Toe);
            Duration half = Duration.FromSeconds(fitter.SpanOf(fit.Message.Satellite.System).TotalSeconds / 2);
            TabulatedOrbit truth = product.Orbit(fit.Message.Satellite)!;
            FitErrors found = BroadcastFit.Errors(message.Ephemeris, truth, EarthOrientation.BuiltIn, new EpochSpan(fit.Toe - half, fit.Toe + half));
            Check.Within(Tolerance.Of(1e-4, "m", "thirteen printed digits of angles and axis: 26,000 km x 5e-13, a few of them"), fit.Quantised.Rms, found.Rms, $"{fit.Message.Satellite}");
            errors.Add(found.Rms);
            if (!double.IsNaN(fit.QuantisedClockRms))
            {
                clocks.Add(299_792_458 * fit.QuantisedClockRms);
            }
        }

        errors.Sort();
        clocks.Sort();
        output.WriteLine($"{system} {type}: {errors.Count} messages, median {errors[errors.Count / 2]:0.0000} m, greatest {errors[^1]:0.000} m, clock {clocks[clocks.Count / 2]:0.000} m");
        Assert.True(errors.Count >= 6);
        Assert.InRange(errors[errors.Count / 2], 0, rms);

        // A line through two hours of a Rubidium or better: 1e-13 x 7200 s = 0.2 m at most; rounding of GLONASS 2^-31 s = 14 cm.
        Assert.InRange(clocks[clocks.Count / 2], 0, 0.25);
    }

    [Theory]
    [InlineData("C01", MessageType.D1, false)]
    [InlineData("C01", MessageType.D2, true)]
    [InlineData("C01", MessageType.Cnv1, false)]
    [InlineData("C38", MessageType.D2, false)]
    [InlineData("C38", MessageType.Cnv2, true)]
    public void BeiDou_satellites_get_the_messages_of_their_orbit(string satellite, MessageType type, bool made)
    {
        Sp3EphemerisSource source = new(SharedProducts.Sp3("Sta21114.sp3.gz"));
        MessageFitter fitter = new(source, EarthOrientation.BuiltIn, null, Duration.FromHours(2));
        Epoch toe = fitter.References(GnssSystem.BeiDou, source.Coverage!.Value).ElementAt(3);
        MessageFit? fit = fitter.TryFit(SatelliteId.Parse(satellite), type, toe, 1, out string problem);
        Assert.Equal(made ? "" : $"{type.ToString().ToUpperInvariant()} is not for this orbit", problem);
        Assert.Equal(made, fit is not null);
        Assert.InRange(fit?.Quantised.Rms ?? 0, 0, 0.08);
    }

    [Fact]
    public void Reference_epochs_lie_on_the_day_of_their_system()
    {
        MessageFitter fitter = new(new Sp3EphemerisSource(SharedProducts.Sp3(Product)), EarthOrientation.BuiltIn, null, Duration.FromHours(4));
        Epoch midnight = Epoch.FromGps(2149, Duration.FromDays(5));
        EpochSpan day = new(midnight, midnight + Duration.FromDays(1));
        Assert.Equal(Enumerable.Range(1, 11).Select(i => midnight + Duration.FromHours(2 * i)), fitter.References(GnssSystem.Gps, day));
        Assert.Equal(midnight + Duration.FromHours(2) + Duration.FromSeconds(14), fitter.References(GnssSystem.BeiDou, day).First());
        Assert.Equal(midnight + Duration.FromMinutes(15) + Duration.FromSeconds(18), fitter.References(GnssSystem.Glonass, day).First());
        Assert.Equal(48, fitter.References(GnssSystem.Glonass, new EpochSpan(midnight, midnight + Duration.FromHours(25))).TakeWhile(t => t < day.Last).Count());
    }

    [Fact]
    public void A_gap_in_the_source_is_told()
    {
        Sp3File file = Tests.Formats.Sp3.Sp3Samples.File();
        MessageFitter fitter = new(new Sp3EphemerisSource(file), EarthOrientation.BuiltIn, null, Duration.FromHours(12));
        Assert.Null(fitter.TryFit(SatelliteId.Parse("G05"), MessageType.Lnav, file.Epochs[4], 1, out string problem));
        Assert.Equal("the source has gaps in the span of the fit", problem);
        Assert.Null(fitter.TryFit(SatelliteId.Parse("G06"), MessageType.Lnav, file.Epochs[4], 1, out problem));
        Assert.Equal("the source has no state at the reference epoch", problem);
    }
}
