using Constellation.Core;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Satellites that are compared with each other: a system, for BeiDou its generation, and the class of the orbit.</summary>
internal static class OrbitFitGroup
{
    public static string Of(OrbitFitOutcome outcome)
    {
        OrbitClass orbit = outcome.Fit!.Class;
        string system = outcome.Arc.Satellite.System switch
        {
            GnssSystem.Gps => "GPS",
            GnssSystem.Galileo => "Galileo",
            GnssSystem.Glonass => "GLONASS",
            GnssSystem.BeiDou => "BDS",
            GnssSystem.Qzss => "QZSS",
            GnssSystem.NavIc => "NavIC",
            _ => outcome.Arc.Satellite.System.ToString(),
        };
        if (outcome.Arc.Satellite.System == GnssSystem.BeiDou && orbit == OrbitClass.Meo)
        {
            return SatelliteProperties.For(outcome.Arc.Satellite, outcome.Arc.Span.First).Block.StartsWith("BDS-3", StringComparison.Ordinal) ? "BDS-3 MEO" : "BDS-2 MEO";
        }

        return orbit == OrbitClass.Meo && outcome.Arc.Satellite.System != GnssSystem.BeiDou ? system : $"{system} {orbit switch { OrbitClass.Meo => "MEO", OrbitClass.Igso => "IGSO", _ => "GEO" }}";
    }
}
