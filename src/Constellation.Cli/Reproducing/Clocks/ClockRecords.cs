using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>The clock histories of the data folder that the page uses, each satellite against the median of its system.</summary>
internal sealed class ClockRecords(string folder)
{
    private readonly DataFolder _data = new(folder);

    /// <summary>2020-06-25, 30 s.</summary>
    public IReadOnlyList<string> DayOfJune => _data.Find("clk", "GRG0MGXFIN_20201770000_01D_30S_CLK.CLK*");

    /// <summary>2020-01-01, 30 s.</summary>
    public IReadOnlyList<string> NewYear => _data.Find("clk", "WUM0MGXRAP_20200010000_01D_30S_CLK.CLK*");

    /// <summary>2019-12-31 to 2020-01-02, 15 min.</summary>
    public IReadOnlyList<string> ThreeDays => _data.Find("sp3", "WUM0MGXFIN_20193650000_01D_15M_ORB.SP3*", "WUM0MGXFIN_20200010000_01D_15M_ORB.SP3*", "WUM0MGXFIN_20200020000_01D_15M_ORB.SP3*");

    /// <summary>2019-04-07 to 04-13, 15 min.</summary>
    public IReadOnlyList<string> Week => _data.Find("sp3", [.. Enumerable.Range(97, 7).Select(day => FormattableString.Invariant($"WUM0MGXFIN_2019{day:000}0000_01D_15M_ORB.SP3*"))]);

    /// <summary>Offsets of satellites; empty where the files are not at hand.</summary>
    public static IReadOnlyList<StabilitySource> Read(IReadOnlyList<string> files, string satellites)
    {
        if (files.Count == 0)
        {
            return [];
        }

        _ = SatelliteSelector.TryParse(satellites, out SatelliteSelector? selector, out _);
        return new StabilitySources(new ReadingRules(false, _ => { }), _ => { }) { RemoveCommon = true }.Read(files, selector!);
    }
}
