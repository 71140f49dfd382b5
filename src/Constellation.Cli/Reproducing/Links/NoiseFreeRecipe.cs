using Constellation.Geodesy;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>The closed loop without noise: what remains is the program's own error.</summary>
internal sealed class NoiseFreeRecipe : LinkRecipe
{
    public override string Title => "Noise-free closed loop";

    public override string Setup =>
        "`constellation run noise-free --set control.warm_up=6h`: perfect clocks, links and receivers, equal forces; greatest error of any satellite at any epoch of six hours. Later: with 26 h of warm-up.";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel)
    {
        (double orbit, double clock) = Greatest("6h", threads, cancel);
        return
        [
            LinkFinding.Below("orbits, 3-D, greatest", "< 1 mm", 1e-3, orbit, Millimetres),
            LinkFinding.Below("clocks, greatest", "< 3 ps", 3e-12, clock, v => FormattableString.Invariant($"{v * 1e12:0.000} ps")),
            new("orbits, later", "", Millimetres(Greatest("26h", threads, cancel).Orbit), LinkVerdict.Shown,
                "the first orbits, 2 m and 0.3 mm/s wrong, leave the filter's reference by 100 m within a day; Sun and Moon pull on that by 2e-11 m/s², which its gradient lacks, and a turn of the net heals slowly with one anchor"),
        ];
    }

    private static string Millimetres(double metres) => FormattableString.Invariant($"{metres * 1e3:0.00} mm");

    private static (double Orbit, double Clock) Greatest(string warmUp, int threads, CancellationToken cancel)
    {
        RunResult result = Execute(Scenario("noise-free", $"control.warm_up={warmUp}"), threads, cancel);
        return (
            result.Odts.Max(r => Math.Sqrt((r.Radial * r.Radial) + (r.Along * r.Along) + (r.Cross * r.Cross))),
            result.Odts.Max(r => Math.Abs(r.Clock)) / PhysicalConstants.SpeedOfLight);
    }
}
