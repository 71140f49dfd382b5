using Constellation.Core;

namespace Constellation.Signals;

/// <summary>All signals that are known, by system and code.</summary>
public sealed class SignalCatalogue
{
    private readonly Dictionary<(GnssSystem System, SignalCode Code), SignalDefinition> _byCode = [];

    /// <exception cref="ArgumentException">Two signals share a code.</exception>
    public SignalCatalogue(IEnumerable<SignalDefinition> signals)
    {
        Signals = [.. signals];
        foreach (SignalDefinition signal in Signals)
        {
            foreach (SignalComponent component in signal.Components)
            {
                _byCode.Add((signal.System, component.Code), signal);
            }
        }
    }

    public IReadOnlyList<SignalDefinition> Signals { get; }

    /// <summary>The signal of a code; null where the system has none that is open.</summary>
    public SignalDefinition? Find(GnssSystem system, SignalCode code) => _byCode.GetValueOrDefault((system, code));

    /// <summary>Every code of a system, by band and attribute.</summary>
    public IReadOnlyList<SignalCode> CodesOf(GnssSystem system) => [.. _byCode.Keys.Where(k => k.System == system).Select(k => k.Code).OrderBy(c => c.Band).ThenBy(c => c.Attribute)];

    /// <summary>Whether satellites of a block send the signal of a code.</summary>
    public bool Sends(string block, GnssSystem system, SignalCode code) => Find(system, code) is { } signal && signal.Blocks.Contains(block);
}
