using System.CommandLine;

namespace Constellation.Cli;

/// <summary><c>design walker|repeat|frozen|keep|sweep</c>: orbits and constellations before there are any.</summary>
internal static class DesignVerb
{
    public static Command Create() => new Command("design", "Design orbits and constellations: Walker patterns, repeating ground tracks, frozen orbits, station keeping, sweeps over coverage and DOP")
    {
        DesignWalker.Create(),
        DesignRepeat.Create(),
        DesignFrozen.Create(),
        DesignKeep.Create(),
        DesignSweep.Create(),
    }.WithExamples(
        "constellation design walker 24/3/1 --repeat 13/7 --inclination 55 --system C -o meo.csv",
        "constellation design repeat 17/10 --inclination 56",
        "constellation design frozen --axis 7714.4km --inclination 66.04",
        "constellation design keep gps --sat G01-G05",
        "constellation design sweep --planes 3-6 --per-plane 4-10 --inclination 45-65:5 --axis 27906km -o sweep.png");
}
