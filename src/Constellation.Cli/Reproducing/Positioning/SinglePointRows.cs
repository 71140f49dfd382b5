using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Positions of single epochs against RTKLIB's and against the stations.</summary>
internal sealed class SinglePointRows(Stations stations, CancellationToken cancel)
{
    public const string Text =
        "*Equal models*: `position --like rtklib` and `rnx2rtkp` 2.4.3 with one carrier, GPS, GLONASS, Galileo and BeiDou, broadcast ionosphere, Saastamoinen, mask 10 degrees, epoch by epoch. *Our defaults*: rms in space of the same epochs\n"
        + "against the place of the antenna, beside RTKLIB's. The program runs when the page is made; without it the rows say so. Positions of the stations are of other epochs or uncertain by up to 10 cm, which is little here.";

    private static readonly string[] s_settings =
        ["pos1-posmode=single", "pos1-frequency=l1", "pos1-elmask=10", "pos1-ionoopt=brdc", "pos1-tropopt=saas", "pos1-sateph=brdc", "pos1-navsys=45"];

    private readonly RtklibProgram? _rtklib = RtklibProgram.Find(cancel);

    public IEnumerable<Requirement> Judge()
    {
        foreach (StationTrial trial in stations.WithMessages())
        {
            Dictionary<long, Position<Itrf>>? theirs = _rtklib?.Run(trial.Request, s_settings);
            if (theirs is null)
            {
                yield return new($"{trial.Name}: equal models", "RTKLIB", "median 1 cm", "", null, "rnx2rtkp is not installed");
            }
            else
            {
                PositionRequest equal = trial.Request with { LikeRtklib = true, Systems = new HashSet<GnssSystem> { GnssSystem.Gps, GnssSystem.Glonass, GnssSystem.Galileo, GnssSystem.BeiDou }, Ionosphere = "klobuchar", Troposphere = "saastamoinen", MaskDeg = 10 };
                double[] apart = [.. StationTrial.Solve(equal, cancel).Where(f => f.HasPosition && theirs.ContainsKey(Tag(f.Time))).Select(f => (f.Position - theirs[Tag(f.Time)]).Norm)];
                double median = apart.Length == 0 ? double.NaN : WeightedStatistics.Percentile(apart, [], 0.5), largest = apart.Length == 0 ? double.NaN : apart.Max();
                yield return new($"{trial.Name}: equal models, {apart.Length} epochs", "RTKLIB", "median 1 cm", $"median {1000 * median:0.00} mm, largest {1000 * largest:0.00} mm", median <= 0.01);
            }

            List<ReceiverFix> own = StationTrial.Solve(trial.Request, cancel);
            double here = StationTrial.Rms(StationTrial.Errors(own.Where(f => theirs?.ContainsKey(Tag(f.Time)) != false), trial.Antenna));
            TopocentricFrame frame = new(trial.Antenna);
            double there = theirs is null ? double.NaN : StationTrial.Rms([.. own.Where(f => theirs.ContainsKey(Tag(f.Time))).Select(f => frame.ToLocal(theirs[Tag(f.Time)] - trial.Antenna))]);
            yield return new(
                $"{trial.Name}: our defaults, {own.Count(f => f.HasPosition)} of {own.Count} epochs", theirs is null ? "RTKLIB" : $"RTKLIB {there:0.00} m", "not above it", $"{here:0.00} m", theirs is null ? null : here <= there);
        }

        if (stations.Esbjerg() is { } precise)
        {
            Vector3d[] errors = StationTrial.Errors(StationTrial.Solve(precise, cancel), Stations.EsbjergAntenna);
            (double east, double north, double up) = (StationTrial.Rms(errors, e => e.X), StationTrial.Rms(errors, e => e.Y), StationTrial.Rms(errors, e => e.Z));
            yield return new(
                $"ESBC, codes with orbits and clocks of GRG, {errors.Length} epochs: rms east, north, up", "ITRF2014", "0.6, 0.6, 1.4 m", $"{east:0.00}, {north:0.00}, {up:0.00} m", east <= 0.6 && north <= 0.6 && up <= 1.4);
        }
    }

    private static long Tag(Epoch epoch) => (long)Math.Round(1000 * epoch.ToGps().TimeOfWeek.TotalSeconds);
}
