namespace Constellation.Cli;

/// <summary>A table of <c>links --what</c>: its name, what it holds, its columns, and how it is opened.</summary>
internal sealed record LinkTableKind(string Name, string Description, string Header, Func<LinkRequest, ILinkTable> Open)
{
    /// <summary>Columns of whole numbers.</summary>
    public IReadOnlyList<string> Integer { get; init; } = [];

    /// <summary>Columns of text beyond those that all tables share.</summary>
    public IReadOnlyList<string> Text { get; init; } = [];

    /// <summary>All of them, in the order of the chain.</summary>
    public static IReadOnlyList<LinkTableKind> All { get; } =
    [
        VisibilityTable.Kind,
        StatisticsTable.Kind,
        BudgetTable.Kind,
        ScheduleTable.Kind,
        RoutesTable.Kind,
        MeasurementTable.Kind,
        ReductionTable.Kind,
        SolutionTable.Kind,
        ObservabilityTable.Kind,
        ClockComparisonTable.Kind,
        LadderTable.Kind,
        AutonomyTable.Kind,
    ];
}
