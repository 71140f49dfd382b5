namespace Constellation.Cli;

/// <summary>Precise points (S6): what final products give here, beside what the messages of PPP-B2b gave.</summary>
internal sealed class PrecisePublishedRecipe : PublishedRecipe
{
    public override IReadOnlyList<string> Ids => ["S6"];

    public override bool IsLong => true;

    public override string Setup => "Rows of [positioning](validation/positioning.md), precise points: one Danish station, one day, final orbits and clocks of GRG, GPS, GLONASS and Galileo, float ambiguities. No recorded corrections of PPP-B2b are at hand.";

    public override IEnumerable<PublishedNumber> Run(PublishedContext context)
    {
        const string Products = "no corrections of PPP-B2b at hand; the figure is final products, after the fact, with other systems";
        yield return PublishedNumber.Nearest("S6", "orbits of PPP-B2b, R, A, C", "0.081, 0.165, 0.107 m", "-", "no corrections of PPP-B2b at hand, and none are simulated");
        foreach (Requirement row in new PrecisePointRows(new Stations(context.Request.Data), context.Cancel).Judge())
        {
            if (row.What.Contains("kinematic after 2 h", StringComparison.Ordinal))
            {
                yield return PublishedNumber.Nearest("S6", "kinematic, 95 %, horizontal and up", "21.5, 33.4 cm", row.Value, Products + "; rms after 2 h");
            }
            else if (row.What.Contains("four pieces of 6 h", StringComparison.Ordinal))
            {
                yield return PublishedNumber.Nearest("S6", "static, rms horizontal and up", "2.1, 2.6 cm", row.Value, Products);
            }
        }
    }
}
