using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>How old the newest short message from each place is at the control centre, mean over time.</summary>
/// <param name="grid">Cells.</param>
/// <param name="ages">s, [row from the south, column from the west]; NaN where no message ever arrives.</param>
/// <param name="sites">Places to mark.</param>
public sealed class MessageAgeMap(WorldGrid grid, double[,] ages, IReadOnlyList<RunSite> sites) : WorldMap(grid, ages, sites)
{
    public override string Name => "map-message-age";

    public override string Caption => $"Mean age, at the control centre, of the newest short message from each cell, when all send all the time. {ScaleRemark}";

    protected override string Quantity => "mean age of the newest message";

    protected override string Unit => "s";

    protected override string NoData => "no message ever arrives";
}
