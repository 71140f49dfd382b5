namespace Constellation.Cli;

/// <summary><c>reproduce positioning</c>: positions of real receivers, signal-in-space errors and geometry against other programs, stations and published numbers.</summary>
internal sealed class PositioningPage : ReproduciblePage
{
    public override string Name => "positioning";

    public override string Description => "positions of real receivers against RTKLIB and their stations, signal-in-space errors, geometry";

    public override ReproducedPage Make(ReproduceRequest request)
    {
        RequirementSections page = new RequirementSections(request).RequireData("observations, messages and products")
            .Append("# Positions against other programs, stations and published numbers\n\n")
            .Append("Written by `constellation reproduce positioning`; nothing here is typed in but the targets. Models: [engine](../theory/positioning-engine.md), [PPP](../theory/ppp.md),\n")
            .Append("[accuracy](../theory/accuracy.md). Test vectors of the atmosphere, tides, wind-up and protection levels are printed digits, which tests hold: [atmosphere](../theory/atmosphere.md), [integrity](../theory/integrity.md).\n");
        Stations stations = new(request.Data);
        page.Section("Single points", SinglePointRows.Text, new SinglePointRows(stations, request.Cancel).Judge());
        page.Section("Precise points", PrecisePointRows.Text, new PrecisePointRows(stations, request.Cancel).Judge());
        page.Section("Signals in space", SpaceErrorRows.Text, new SpaceErrorRows(request.Data, request.Cancel).Judge());
        page.Section("Geometry", GeometryRows.Text, GeometryRows.Of(request.Threads, request.Cancel));
        return page.ToPage();
    }
}
