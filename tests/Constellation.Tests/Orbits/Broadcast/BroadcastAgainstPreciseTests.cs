using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Tests.Formats;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Broadcast;

/// <summary>Broadcast orbits of 2020-06-25 (two stations' files) against IAC precise orbits of the same day, in radial, along-track and cross-track.</summary>
/// <remarks>
/// The broadcast orbit is that of the antenna, the precise one that of the centre of mass: the mean radial difference is the antenna offset
/// (1 to 3 m), so it is the scatter about each satellite's mean that is judged radially. What is left is the operators' prediction error.
/// </remarks>
public sealed class BroadcastAgainstPreciseTests(ITestOutputHelper output)
{
    /// <summary>Stations lose satellites for hours; an hour keeps to what every user in view would hold (Galileo messages may be used for four).</summary>
    private static readonly MessageRule GalileoRule = new() { LargestAge = Duration.FromHours(1) };

    /// <param name="alongLimit">Along and cross RMS, m: published broadcast errors (about 1 m GPS, 0.3 m Galileo and BDS-3, 1.5 m GLONASS and QZSS, 2 m BDS-2) with half again for one day.</param>
    /// <param name="radialLimit">Radial scatter, m, in the same way.</param>
    [Theory]
    [InlineData(GnssSystem.Gps, OrbitClass.Meo, 1, 99, 1.8, 0.6)]
    [InlineData(GnssSystem.Galileo, OrbitClass.Meo, 1, 99, 0.6, 0.3)]
    [InlineData(GnssSystem.BeiDou, OrbitClass.Meo, 19, 46, 0.9, 0.3)]
    [InlineData(GnssSystem.BeiDou, OrbitClass.Meo, 1, 18, 3, 1.2)]
    [InlineData(GnssSystem.BeiDou, OrbitClass.Igso, 1, 18, 4.5, 1.5)]
    [InlineData(GnssSystem.BeiDou, OrbitClass.Geo, 1, 5, 20, 2)]
    [InlineData(GnssSystem.Glonass, OrbitClass.Meo, 1, 99, 3, 1)]
    [InlineData(GnssSystem.Qzss, OrbitClass.Igso, 1, 3, 3, 1.2)]
    public void Broadcast_meets_precise(GnssSystem system, OrbitClass orbitClass, int from, int to, double alongLimit, double radialLimit)
    {
        Sp3File precise = SharedProducts.Sp3("Sta21114.sp3.gz");
        NavigationMessages messages = NavigationFile.Merge(
            [SharedProducts.Nav("ESBC00DNK_R_20201770000_01D_MN.rnx.gz"), SharedProducts.Nav("MOJN00DNK_R_20201770000_01D_MN.rnx.gz")]).Messages;
        List<Vector3d> errors = [];
        foreach (SatelliteId id in messages.Satellites.Where(s => s.System == system && s.Number >= from && s.Number <= to))
        {
            if (precise.Orbit(id) is { } orbit)
            {
                errors.AddRange(Scatter(messages, id, orbit, precise.Epochs, orbitClass));
            }
        }

        Assert.True(errors.Count > 20, $"only {errors.Count} epochs to compare");
        (double radial, double along, double cross) = (Rms(errors, e => e.X), Rms(errors, e => e.Y), Rms(errors, e => e.Z));
        output.WriteLine($"{system} {orbitClass}: n {errors.Count}, radial scatter {radial:0.000} m, along {along:0.000} m, cross {cross:0.000} m");
        Assert.True(radial < radialLimit && along < alongLimit && cross < alongLimit, $"radial {radial} along {along} cross {cross}");
    }

    private List<Vector3d> Scatter(NavigationMessages messages, SatelliteId id, TabulatedOrbit precise, Epoch[] epochs, OrbitClass orbitClass)
    {
        List<Vector3d> errors = [];
        foreach (Epoch epoch in epochs)
        {
            if (messages.Select(id, epoch, id.System == GnssSystem.Galileo ? GalileoRule : MessageRule.Default) is { } message && precise.TryAt(epoch, out StateVector truth) &&
                (message.Ephemeris is not KeplerianEphemeris kepler || kepler.OrbitClass == orbitClass))
            {
                errors.Add(RadialAlongCross(truth, message.Ephemeris.At(epoch).Position - truth.Position));
            }
        }

        if (errors.Count == 0)
        {
            return errors;
        }

        double mean = errors.Average(e => e.X);
        output.WriteLine($"{id} n {errors.Count} mean radial {mean:0.00} scatter {Rms(errors, e => e.X - mean):0.00} along {Rms(errors, e => e.Y):0.00} cross {Rms(errors, e => e.Z):0.00}");
        return errors.ConvertAll(e => new Vector3d(e.X - mean, e.Y, e.Z));
    }

    /// <summary>Axes by the velocity in still space: v + omega x r.</summary>
    private static Vector3d RadialAlongCross(StateVector state, Vector3d difference)
    {
        Vector3d velocity = state.Velocity + new Vector3d(0, 0, 7.292115e-5).Cross(state.Position);
        Vector3d radial = state.Position.Unit(), cross = state.Position.Cross(velocity).Unit();
        return new Vector3d(difference.Dot(radial), difference.Dot(cross.Cross(radial)), difference.Dot(cross));
    }

    private static double Rms(List<Vector3d> errors, Func<Vector3d, double> part) => Math.Sqrt(errors.Average(e => part(e) * part(e)));
}
