using Constellation.Core;
using Constellation.Orbits;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Crosslinks and one anchor: the network of the first published orbits.</summary>
internal sealed class OneAnchorRecipe : LinkRecipe
{
    private const string Satellites = "constellation.satellites=C19-C30,C32-C37,C59", Noise = "links.noise_scale=2.36";

    public override string Title => "Crosslinks and one anchor, 18 MEO + 1 GEO (I1)";

    public override string Setup =>
        $"`constellation run isl+anchor --set {Satellites} --set {Noise}`: one-way noise of 7.1 cm, so that half sums and half differences have the published 5 cm; forces of 1e-9 m/s² that the filter has no model of; 48 h of warm-up, 24 h judged.";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel)
    {
        ScenarioDefinition scenario = Scenario("isl+anchor", Satellites, Noise);
        Dictionary<SatelliteId, OrbitClass> classes = scenario.Satellites.ToDictionary(s => s.Id, s => s.OrbitClass);
        RunResult result = Execute(scenario, threads, cancel);
        OdtsRow[] meo = [.. result.Odts.Where(r => classes[r.Satellite] == OrbitClass.Meo)], geo = [.. result.Odts.Where(r => classes[r.Satellite] == OrbitClass.Geo)];
        return
        [
            LinkFinding.Published("radial, MEO", "2 to 4 cm (I1)", 0.02, 0.04, Rms(meo, r => r.Radial), LinkFinding.Centimetres),
            LinkFinding.Published("radial, GEO", "8 to 10 cm (I1)", 0.08, 0.10, Rms(geo, r => r.Radial), LinkFinding.Centimetres,
                "the real figure is a comparison of overlapping arcs with the light pressure and attitude of real geostationary satellites; here the unknown force is 1e-9 m/s² for all"),
            new("along, cross, clock, MEO", "", $"{LinkFinding.Centimetres(Rms(meo, r => r.Along))}, {LinkFinding.Centimetres(Rms(meo, r => r.Cross))}, {LinkFinding.Centimetres(Rms(meo, r => r.Clock))}", LinkVerdict.Shown,
                "along and cross hold the turn of the net that one anchor leaves, the clock 5 cm of each terminal's delay difference"),
        ];
    }
}
