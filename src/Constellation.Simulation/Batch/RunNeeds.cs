namespace Constellation.Simulation;

/// <summary>Which figures of a run are asked for: what only others need is not worked out.</summary>
/// <param name="Sisre">Of the messages on air.</param>
/// <param name="Odts">Of the control segment's estimates.</param>
/// <param name="Grid">Of users all over the Earth.</param>
/// <param name="Sites">Of users at named sites.</param>
/// <param name="Cells">Of each cell of the grid.</param>
internal readonly record struct RunNeeds(bool Sisre, bool Odts, bool Grid, bool Sites, bool Cells)
{
    public bool Messages => Sisre || Users;

    public bool Users => Grid || Sites;

    public static RunNeeds Of(SweepDefinition sweep)
    {
        bool users = sweep.Metrics.Any(RunSummary.UserMetrics.Contains);
        bool cells = users && (sweep.Scopes & SweepScopes.Cell) != 0;
        bool grid = cells || (users && ((sweep.Scopes & SweepScopes.Region) != 0 || ((sweep.Scopes & SweepScopes.All) != 0 && sweep.Metrics.Contains("horizontal_95"))));
        return new(
            sweep.Metrics.Any(m => m.StartsWith("sisre_", StringComparison.Ordinal) || m == "age_mean"),
            sweep.Metrics.Any(m => m.StartsWith("odts_", StringComparison.Ordinal)),
            grid, users && (sweep.Scopes & (SweepScopes.Site | SweepScopes.All)) != 0, cells);
    }
}
