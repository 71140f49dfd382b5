using Constellation.Core;
using Constellation.Positioning;

namespace Constellation.Formats;

/// <summary>Reads integrity support by system: <c>system,ura_m,ure_m,bias_m,p_sat,p_const</c>, the system as its RINEX letter.</summary>
public static class SupportReader
{
    public const string Header = "system,ura_m,ure_m,bias_m,p_sat,p_const";

    public static ReadResult<IReadOnlyDictionary<GnssSystem, IntegritySupport>> Read(string path)
    {
        DiagnosticBag bag = new(path);
        Dictionary<GnssSystem, IntegritySupport> support = [];
        CsvRows.Read(path, bag, Header.Split(','), row =>
        {
            string letter = row.Text("system");
            if (letter.Length != 1 || !Enum.IsDefined((GnssSystem)letter[0]))
            {
                row.Error("system", $"'{letter}' is not a system", "write its RINEX letter: G, R, E, C, J or I");
                return;
            }

            double ura = row.Number("ura_m", 1e-3, 1e4), ure = row.Number("ure_m", 1e-3, 1e4);
            if (ure > ura)
            {
                row.Error("ure_m", "the usual error exceeds its bound", "ure_m is at most ura_m");
            }

            support[(GnssSystem)letter[0]] = new(ura, ure, row.Number("bias_m", 0, 1e3), row.Number("p_sat", 0, 0.1), row.Number("p_const", 0, 0.1));
        });
        return bag.Result<IReadOnlyDictionary<GnssSystem, IntegritySupport>>(support);
    }
}
