namespace Constellation.Cli;

/// <summary>All recipes of published numbers.</summary>
internal static class PublishedRecipes
{
    private const string Clocks = "Rows of [clocks](validation/clocks.md): real clocks of recorded products.";

    public static IReadOnlyList<PublishedRecipe> All { get; } =
    [
        new NominalOrbitsRecipe(),
        new RequirementRows("Rows of [positioning](validation/positioning.md), geometry: " + GeometryRows.Text, "", c => GeometryRows.Of(c.Threads, c.Cancel), IdAtEnd, "G1", "G2", "G3", "G4"),
        new SystemGeometryRecipe(),
        new LinkFindingRows(new OneAnchorRecipe(), 25, "I1"),
        new LinkFindingRows(new LadderRecipe(), 60, "I1", "I2", "I3", "I5"),
        new LinkFindingRows(new BatchRecipe(), 60, "I1", "I2", "I3"),
        new LinkFindingRows(new KinematicRecipe(), 30, "I4"),
        new NewLinkRecipe(),
        new ClockPredictionRecipe(),
        new RequirementRows(Clocks, "WUM0MGXFIN_2019097* to 2019103* of 15 min (sp3)", c => new RecordedStability(new ClockRecords(c.Request.Data), c.Cancel).Judge(), r => r.What switch
        {
            "BDS-3 maser, one day" => "C1",
            "Galileo, one day" => "C6",
            _ => null,
        }, "C1", "C6"),
        new LinkFindingRows(new ClockRecipe(), 25, "C2", "C3"),
        new OperationsRecipe(),
        new SpaceErrorRecipe(),
        new WeightRecipe(),
        new PrecisePublishedRecipe(),
        new LinkFindingRows(new AutonomyRecipe(), 130, "A1"),
        new LinkFindingRows(new StaleOrientationRecipe(), 5, "A2"),
        new AutonomyMonthsRecipe(),
        new LinkFindingRows(new KeptAnchorRecipe(), 115, "A5"),
    ];

    /// <summary>"... (G2)".</summary>
    private static string? IdAtEnd(Requirement row) => row.What is [.., '(', var letter, var digit, ')'] ? $"{letter}{digit}" : null;
}
