using Constellation.Geodesy;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>The closed loop without noise: what remains is the program's own error.</summary>
internal sealed class NoiseFreeRecipe : LinkRecipe
{
    public override string Title => "Noise-free closed loop";

    public override string Setup => "`constellation run noise-free --set control.warm_up=26h`: perfect clocks, links and receivers, equal forces; greatest error of any satellite at any epoch of six hours, after the filter's reference orbits have started anew from its own estimates (before, Sun and Moon pull on displacements of 100 m that its gradient has only Earth for: 1.0 mm after 18 h).";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel)
    {
        RunResult result = Execute(Scenario("noise-free", "control.warm_up=26h"), threads, cancel);
        double orbit = result.Odts.Max(r => Math.Sqrt((r.Radial * r.Radial) + (r.Along * r.Along) + (r.Cross * r.Cross)));
        double clock = result.Odts.Max(r => Math.Abs(r.Clock)) / PhysicalConstants.SpeedOfLight;
        return
        [
            LinkFinding.Below("orbits, 3-D, greatest", "< 1 mm", 1e-3, orbit, v => FormattableString.Invariant($"{v * 1e3:0.000} mm")),
            LinkFinding.Below("clocks, greatest", "< 3 ps", 3e-12, clock, v => FormattableString.Invariant($"{v * 1e12:0.00} ps")),
        ];
    }
}
