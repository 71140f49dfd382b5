using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Which formats a kind of file can be written in, and which of them the name of the output means.</summary>
internal static class ConvertTargets
{
    public const string Sp3 = "sp3", Oem = "oem", OemXml = "oem-xml", Opm = "opm", OpmXml = "opm-xml", Csv = "csv", Json = "json", Parquet = "parquet", Czml = "czml", Clk = "clk", Yuma = "yuma", Sem = "sem",
        Tle = "tle", Omm = "omm", OmmXml = "omm-xml", OmmJson = "omm-json", OmmCsv = "omm-csv", Rinex = "rinex", Rinex3 = "rinex3", Rinex4 = "rinex4", Crinex = "crinex", Ionex = "ionex";

    private static readonly string[] s_orbits = [Sp3, Oem, OemXml, Csv, Json, Parquet, Czml];

    private static readonly string[] s_clocks = [Clk, Csv, Json, Parquet];

    private static readonly string[] s_almanacs = [Yuma, Sem];

    private static readonly string[] s_elements = [Tle, Omm, OmmXml, OmmJson, OmmCsv];

    private static readonly string[] s_parameters = [Opm, OpmXml, Csv, Json, Parquet];

    private static readonly string[] s_observations = [Rinex, Rinex3, Rinex4, Crinex, Csv, Json, Parquet];

    private static readonly string[] s_ionosphere = [Ionex, Csv, Json, Parquet];

    private static readonly (string Extension, string[] Targets)[] s_extensions =
    [
        (".sp3", [Sp3]), (".eph", [Sp3]), (".oem", [Oem]), (".opm", [Opm]), (".xml", [OemXml, OpmXml, OmmXml]), (".csv", [Csv, OmmCsv]), (".json", [Json, OmmJson]), (".parquet", [Parquet]), (".czml", [Czml]),
        (".clk", [Clk]), (".alm", [Yuma]), (".yuma", [Yuma]), (".yum", [Yuma]), (".al3", [Sem]), (".sem", [Sem]), (".kvn", [Oem, Opm, Omm]),
        (".tle", [Tle]), (".txt", [Tle]), (".omm", [Omm]), (".rnx", [Rinex]), (".obs", [Rinex]), (".crx", [Crinex]), (".inx", [Ionex]), (".ionex", [Ionex]),
    ];

    public static IReadOnlyList<string> All { get; } = [.. s_orbits.Concat(s_clocks).Concat(s_almanacs).Concat(s_parameters).Concat(s_elements).Concat(s_observations).Concat(s_ionosphere).Distinct()];

    /// <summary>What a kind can be written as; empty for kinds that are only read.</summary>
    public static IReadOnlyList<string> Of(FileKind kind) => kind switch
    {
        FileKind.Sp3 or FileKind.Oem or FileKind.OrbitCsv or FileKind.Parquet => s_orbits,
        FileKind.RinexClock or FileKind.ClockCsv => s_clocks,
        FileKind.YumaAlmanac or FileKind.SemAlmanac => s_almanacs,
        FileKind.Opm => s_parameters,
        FileKind.TwoLineElements or FileKind.Omm => s_elements,
        FileKind.RinexObservation => s_observations,
        FileKind.Ionex => s_ionosphere,
        _ => [],
    };

    /// <exception cref="InputException">CN1021: the file holds nothing that can be converted, or the target cannot hold it.</exception>
    public static string Choose(string input, FileKind kind, string output, string? wanted)
    {
        IReadOnlyList<string> possible = Of(kind);
        if (possible.Count == 0)
        {
            string what = kind == FileKind.Unknown ? "is of no kind that is known here" : $"is a {kind} file, which is read but not converted";
            throw new InputException(Diagnostic.Error("CN1021", new SourceSpan(input), what, "SP3, OEM, OPM, TLE, OMM, RINEX clock and observation, Yuma, SEM, IONEX and tables of orbits and clocks can be converted; 'constellation orbit' evaluates navigation messages"));
        }

        string? target = wanted ?? s_extensions.FirstOrDefault(e => output.EndsWith(e.Extension, StringComparison.OrdinalIgnoreCase)).Targets?.FirstOrDefault(possible.Contains);
        if (target is null || !possible.Contains(target))
        {
            string problem = target is not null ? $"{target} does not hold what {Path.GetFileName(input)} does" : $"the name '{output}' does not tell a format for it";
            throw new InputException(Diagnostic.Error("CN1021", new SourceSpan(wanted is null ? "OUT" : "--to"), problem, "write --to with one of " + string.Join(", ", possible)));
        }

        return target;
    }
}
