namespace Constellation.Cli;

/// <summary>All recipes of published numbers.</summary>
internal static class PublishedRecipes
{
    private const string Clocks = "Rows of [clocks](validation/clocks.md): real clocks of recorded products.";

    public static IReadOnlyList<PublishedRecipe> All { get; } =
    [
        new NominalOrbitsRecipe(),
        new RequirementRows("Rows of [positioning](validation/positioning.md), geometry: " + GeometryRows.Text, c => GeometryRows.Of(c.Threads, c.Cancel), IdAtEnd, "G1", "G2", "G3", "G4"),
        new SystemGeometryRecipe(),
        new LinkFindingRows(new OneAnchorRecipe(), false, "I1"),
        new LinkFindingRows(new LadderRecipe(), true, "I1", "I2", "I3", "I5"),
        new LinkFindingRows(new BatchRecipe(), true, "I1", "I2", "I3"),
        new LinkFindingRows(new KinematicRecipe(), false, "I4"),
        new NewLinkRecipe(),
        new ClockPredictionRecipe(),
        new RequirementRows(Clocks, c => new RecordedStability(new ClockRecords(c.Request.Data), c.Cancel).Judge(), r => r.What switch
        {
            "BDS-3 maser, one day" => "C1",
            "Galileo, one day" => "C6",
            _ => null,
        }, "C1", "C6"),
        new LinkFindingRows(new ClockRecipe(), false, "C2", "C3"),
        new OperationsRecipe(),
        new SpaceErrorRecipe(),
        new WeightRecipe(),
        new PrecisePublishedRecipe(),
        new LinkFindingRows(new AutonomyRecipe(), true, "A1"),
        new LinkFindingRows(new StaleOrientationRecipe(), false, "A2"),
        new AutonomyMonthsRecipe(),
        new LinkFindingRows(new KeptAnchorRecipe(), true, "A5"),
    ];

    /// <summary>"... (G2)".</summary>
    private static string? IdAtEnd(Requirement row) => row.What is [.., '(', var letter, var digit, ')'] ? $"{letter}{digit}" : null;
}
