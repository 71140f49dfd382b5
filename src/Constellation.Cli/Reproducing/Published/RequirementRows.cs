namespace Constellation.Cli;

/// <summary>Rows of another validation page that bear on published numbers.</summary>
internal sealed class RequirementRows(string setup, Func<PublishedContext, IEnumerable<Requirement>> make, Func<Requirement, string?> idOf, params string[] ids) : PublishedRecipe
{
    public override IReadOnlyList<string> Ids => ids;

    public override string Setup => setup;

    public override IEnumerable<PublishedNumber> Run(PublishedContext context)
    {
        foreach (Requirement row in make(context))
        {
            if (idOf(row) is { } id)
            {
                (string value, string unit) = PublishedNumber.Parted(row.Value);
                yield return new(
                    id, row.What, row.Target, row.Tolerance.Length == 0 ? "as the target says" : row.Tolerance, value, unit,
                    row.Met switch { true => PublishedVerdict.Met, false => PublishedVerdict.NotMet, null => PublishedVerdict.NotComparable },
                    row.Reason.Length == 0 && row.Met is null ? "the files are not at hand" : row.Reason)
                { KnownMiss = row.Met == false && row.Reason.Length > 0 };
            }
        }
    }
}
