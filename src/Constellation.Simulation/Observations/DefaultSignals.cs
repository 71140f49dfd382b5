using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Simulation;

/// <summary>The signals that a geodetic receiver tracks where nothing else is said, and lists of signals as people write them.</summary>
/// <remarks>Codes: CN4302 for what is no open signal.</remarks>
public static class DefaultSignals
{
    private static readonly SortedDictionary<GnssSystem, IReadOnlyList<SignalCode>> s_all = new()
    {
        [GnssSystem.Gps] = Codes("1C", "2W", "2L", "5Q"),
        [GnssSystem.Glonass] = Codes("1C", "2C"),
        [GnssSystem.Galileo] = Codes("1C", "5Q", "7Q"),
        [GnssSystem.BeiDou] = Codes("2I", "6I", "7I", "1P", "5P", "7D"),
        [GnssSystem.Qzss] = Codes("1C", "2L", "5Q"),
        [GnssSystem.NavIc] = Codes("5A", "9A"),
    };

    /// <summary>Of some systems.</summary>
    public static IReadOnlyDictionary<GnssSystem, IReadOnlyList<SignalCode>> Of(IEnumerable<GnssSystem> systems) =>
        new SortedDictionary<GnssSystem, IReadOnlyList<SignalCode>>(systems.Where(s_all.ContainsKey).Distinct().ToDictionary(s => s, s => s_all[s]));

    /// <summary>A list such as <c>G1C,G2W,E</c>: a system's letter alone means its usual signals.</summary>
    /// <exception cref="InputException">CN4302: there is no such open signal.</exception>
    public static IReadOnlyDictionary<GnssSystem, IReadOnlyList<SignalCode>> Parse(string text, SignalCatalogue catalogue)
    {
        SortedDictionary<GnssSystem, List<SignalCode>> chosen = [];
        List<Diagnostic> wrong = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            GnssSystem system = (GnssSystem)char.ToUpperInvariant(part[0]);
            if (!s_all.TryGetValue(system, out IReadOnlyList<SignalCode>? usual))
            {
                wrong.Add(Unknown(part, "systems are " + string.Join(", ", s_all.Keys.Select(s => $"{(char)s} ({Name(s)})"))));
                continue;
            }

            IReadOnlyList<SignalCode> added = usual;
            if (part.Length > 1)
            {
                if (!SignalCode.TryParse(part[1..].ToUpperInvariant(), null, out SignalCode code) || catalogue.Find(system, code) is null)
                {
                    wrong.Add(Unknown(part, $"signals of {Name(system)}: {string.Join(", ", catalogue.CodesOf(system).Select(c => $"{(char)system}{c}"))}"));
                    continue;
                }

                added = [code];
            }

            if (!chosen.TryGetValue(system, out List<SignalCode>? codes))
            {
                chosen.Add(system, codes = []);
            }

            codes.AddRange(added.Except(codes));
        }

        if (chosen.Count == 0 && wrong.Count == 0)
        {
            wrong.Add(Unknown(text, "write a list such as G1C,G2W,E1C,E5Q, or letters of systems"));
        }

        return wrong.Count > 0 ? throw new InputException(wrong) : new SortedDictionary<GnssSystem, IReadOnlyList<SignalCode>>(chosen.ToDictionary(c => c.Key, c => (IReadOnlyList<SignalCode>)c.Value));
    }

    private static string Name(GnssSystem system) => system switch
    {
        GnssSystem.NavIc => "NavIC",
        GnssSystem.BeiDou or GnssSystem.Galileo => system.ToString(),
        _ => system.ToString().ToUpperInvariant(),
    };

    private static Diagnostic Unknown(string part, string remedy) => Diagnostic.Error("CN4302", new SourceSpan("--signals"), $"'{part}' is no open signal", remedy);

    private static IReadOnlyList<SignalCode> Codes(params string[] codes) => [.. codes.Select(c => SignalCode.Parse(c))];
}
