using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Any quantity of places over the world.</summary>
/// <param name="grid">Cells.</param>
/// <param name="values">[row from the south, column from the west]; NaN: none.</param>
/// <param name="quantity">For the title, lower case inside a sentence.</param>
/// <param name="unit">Empty where it has none.</param>
/// <param name="largeIsGood">The best cells are bright.</param>
/// <param name="most">The largest value that there can be, of shares and probabilities; null: none.</param>
/// <param name="region">What has values; null or global: all.</param>
/// <param name="noData">What it means that a cell has no value.</param>
public sealed class FieldMap(WorldGrid grid, double[,] values, string quantity, string unit, bool largeIsGood, string noData, double? most = null, Region? region = null) : WorldMap(grid, values, [])
{
    public override string Name => "map";

    public override string Caption => $"{char.ToUpperInvariant(quantity[0])}{quantity[1..]}. {ScaleRemark}";

    protected override string Quantity => quantity;

    protected override string Unit => unit;

    protected override bool LargeIsGood => largeIsGood;

    protected override double? Most => most;

    protected override string? Part => region is null || region == Region.Global ? null : region.Name == "box" ? "the region" : Labels.Scope(region.Name);

    protected override Region.Box Window => region is { Boxes: [{ } box] } && box.WestDeg < box.EastDeg ? box : base.Window;

    protected override string NoData => noData;
}
