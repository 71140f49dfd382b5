using Constellation.Formats;
using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>Signal-in-space errors of real messages against published ones of their systems.</summary>
internal sealed class SpaceErrorRows(string folder, CancellationToken cancel)
{
    public const string Text =
        "Broadcast minus precise by `sisre` with built-in antennas, rms over satellites and a day (or what the files share). Published values are of years between 2018 and 2022; single days differ from them by half.";

    private const string Published = "0.5 of it: one day";

    private readonly DataFolder _data = new(folder);

    public IEnumerable<Requirement> Judge()
    {
        string[] danish = ["ESBC00DNK_R_2020177*", "MOJN00DNK_R_2020177*"];
        return Day("2020-06-25, IAC", danish, ["Sta21114.sp3*"], [], [("Galileo", 0.2), ("GPS", 0.5), ("BDS-3", 0.5), ("GLONASS", 1.75)])
            .Concat(Day("2020-06-25, GRG", danish, ["GRG0MGXFIN_2020177*"], ["GRG0MGXFIN_2020177*"], [("Galileo", 0.2), ("GPS", 0.5), ("GLONASS", 1.75)]))
            .Concat(Day("2019-01-14, ESA", ["BRDC00IGN_R_2019014*"], ["ESA0MGNFIN_2019014*"], [], [("GPS", 0.5)]))
            .Concat(Day("2021-03-19, COD", ["SEPT078M.21P*"], ["COD0MGXFIN_2021078*"], [], [("Galileo", 0.2), ("GPS", 0.5)]));
    }

    private IEnumerable<Requirement> Day(string name, string[] messages, string[] orbits, string[] clocks, (string Group, double Published)[] targets)
    {
        if (_data.Find("nav", messages) is not { Count: > 0 } nav || _data.Find("sp3", orbits) is not { Count: > 0 } sp3)
        {
            yield break;
        }

        ReadingRules quiet = new(false, _ => { });
        ComparedProducts precise = ComparedProducts.Read(sp3, clocks.Length == 0 ? [] : _data.Find("clk", clocks), SatelliteSelector.All);
        NavigationFile navigation = NavigationFile.Merge(InputFiles.ReadUsable(nav, RinexNavReader.Read, quiet));
        SisreReport report = new SisreComparison(navigation.Messages, precise.Satellites, new ProductAntennas(null).At).Compare(precise.Epochs(null, double.MaxValue).TakeWhile(_ => !cancel.IsCancellationRequested));
        foreach ((string group, double published) in targets)
        {
            if (report.Groups.FirstOrDefault(g => g.Group == group).Statistics is { } s)
            {
                // Better than published is no failure: systems improve.
                yield return new($"{group}, {name}: {s.Count} samples", $"{published:0.##} m", Published, $"{s.Sisre:0.00} m (orbit alone {s.SisreOrbit:0.00} m)", s.Sisre <= 1.5 * published);
            }
        }
    }
}
