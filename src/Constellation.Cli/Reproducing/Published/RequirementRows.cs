namespace Constellation.Cli;

/// <summary>Rows of another validation page that bear on published numbers.</summary>
/// <param name="setup">As of any recipe.</param>
/// <param name="files">What it needs of the data folder; empty: nothing.</param>
/// <param name="make">Makes the rows.</param>
/// <param name="idOf">The published number that a row bears on, if any.</param>
/// <param name="ids">Of all rows.</param>
internal sealed class RequirementRows(string setup, string files, Func<PublishedContext, IEnumerable<Requirement>> make, Func<Requirement, string?> idOf, params string[] ids) : PublishedRecipe
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
                if (row.Met is null && row.Value == "-")
                {
                    yield return PublishedNumber.Skip(id, row.What, row.Target, files);
                    continue;
                }

                yield return new(
                    id, row.What, row.Target, row.Tolerance.Length == 0 ? "as the target says" : row.Tolerance, value, unit,
                    row.Met switch { true => PublishedVerdict.Met, false => PublishedVerdict.NotMet, null => PublishedVerdict.NotComparable },
                    row.Reason)
                { KnownMiss = row.Met == false && row.Reason.Length > 0 };
            }
        }
    }
}
