using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Tests.Positioning.Precise;

public sealed class CorrectedStatesTests
{
    /// <summary>Steps and bits as the interface documents print them: a value beyond the bits is not transmitted.</summary>
    [Fact]
    public void Corrections_are_quantised_as_the_services_transmit_them()
    {
        Assert.Equal(0.0025, CorrectionService.Quantise(0.0037, 0.0025, 13), 1e-15);
        Assert.Equal(4094 * 0.0025, CorrectionService.Quantise(10.2351, 0.0025, 13), 1e-12);       // m: 12 bits and a sign, the last value kept for "not available"
        Assert.True(double.IsNaN(CorrectionService.Quantise(10.24, 0.0025, 13)));
        Assert.True(double.IsNaN(CorrectionService.Quantise(-10.24, 0.0025, 13)));
        Assert.Equal(-16382 * 0.0016, CorrectionService.Quantise(-16382 * 0.0016, 0.0016, 15), 1e-9);
    }

    /// <summary>What remains of a satellite's range after correction is quantisation and the drift of orbit and clock errors over interval and latency.</summary>
    [Theory, InlineData("has"), InlineData("b2b")]
    public void Corrected_ranges_are_those_of_the_product_within_centimetres(string name)
    {
        PreciseStates precise = new PreciseProducts
        {
            Orbits = Sp3Reader.Read(TestData.Shared("data/sp3/GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz")).Value!,
            Clocks = ClkReader.Read(TestData.Shared("data/clk/GRG0MGXFIN_20201770000_01D_30S_CLK.CLK.gz")).Value!,
        }.ToStates();
        BroadcastStates broadcast = new(RinexNavReader.Read(TestData.Shared("data/nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz")).Value!.Messages);
        CorrectionService service = CorrectionService.Find(name)!;
        CorrectedStates corrected = new(broadcast, precise, service);
        Position<Itrf> station = new(3582104.804, 532590.220, 5232755.089);
        double uncorrected = 0, sum = 0, worst = 0;
        int n = 0;
        for (int i = 0; i < 60; i++)
        {
            Epoch epoch = Epoch.FromGpsCalendar(2020, 6, 25, 8, 0, 17) + Duration.FromSeconds(300.0 * i);
            foreach (SatelliteId id in precise.Satellites.Where(s => s.System == GnssSystem.Gps))
            {
                if (!precise.TryAt(id, epoch, epoch, out TransmitterState truth) || !corrected.TryAt(id, epoch, epoch, out TransmitterState state) ||
                    new TopocentricFrame(station).SinElevation(truth.Position) < 0.1 || !broadcast.TryAt(id, epoch, epoch, out TransmitterState message))
                {
                    continue;
                }

                Vector3d antenna = precise.Axes(id, epoch, truth).ToGcrf(precise.AntennaOf(id, epoch).Offset('1'));
                double Range(in TransmitterState s, Vector3d offset) => (station.Vector - s.Position.Vector - offset).Norm - (PhysicalConstants.SpeedOfLight * s.ClockOffset);
                double error = Range(state, default) - Range(truth, antenna), before = Range(message, default) - Range(truth, antenna);
                (sum, uncorrected, worst, n) = (sum + (error * error), uncorrected + (before * before), Math.Max(worst, Math.Abs(error)), n + 1);
            }
        }

        Assert.True(n > 300, $"{n} samples");
        Check.Within(Tolerance.Of(0.012, "m", "clocks wander by 3e-12 s/sqrt(s) over 10 to 25 s, a few millimetres; steps of 2 to 8 mm"), 0, Math.Sqrt(sum / n), "rms");
        Check.Within(Tolerance.Of(0.06, "m", "the caesium clocks"), 0, worst, "worst");
        Assert.True(Math.Sqrt(uncorrected / n) > 0.3, "messages alone are decimetres off");
    }

    /// <summary>A service does not correct what it does not carry.</summary>
    [Fact]
    public void Other_systems_are_not_usable()
    {
        SyntheticSky sky = new(new(4_000_000, 1_000_000, 4_800_000));
        CorrectedStates corrected = new(new BroadcastStates(new([])), sky.States, CorrectionService.B2b);
        Assert.False(corrected.TryAt(new(GnssSystem.Galileo, 1), SyntheticSky.Start, SyntheticSky.Start, out _));
        Assert.False(corrected.TryAt(new(GnssSystem.Gps, 1), SyntheticSky.Start, SyntheticSky.Start, out _));
    }
}
