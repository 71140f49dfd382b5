using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Published geometry of BeiDou-3 (G1 to G4 of the validation pages) against its nominal orbits here: a day at 5 minutes, cells of 5 degrees, mask 5 degrees.</summary>
internal static class GeometryRows
{
    public const string Text = "BeiDou-3 by its nominal orbits: a day at 5 minutes, cells of 5 degrees, mask 5 degrees.";

    private const int Satellites = 0, Pdop = 1, Hdop = 2, Vdop = 3, Tdop = 4;

    public static IReadOnlyList<Requirement> Of(int threads, CancellationToken cancel)
    {
        DopSummary[] all = Summary("beidou-3", "C", 5, threads, cancel, out IReadOnlyList<UserDefinition> users), medium = Summary("beidou-3", "C19-C37,C41-C46", 5, threads, cancel, out _);
        bool service(UserDefinition u) => Math.Abs(u.Place.LatitudeDeg) <= 60 && u.Place.LongitudeDeg is >= 50 and <= 170;
        bool polar(UserDefinition u) => Math.Abs(u.Place.LatitudeDeg) >= 66.5;
        double a = 6378.137e3 + 21_528e3, period = 2 * Math.PI * Math.Sqrt(a * a * a / 3.986004418e14) / 3600;
        double seen = Mean(all, users, service, Satellites), poles = Mean(all, users, polar, Satellites), polarPdop = Mean(all, users, polar, Pdop), served = all.Zip(users).Where(p => polar(p.Second)).Min(p => p.First.Availability);
        return
        [
            new("period of the medium orbits, 21,528 km (G1)", "12.887 h", "0.001 h", $"{period:0.000} h", Math.Abs(period - 12.887) <= 0.001),
            new("satellites, 60 S to 60 N, 50 to 170 E (G2)", "11 to 14", "", $"{seen:0.0}", seen is >= 11 and <= 14),
            Published("HDOP", 0.74, Mean(all, users, service, Hdop)),
            Published("VDOP", 1.08, Mean(all, users, service, Vdop)),
            Published("TDOP", 0.67, Mean(all, users, service, Tdop)),
            new("satellites, polar regions (G3)", "more than 10", "", $"{poles:0.0}", poles > 10),
            new("PDOP, polar regions (G3)", "below 1.6", "", $"{polarPdop:0.00}", null, "the abstract tells no mask; above 5 degrees nominal orbits do not reach it"),
            new("availability of PDOP <= 6, polar regions (G3)", "100 %", "", $"{100 * served:0.00} %", served == 1),
            Own("30 satellites", 1.67, Mean(all, users, _ => true, Pdop)),
            Own("24 MEO", 1.88, Mean(medium, users, _ => true, Pdop)),
        ];
    }

    /// <summary>Means of satellites, PDOP, HDOP, VDOP, TDOP over the places that are asked for, weighted by area.</summary>
    /// <param name="source">A constellation of the library.</param>
    /// <param name="satellites">Those of it that count.</param>
    /// <param name="maskDeg">Least elevation.</param>
    /// <param name="where">Which places.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="cancel">Ends it.</param>
    public static double[] Mean(string source, string satellites, double maskDeg, Func<UserDefinition, bool> where, int threads, CancellationToken cancel)
    {
        DopSummary[] summaries = Summary(source, satellites, maskDeg, threads, cancel, out IReadOnlyList<UserDefinition> users);
        return [.. Enumerable.Range(Satellites, Tdop + 1).Select(what => Mean(summaries, users, where, what))];
    }

    private static Requirement Published(string name, double published, double own) =>
        new($"mean {name}, 60 S to 60 N, 50 to 170 E (G2)", $"{published:0.00}", "-12 % to +3 % of ours: the authors call their method low by up to 10 %", $"{own:0.00}", published / own is >= 0.88 and <= 1.03);

    private static Requirement Own(string name, double expected, double value) =>
        new($"mean PDOP of the globe, {name} (G4)", $"{expected:0.00}", "0.02", $"{value:0.00}", Math.Abs(value - expected) <= 0.02);

    private static DopSummary[] Summary(string source, string satellites, double maskDeg, int threads, CancellationToken cancel, out IReadOnlyList<UserDefinition> users)
    {
        users = new UserGrid(5, 0).Users;
        if (!SatelliteSelector.TryParse(satellites, out SatelliteSelector? selector, out string problem))
        {
            throw new InvalidOperationException(problem);
        }

        SatelliteSnapshots there = new(OrbitSources.Open([source], selector));
        EpochGrid epochs = new(Epoch.Parse("2024-09-20T00:00:00GPST"), Duration.FromMinutes(5), 288);
        return DopSummary.Over(users, double.DegreesToRadians(maskDeg), [.. Enumerable.Range(0, epochs.Count).Select(k => there.At(epochs[k]))], new AccuracyThresholds().Pdop, threads, cancel);
    }

    private static double Mean(DopSummary[] summaries, IReadOnlyList<UserDefinition> users, Func<UserDefinition, bool> where, int what)
    {
        int[] own = [.. Enumerable.Range(0, users.Count).Where(u => where(users[u]))];
        return WeightedStatistics.Mean([.. own.Select(u => summaries[u]).Select(s => what switch { Satellites => s.MeanSatellites, Pdop => s.MeanPdop, Hdop => s.MeanHdop, Vdop => s.MeanVdop, _ => s.MeanTdop })], [.. own.Select(u => users[u].AreaWeight)]);
    }
}
