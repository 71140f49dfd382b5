using System.Text.RegularExpressions;

namespace Constellation.Cli;

/// <summary>The rows of a part of <c>reproduce links</c> whose target names a published number, such as "8 cm (I3)".</summary>
internal sealed partial class LinkFindingRows(LinkRecipe recipe, double seconds, params string[] ids) : PublishedRecipe
{
    public override IReadOnlyList<string> Ids => ids;

    public override string Setup => $"[Links](validation/links.md), {recipe.Title}: {recipe.Setup}";

    public override double Seconds => seconds;

    public override IEnumerable<PublishedNumber> Run(PublishedContext context) =>
        (recipe is LadderRecipe ? LadderRecipe.Judge(context.Ladder) : recipe.Run(context.Threads, context.Cancel)).Select(Row).OfType<PublishedNumber>().Where(r => ids.Contains(r.Id));

    private PublishedNumber? Row(LinkFinding finding)
    {
        if (Named().Match(finding.Target) is not { Success: true } named)
        {
            return null;
        }

        string target = named.Groups[1].Value.TrimEnd() + named.Groups[3].Value;
        string tolerance = "";
        if (target.IndexOf(", ±", StringComparison.Ordinal) is > 0 and int comma)
        {
            (target, tolerance) = (target[..comma], target[(comma + 2)..] + ": the set-up is known in part");
        }

        bool stated = target.StartsWith('<') || target.StartsWith('≤') || !(char.IsAsciiDigit(target[0]) || target.StartsWith("about", StringComparison.Ordinal));
        (string value, string unit) = PublishedNumber.Parted(finding.Value);
        PublishedVerdict verdict = finding.Verdict switch
        {
            LinkVerdict.Reached => PublishedVerdict.Met,
            LinkVerdict.Better => PublishedVerdict.Better,
            LinkVerdict.Missed => PublishedVerdict.NotMet,
            _ => PublishedVerdict.NotComparable,
        };
        return new(
            named.Groups[2].Value, $"{finding.Case} ({Short(recipe)})", target, tolerance.Length > 0 ? tolerance : stated ? "as the target says" : FormattableString.Invariant($"factor {LinkFinding.Factor}: real data and their estimator are known in part"),
            value, unit, verdict, finding.Reason)
        { KnownMiss = verdict == PublishedVerdict.NotMet && finding.Reason.Length > 0 };
    }

    private static string Short(LinkRecipe recipe) => recipe switch
    {
        LadderRecipe => "ladder, filter",
        BatchRecipe => "batch",
        OneAnchorRecipe => "filter",
        KinematicRecipe => "single rounds",
        ClockRecipe => "single rounds",
        StaleOrientationRecipe => "law",
        _ => "autonomy",
    };

    [GeneratedRegex(@"^(.*?) ?\(([A-Z][0-9])(?: to [A-Z][0-9])?\)(.*)$")]
    private static partial Regex Named();
}
