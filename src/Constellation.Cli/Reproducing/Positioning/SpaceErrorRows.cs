using Constellation.Formats;
using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>Signal-in-space errors of real messages against published ones of their systems.</summary>
internal sealed class SpaceErrorRows(string folder, CancellationToken cancel)
{
    public const string Text =
        "Broadcast minus precise by `sisre` with built-in antennas, rms over satellites and a day (or what the files share). Published values are of years between 2018 and 2022; single days differ from them by half.";

    private const string Published = "0.5 of it: one day";

    /// <summary>Files of the day that published numbers are held against.</summary>
    public const string DayOfJune = "ESBC00DNK_R_2020177* and MOJN00DNK_R_2020177* (nav), Sta21114.sp3* (sp3)";

    private readonly DataFolder _data = new(folder);

    /// <summary>What the days are held against.</summary>
    public IEnumerable<Requirement> Judge() => Days().SelectMany(Judge);

    /// <summary>Better than published is no failure: systems improve.</summary>
    public static IEnumerable<Requirement> Judge(SpaceErrorDay day) =>
        from target in day.Targets
        let statistics = day.Of(target.Group)
        where statistics is not null
        select new Requirement(
            $"{target.Group}, {day.Name}: {statistics.Count} samples", $"{target.Published:0.##} m", Published, $"{statistics.Sisre:0.00} m (orbit alone {statistics.SisreOrbit:0.00} m)", statistics.Sisre <= 1.5 * target.Published);

    /// <summary>The days that the folder has files of.</summary>
    public IEnumerable<SpaceErrorDay> Days()
    {
        string[] danish = ["ESBC00DNK_R_2020177*", "MOJN00DNK_R_2020177*"];
        return new[]
        {
            Day("2020-06-25, IAC", danish, ["Sta21114.sp3*"], [], [("Galileo", 0.2), ("GPS", 0.5), ("BDS-3", 0.5), ("GLONASS", 1.75)]),
            Day("2020-06-25, GRG", danish, ["GRG0MGXFIN_2020177*"], ["GRG0MGXFIN_2020177*"], [("Galileo", 0.2), ("GPS", 0.5), ("GLONASS", 1.75)]),
            Day("2019-01-14, ESA", ["BRDC00IGN_R_2019014*"], ["ESA0MGNFIN_2019014*"], [], [("GPS", 0.5)]),
            Day("2021-03-19, COD", ["SEPT078M.21P*"], ["COD0MGXFIN_2021078*"], [], [("Galileo", 0.2), ("GPS", 0.5)]),
        }.OfType<SpaceErrorDay>();
    }

    private SpaceErrorDay? Day(string name, string[] messages, string[] orbits, string[] clocks, (string Group, double Published)[] targets)
    {
        if (_data.Find("nav", messages) is not { Count: > 0 } nav || _data.Find("sp3", orbits) is not { Count: > 0 } sp3)
        {
            return null;
        }

        ReadingRules quiet = new(false, _ => { });
        ComparedProducts precise = ComparedProducts.Read(sp3, clocks.Length == 0 ? [] : _data.Find("clk", clocks), SatelliteSelector.All);
        NavigationFile navigation = NavigationFile.Merge(InputFiles.ReadUsable(nav, RinexNavReader.Read, quiet));
        SisreReport report = new SisreComparison(navigation.Messages, precise.Satellites, new ProductAntennas(null).At).Compare(precise.Epochs(null, double.MaxValue).TakeWhile(_ => !cancel.IsCancellationRequested));
        return new(name, report, targets);
    }
}
