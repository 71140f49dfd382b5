using Constellation.Formats;
using Constellation.Geodesy;

namespace Constellation.Cli;

/// <summary>The receivers of the data folder whose place is known; those are left out whose files are not at hand.</summary>
internal sealed class Stations(string folder)
{
    private readonly DataFolder _data = new(folder);

    /// <summary>Marker of ESBC in ITRF2014 on 2020-06-25: uncertain by about 8 cm.</summary>
    public static Position<Itrf> EsbjergMarker { get; } = new(3582104.804, 532590.220, 5232755.089);

    /// <summary>Its antenna, 0.216 m higher.</summary>
    public static Position<Itrf> EsbjergAntenna { get; } = EsbjergMarker + (0.216 * new TopocentricFrame(EsbjergMarker).Up);

    /// <summary>Marker of CCJ2 in IGb14, November 2020.</summary>
    public static Position<Itrf> Chichijima { get; } = new(-4490605.1171, 3483895.0491, 2884928.3288);

    public IReadOnlyList<string> EsbjergFile => _data.Find("obs", "ESBC00DNK_R_2020177*");

    public IReadOnlyList<string> EsbjergMessages => _data.Find("nav", "ESBC00DNK_R_2020177*");

    public IReadOnlyList<string> JuneOrbits => _data.Find("sp3", "GRG0MGXFIN_2020176*", "GRG0MGXFIN_2020177*");

    public IReadOnlyList<string> JuneClocks => _data.Find("clk", "GRG0MGXFIN_2020177*");

    /// <summary>Single points by messages alone.</summary>
    public IEnumerable<StationTrial> WithMessages()
    {
        (string Name, string Observations, string[] Messages, Position<Itrf> Antenna)[] known =
        [
            ("ESBC, 2020-06-25, 24 h", "ESBC00DNK_R_2020177*", ["ESBC00DNK_R_2020177*"], EsbjergAntenna),
            ("NYA1, 2024-05-06, 24 h", "NYA100NOR_S_2024127*", ["NYA100NOR_S_2024127*_GN*", "NYA100NOR_S_2024127*_EN*"], new(1202433.6131, 252632.4074, 6237772.7803)),
            ("SEPT, 2021-03-19, 15 min", "SEPT078M.21O*", ["SEPT078M.21P*"], new(-3962108.6617, 3381309.5232, 3668678.6410)),
        ];
        foreach ((string name, string observations, string[] messages, Position<Itrf> antenna) in known)
        {
            if (_data.Find("obs", observations) is [string file] && _data.Find("nav", messages) is { Count: > 0 } navigation)
            {
                yield return new(name, Quiet(file) with { Navigation = navigation }, antenna);
            }
        }
    }

    /// <summary>ESBC with orbits and clocks of GRG; null where a file is missing.</summary>
    public PositionRequest? Esbjerg() => EsbjergFile is [string file] && JuneOrbits is { Count: > 0 } orbits && JuneClocks is { Count: > 0 } clocks
        ? Quiet(file) with { Orbits = orbits, Clocks = clocks }
        : null;

    /// <summary>CCJ2 with orbits, clocks, biases and attitudes of WUM and COD; null where a file is missing.</summary>
    public PositionRequest? ChichijimaHour() =>
        _data.Find("obs", "ccj22100.21o*") is [string file] && _data.Find("sp3", "WUM0MGXRAP_2021210*") is { Count: > 0 } orbits && _data.Find("clk", "WUM0MGXRAP_2021210*") is { Count: > 0 } clocks
        && _data.Find("bias", "WUM0MGXRAP_2021210*") is { Count: > 0 } biases && _data.Find("attitude", "COM21684.OBX*") is [string attitudes]
            ? Quiet(file) with { Orbits = orbits, Clocks = clocks, Biases = biases, Attitudes = attitudes }
            : null;

    /// <summary>The positions of that hour as an established program published them; null where the file is missing.</summary>
    public string? ChichijimaPublished => _data.Find("reference", "kin_2021210_ccj2") is [string file] ? file : null;

    private static PositionRequest Quiet(string observations) => new() { Observations = observations, Rules = new ReadingRules(false, _ => { }) };
}
