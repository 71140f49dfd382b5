using Constellation.Orbits;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>One constellation under one control segment after the other.</summary>
internal sealed class LadderRecipe : LinkRecipe
{
    public override string Title => "The ladder: regional, with crosslinks, global, crosslinks with an anchor, crosslinks alone";

    public override string Setup => "`constellation links ladder --what ladder`: the sequential filter's estimates in real time, 48 h of warm-up, 24 h judged; the operator knows all forces but the Earth's light, ocean tides and a random 1e-9 m/s²; clocks without a station count from their median.";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel) => Judge(Rows(threads, cancel));

    /// <summary>The study itself.</summary>
    public static IReadOnlyList<LadderRow> Rows(int threads, CancellationToken cancel) => [.. LadderStudy.Run(Scenario("ladder"), LadderStudy.Steps, threads, cancel)];

    /// <summary>What it says of published numbers.</summary>
    public static IReadOnlyList<LinkFinding> Judge(IReadOnlyList<LadderRow> rows)
    {
        LadderRow Of(string segment, OrbitClass? kind) => rows.First(r => r.Segment == segment && r.Class == kind);
        List<LinkFinding> findings =
        [
            .. rows.Select(r => new LinkFinding(
                $"{r.Segment}, {r.Class?.ToString().ToUpperInvariant() ?? "all"}", "",
                FormattableString.Invariant($"R {r.Radial:0.000}, A {r.Along:0.000}, C {r.Cross:0.000}, 3-D {r.Error3d:0.000}, clock {r.Clock:0.000}, SISRE {r.Sisre:0.000}, broadcast {r.Broadcast:0.000} m"), LinkVerdict.Shown)),
            LinkFinding.Published("radial, MEO, regional stations and crosslinks", "about 1 cm (I2)", 0.01, 0.01, Of("ground+isl", OrbitClass.Meo).Radial, LinkFinding.Centimetres, "in real time; the published figure compares overlapping batches"),
            LinkFinding.Published("3-D, MEO, the same", "8 cm (I3)", 0.08, 0.08, Of("ground+isl", OrbitClass.Meo).Error3d, LinkFinding.Centimetres, Simple),
            LinkFinding.Published("3-D, IGSO, the same", "12 cm (I3)", 0.12, 0.12, Of("ground+isl", OrbitClass.Igso).Error3d, LinkFinding.Centimetres, Simple),
            LinkFinding.Published("3-D, GEO, the same", "24 cm (I3)", 0.24, 0.24, Of("ground+isl", OrbitClass.Geo).Error3d, LinkFinding.Centimetres, Simple),
            LinkFinding.Published("3-D, MEO, regional stations alone", "0.19 m in view, above 0.40 m out of it (I5)", 0.19, 0.40, Of("ground-regional", OrbitClass.Meo).Error3d, LinkFinding.Metres,
                "a filter in real time on one carrier-smoothed code range of 10 cm every 5 min, which coasts while a satellite is away from China for half a day or more; I5 is a batch of carrier phases"),
        ];
        double regional = Of("ground-regional", null).Error3d, both = Of("ground+isl", null).Error3d, global = Of("ground-global", null).Error3d, anchor = Of("isl+anchor", null).Error3d, alone = Of("isl-only", null).Error3d;
        bool ordered = both <= anchor * 1.1 && anchor < global && global < regional && anchor < alone;
        findings.Add(new(
            "order of 3-D errors, all satellites", "ground+isl ≤ isl+anchor < ground-global < ground-regional; isl-only above isl+anchor, by a turn of the net (I1 to I6)",
            FormattableString.Invariant($"{both:0.000} ≤ {anchor:0.000} < {global:0.000} < {regional:0.000} m; {alone:0.000} m"), ordered ? LinkVerdict.Reached : LinkVerdict.Missed));
        return findings;
    }

    private const string Simple = "the published figure holds differences between products of two estimators on real data";
}
