using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>The 95 % horizontal position error of each cell of the world grid.</summary>
public sealed class AccuracyMap(GridAccuracy grid, IReadOnlyList<RunSite> sites) : WorldMap(grid.Grid, grid.Horizontal95, sites)
{
    public override string Name => "map-horizontal";

    public override string Caption =>
        $"Horizontal error that 95 % of the positions of a cell stay below; dots: the named sites. {ScaleRemark}";

    protected override string Quantity => "95 % horizontal error";

    protected override string Unit => "m";
}
