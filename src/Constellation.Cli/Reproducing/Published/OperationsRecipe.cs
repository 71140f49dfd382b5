using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Statements on operations, and what the simulation has that is nearest (C7, I3, I5, S7).</summary>
internal sealed class OperationsRecipe : PublishedRecipe
{
    public override IReadOnlyList<string> Ids => ["C7", "I3", "I5", "S7"];

    public override double Seconds => 60;

    public override string Setup => "`constellation links ladder --what ladder`, as in [links](validation/links.md) part 3. What the operator's two-way comparison, the geostationary C61 and the integrity concept do in reality is not simulated.";

    public override IEnumerable<PublishedNumber> Run(PublishedContext context)
    {
        LadderRow Of(string segment, OrbitClass? kind) => context.Ladder.First(r => r.Segment == segment && r.Class == kind);
        static string Nano(double metres) => FormattableString.Invariant($"{metres / PhysicalConstants.SpeedOfLight * 1e9:0.00} ns");
        yield return PublishedNumber.Nearest("C7", "two-way superposition clocks before improvement", "1.29 ns", Nano(Of("ground-regional", OrbitClass.Meo).Clock), "an operational L-band method with its delays; the figure is the clock error of the regional segment without links");
        double anchor = Of("isl+anchor", null).Clock;
        yield return PublishedNumber.Holds("C7", "clocks by Ka links to the ground and between satellites", "< 0.3 ns", "as the target says", Nano(anchor), anchor / PhysicalConstants.SpeedOfLight < 0.3e-9);
        LadderRow geo = Of("isl+anchor", OrbitClass.Geo);
        yield return PublishedNumber.Nearest("I3", "C61 by links only: radial, normal, tangential, 3-D", "3.7, 7.9, 27.7, 29.0 cm", FormattableString.Invariant($"{100 * geo.Radial:0.0}, {100 * geo.Cross:0.0}, {100 * geo.Along:0.0}, {100 * geo.Error3d:0.0} cm"), "one geostationary satellite under real light pressure and manoeuvres; the figure is that of the three simulated ones with all links and one anchor. In both the tangential error is the largest");
        yield return PublishedNumber.Nearest("I5", "with links to low satellites, 3-D", "6.7 cm", FormattableString.Invariant($"{100 * Of("ground+isl", OrbitClass.Meo).Error3d:0.0} cm"), "no low satellites here; the figure is crosslinks with regional stations");
        yield return PublishedNumber.Nearest("S7", "integrity risk of a signal: B1C and B2a, B1I", "0.9e-5, 0.8e-5", FormattableString.Invariant($"{IntegritySupport.Typical.SatelliteFault:0e-0}"), "a commitment of the operator, which no simulation shows; the figure is the prior of satellite faults that the protection levels here start from");
    }
}
