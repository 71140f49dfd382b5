using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Least squares over an arc: the closed loop without noise, and the two published networks.</summary>
internal sealed class BatchRecipe : LinkRecipe
{
    private const string Network = "constellation.satellites=C19-C30,C32-C37,C59", Noise = "links.noise_scale=2.36", WarmUp = "control.warm_up=12h", Length = "time.duration=12h";

    private const string Whole = "the published figure holds differences between products of two estimators on real data, whose unknown forces are not white and whose delays jump";

    public override string Title => "Batch least squares (I1, I2, I3)";

    public override string Setup =>
        $"`constellation links noise-free --what solution --estimator batch --set time.duration=3h`; `constellation links isl+anchor --what solution --estimator batch --set {Network} --set {Noise} --set {WarmUp} --set {Length}`; "
        + $"`constellation links ladder --what solution --estimator batch --set {WarmUp} --set {Length}`: forces and noise as in parts 2 and 3, arcs of a day, the second half judged (without noise 15 h, 3 h judged).";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel)
    {
        LinkErrors Of(string name, params string[] settings) => LinkErrors.Of(Scenario(name, settings), Estimator("batch"), threads, cancel);
        LinkErrors perfect = Of("noise-free", "time.duration=3h"), anchor = Of("isl+anchor", Network, Noise, WarmUp, Length), both = Of("ladder", WarmUp, Length);
        double along = anchor.Rms(r => r.Along, OrbitClass.Meo), cross = anchor.Rms(r => r.Cross, OrbitClass.Meo), clock = anchor.Rms(r => r.Clock, OrbitClass.Meo);
        return
        [
            LinkFinding.Below("without noise: orbits, 3-D, greatest", "< 1 mm", 1e-3, perfect.GreatestError3d, v => FormattableString.Invariant($"{v * 1e3:0.00} mm")),
            LinkFinding.Below("without noise: clocks, greatest", "< 3 ps", 3e-12, perfect.GreatestClock / PhysicalConstants.SpeedOfLight, v => FormattableString.Invariant($"{v * 1e12:0.000} ps")),
            LinkFinding.Published("18 MEO + 1 GEO, one anchor: radial, MEO", "2 to 4 cm (I1)", 0.02, 0.04, anchor.Rms(r => r.Radial, OrbitClass.Meo), LinkFinding.Centimetres),
            LinkFinding.Published("the same: radial, GEO", "8 to 10 cm (I1)", 0.08, 0.10, anchor.Rms(r => r.Radial, OrbitClass.Geo), LinkFinding.Centimetres,
                "the real figure compares overlapping arcs with the light pressure and attitude of real geostationary satellites; here the unknown force is 1e-9 m/s² for all"),
            new("the same: along, cross, clock, MEO", "", $"{LinkFinding.Centimetres(along)}, {LinkFinding.Centimetres(cross)}, {LinkFinding.Centimetres(clock)}", LinkVerdict.Shown,
                "the turn of the net that one anchor leaves, and the delay difference of each terminal"),
            LinkFinding.Published("regional stations and crosslinks: radial, MEO", "about 1 cm (I2)", 0.01, 0.01, both.Rms(r => r.Radial, OrbitClass.Meo), LinkFinding.Centimetres),
            LinkFinding.Published("the same: 3-D, MEO", "8 cm (I3)", 0.08, 0.08, both.Error3d(OrbitClass.Meo), LinkFinding.Centimetres, Whole),
            LinkFinding.Published("the same: 3-D, IGSO", "12 cm (I3)", 0.12, 0.12, both.Error3d(OrbitClass.Igso), LinkFinding.Centimetres, Whole),
            LinkFinding.Published("the same: 3-D, GEO", "24 cm (I3)", 0.24, 0.24, both.Error3d(OrbitClass.Geo), LinkFinding.Centimetres, Whole),
        ];
    }
}
