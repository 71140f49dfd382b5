using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Reads scenarios for verbs: errors end the command, warnings go to standard error.</summary>
internal static class Scenarios
{
    public static ScenarioDefinition Read(string nameOrPath, IReadOnlyList<string> settings)
    {
        ReadResult<ScenarioDefinition> result = ScenarioReader.Read(nameOrPath, settings);
        ScenarioDefinition scenario = result.ValueOrThrow();
        foreach (Diagnostic warning in result.Diagnostics)
        {
            Console.Error.WriteLine(warning);
        }

        return scenario;
    }
}
