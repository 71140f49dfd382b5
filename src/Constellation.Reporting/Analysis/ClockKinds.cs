using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What the clocks of a run were drawn from: the kinds of its scenario with its factors, or those of the library.</summary>
internal sealed class ClockKinds(ScenarioDefinition? scenario)
{
    /// <summary>The kind as it flew; null where neither scenario nor library knows the name.</summary>
    public ClockModel? Find(string name)
    {
        if (scenario is not null && scenario.ClockModels.TryGetValue(name, out ClockModel? own))
        {
            return scenario.Clocks.Source.IsSimulated ? scenario.Clocks.InForce(own) : own;
        }

        EphemerisLibrary library = EphemerisLibrary.BuiltIn;
        return library.Find(LibraryKind.Clock, name) is not null ? library.Clock(name, new SourceSpan(RunFolder.ManifestFile)) : null;
    }
}
