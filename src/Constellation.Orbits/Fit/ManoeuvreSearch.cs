using System.Collections.Immutable;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Finds the longest piece of an arc that one orbit goes through, where the whole is on none.</summary>
/// <remarks>
/// By bisection, from the beginning and from the end: a manoeuvre that no file marks, or another satellite that took over the number, parts an arc in two. A piece
/// fits when its first and last positions are no outliers of it. Pieces of less than half the arc are not looked for.
/// </remarks>
internal static class ManoeuvreSearch
{
    /// <summary>No force that is left out leaves as much in a fit, rms in m: geostationary orbits of a week, the worst, stay below 2 m.</summary>
    private const double Impossible = 5.0;

    /// <summary>Bisection ends at so many positions.</summary>
    private const int Resolution = 2;

    /// <summary>So many positions in a row at an end of the arc that are rejected are no outliers: the satellite has gone elsewhere.</summary>
    private const int Departed = 4;

    public static bool IsNeeded(ArcFitResult fit) => fit.Fitted.Total > Impossible || EndIsRejected(fit, Departed);

    /// <summary>The fit of the longer piece; null where neither half of the arc is on an orbit.</summary>
    /// <param name="arc">An arc whose fit is impossible.</param>
    /// <param name="fit">Fits an arc.</param>
    public static ArcFitResult? Longest(OrbitArc arc, Func<OrbitArc, ArcFitResult> fit)
    {
        ArcFitResult? early = Grow(arc.Positions.Length, n => TryFit(arc with { Positions = arc.Positions[..n], After = [] }, fit));
        ArcFitResult? late = Grow(arc.Positions.Length, n => TryFit(arc with { Positions = arc.Positions[^n..] }, fit));
        if (early is null && late is null)
        {
            return null;
        }

        bool first = late is null || (early is not null && early.Arc.Positions.Length >= late.Arc.Positions.Length);
        ArcFitResult best = first ? early! : late!;
        ImmutableArray<(Epoch Epoch, Position<Itrf> Position)> kept = best.Arc.Positions;
        Epoch where = first ? kept[^1].Epoch : kept[0].Epoch;
        string note = $"one orbit goes through {kept.Length} of {arc.Positions.Length} positions only, {(first ? "until" : "from")} {where.ToString(TimeScale.Gpst)}: an unmarked manoeuvre, or another satellite under its number";
        return best with { Arc = best.Arc with { IsPiece = true, Note = arc.Note is null ? note : $"{arc.Note}; {note}" } };
    }

    private static bool EndIsRejected(ArcFitResult fit, int count)
    {
        int n = fit.Arc.Positions.Length;
        return n > count && (All(0) || All(n - count));

        bool All(int first) => Enumerable.Range(first, count).All(i => fit.Residuals[i].Role == ArcResidualRole.Rejected);
    }

    /// <summary>The greatest number of positions that still fit.</summary>
    private static ArcFitResult? Grow(int count, Func<int, ArcFitResult?> tryFit)
    {
        int good = (count + 1) / 2, bad = count;
        ArcFitResult? best = tryFit(good);
        while (best is not null && bad - good > Resolution)
        {
            int middle = (good + bad) / 2;
            if (tryFit(middle) is { } fit)
            {
                (good, best) = (middle, fit);
            }
            else
            {
                bad = middle;
            }
        }

        return best;
    }

    private static ArcFitResult? TryFit(OrbitArc arc, Func<OrbitArc, ArcFitResult> fit)
    {
        try
        {
            ArcFitResult result = fit(arc);
            return result.Fitted.Total > Impossible || EndIsRejected(result, 1) ? null : result;
        }
        catch (InvalidOperationException)
        {
            // No orbit at all, or the integration meets the Earth.
            return null;
        }
    }
}
