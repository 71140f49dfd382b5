using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>What precise point positioning tells people at its end: where, how well, what was modelled and what was left out.</summary>
internal sealed class PppSummary(PppReceiver receiver, PositionProducts products, PositionRequest request, PositionSummary counts)
{
    public void Report(TextWriter output)
    {
        counts.Count(output);

        if (receiver is not { Last: { } last, Engine: { } engine, Settings: { } settings })
        {
            return;
        }

        Position<Itrf> point = receiver.PointOf(last.Marker);
        GeodeticPoint place = Ellipsoid.Wgs84.ToGeodetic(point);
        string what = request.OfAntenna ? "antenna reference point" : "marker";
        output.WriteLine($"{(settings.Kinematic ? "last" : "final")} position of the {what} ({last.Time.ToString(TimeScale.Gpst, 0)} GPST): {point.X:0.0000} {point.Y:0.0000} {point.Z:0.0000} m, "
            + $"{place.LatitudeDeg:0.000000000} {place.LongitudeDeg:0.000000000} deg, {place.Height:0.0000} m");
        output.WriteLine($"sigma by the noise assumed: {Math.Sqrt(last.Covariance.Xx):0.0000} {Math.Sqrt(last.Covariance.Yy):0.0000} {Math.Sqrt(last.Covariance.Zz):0.0000} m (orbits, clocks and air that err for hours are not in it)");
        if (request.SitePosition is { } expected)
        {
            Vector3d local = new TopocentricFrame(expected).ToLocal(point - expected);
            output.WriteLine($"from the site position: east {local.X:0.0000} north {local.Y:0.0000} up {local.Z:0.0000} m");
        }

        output.WriteLine($"zenith delay {last.ZenithDelay:0.0000} m (sigma {last.ZenithSigma:0.0000}), gradients north {1e3 * last.Gradient.North:0.00} east {1e3 * last.Gradient.East:0.00} mm");
        output.WriteLine($"receiver clocks: {string.Join(", ", last.Clocks.Select((c, i) => i == 0 ? $"{c.Group} {c.Offset:0.000000000000} s" : $"{c.Group} - {last.Clocks[0].Group} {1e9 * (c.Offset - last.Clocks[0].Offset):0.000} ns"))}");
        output.WriteLine($"carriers fit to {1e3 * counts.ResidualRms:0.0} mm rms (ionosphere-free); {engine.Slips} slips, {engine.ClockJumps} clock jumps repaired, {engine.Rejected} observations left out");
        foreach (string note in products.Notes)
        {
            output.WriteLine(note);
        }

        output.WriteLine(settings.SolidTide
            ? $"tides of the solid Earth (IERS 2010, conventional tide-free) and of the pole taken off; ocean loading {(settings.OceanLoading is { } l ? $"of {l.Station} taken off" : "left in (no --blq)")}"
            : "positions are where the antenna was: no tides of the crust taken off (--tides on takes them off)");
        output.WriteLine(products.Biases is null ? "code biases: none given; codes count as those that the clocks refer to" : "code biases of the product applied");
        if (products.States.Carried.Any())
        {
            output.WriteLine($"orbits of {products.States.Carried.Count()} satellites carried up to 15 min beyond the end of their tables; give the next day's file for the tables' own accuracy");
        }

        if (request.Corrections is { } service)
        {
            output.WriteLine($"satellites: navigation messages with simulated corrections as of '{service.Name}' (orbits every {service.OrbitInterval} s, clocks every {service.ClockInterval} s, {service.Latency} s late, quantised)");
        }

        SatelliteId[] unused = [.. engine.Unused];
        if (unused.Length > 0)
        {
            output.WriteLine($"observed but never usable (no orbit, no clock, or no pair of codes and carriers): {string.Join(' ', unused)}");
        }
    }
}
