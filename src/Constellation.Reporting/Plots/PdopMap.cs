using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>The mean PDOP of each cell of the world grid.</summary>
public sealed class PdopMap(GridAccuracy grid, IReadOnlyList<RunSite> sites) : WorldMap(grid.Grid, grid.MeanPdop, sites)
{
    public override string Name => "map-pdop";

    public override string Caption =>
        $"Position dilution of precision: the factor from range error to position error that the geometry alone decides, mean over the run. {ScaleRemark}";

    protected override string Quantity => "mean PDOP";

    protected override string Unit => "";
}
