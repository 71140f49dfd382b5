namespace Constellation.Cli;

/// <summary>Precise points (S6): what final products give here, beside what the messages of PPP-B2b gave.</summary>
internal sealed class PrecisePublishedRecipe : PublishedRecipe
{
    public override IReadOnlyList<string> Ids => ["S6"];

    public override double Seconds => 50;

    public override string Setup => "Rows of [positioning](validation/positioning.md), precise points: one Danish station, one day, final orbits and clocks of GRG, GPS, GLONASS and Galileo, float ambiguities. No recorded corrections of PPP-B2b are at hand.";

    public override IEnumerable<PublishedNumber> Run(PublishedContext context)
    {
        const string Kinematic = "kinematic, 95 %, horizontal and up", Static = "static, rms horizontal and up", MovingTarget = "21.5, 33.4 cm", StillTarget = "2.1, 2.6 cm";
        const string Products = "no corrections of PPP-B2b at hand; the figure is final products, after the fact, with other systems";
        yield return PublishedNumber.Nearest("S6", "orbits of PPP-B2b, R, A, C", "0.081, 0.165, 0.107 m", "-", "no corrections of PPP-B2b at hand, and none are simulated");
        Stations stations = new(context.Request.Data);
        if (stations.Esbjerg() is null)
        {
            const string Files = "ESBC00DNK_R_2020177* (obs), GRG0MGXFIN_2020176* and 177* (sp3), GRG0MGXFIN_2020177* (clk)";
            yield return PublishedNumber.Skip("S6", Kinematic, MovingTarget, Files);
            yield return PublishedNumber.Skip("S6", Static, StillTarget, Files);
            yield break;
        }

        foreach (Requirement row in new PrecisePointRows(stations, context.Cancel).Judge())
        {
            if (row.What.Contains("kinematic after 2 h", StringComparison.Ordinal))
            {
                yield return PublishedNumber.Nearest("S6", Kinematic, MovingTarget, row.Value, Products + "; rms after 2 h");
            }
            else if (row.What.Contains("four pieces of 6 h", StringComparison.Ordinal))
            {
                yield return PublishedNumber.Nearest("S6", Static, StillTarget, row.Value, Products);
            }
        }
    }
}
