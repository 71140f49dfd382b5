using Constellation.Core;

namespace Constellation.Links;

/// <summary>What a batch says when the measurements do not tell what is asked of them.</summary>
internal static class BatchProblem
{
    public static InputException NothingMeasured() => Wrong(
        "CN4610", "nothing is measured: no satellite has a crosslink terminal that finds a partner, and no monitor station sees one",
        "give links.payload, or a control.segment with monitor stations");

    public static InputException NeverMeasured(LinkSystem system, int[] satellites) => Wrong(
        "CN4611", $"never measured in the whole arc: {string.Join(' ', satellites.Select(i => system.Satellites[i].Id))}; their orbits and clocks would be what was predicted",
        "add stations that see them, give them terminals, or leave them out by constellation.satellites");

    public static InputException Unobservable(BatchPoint point, CholeskyFactor factor) => Wrong(
        "CN4612", $"the measurements do not tell {Name(point, factor.NullDirection())}",
        "lengthen the arc (time.duration, control.warm_up), add an anchor or stations, or see 'links --what observability'");

    public static InputException RunsAway() => Wrong(
        "CN4613", "the iteration runs away: first orbits are too wrong, or the arc too short for what is estimated",
        "lengthen the arc (time.duration, control.warm_up) or give better first orbits (control.position_sigma_m)");

    /// <summary>The unknowns that make up most of a direction.</summary>
    private static string Name(BatchPoint point, double[] direction)
    {
        BatchLayout layout = point.Layout;
        int worst = Array.FindLastIndex(direction, x => x != 0);
        for (int i = 0; i < point.System.Satellites.Count; i++)
        {
            if (worst >= layout.Orbit(i) && worst < layout.Orbit(i) + layout.OrbitSize(i))
            {
                int k = worst - layout.Orbit(i);
                string what = k < 3 ? "the first position" : k < 6 ? "the first velocity" : $"parameter {point.Trajectories[i].Parameters[k - 6].Name}";
                return $"{what} of {point.System.Satellites[i].Id} from the other unknowns";
            }
        }

        return "delays or zenith delays from the other unknowns";
    }

    private static InputException Wrong(string code, string problem, string remedy) => new(Diagnostic.Error(code, new SourceSpan("control.segment"), problem, remedy));
}
