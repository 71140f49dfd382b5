using System.Text;
using Constellation.Core;

namespace Constellation.Cli;

/// <summary><c>reproduce positioning</c>: positions of real receivers, signal-in-space errors and geometry against other programs, stations and published numbers.</summary>
internal sealed class PositioningPage : ReproduciblePage
{
    public override string Name => "positioning";

    public override string Description => "positions of real receivers against RTKLIB and their stations, signal-in-space errors, geometry";

    public override ReproducedPage Make(ReproduceRequest request)
    {
        if (!Directory.Exists(request.Data))
        {
            throw new InputException(Diagnostic.Error("CN3000", new SourceSpan(request.Data), "is no folder", "give the folder with observations, messages and products: --data DIR"));
        }

        StringBuilder page = new();
        page.Append("# Positions against other programs, stations and published numbers\n\n")
            .Append("Written by `constellation reproduce positioning`; nothing here is typed in but the targets. Models: [engine](../theory/positioning-engine.md), [PPP](../theory/ppp.md),\n")
            .Append("[accuracy](../theory/accuracy.md). Test vectors of the atmosphere, tides, wind-up and protection levels are printed digits, which tests hold: [atmosphere](../theory/atmosphere.md), [integrity](../theory/integrity.md).\n");
        bool met = true;
        Stations stations = new(request.Data);
        Section("Single points", SinglePointRows.Text, new SinglePointRows(stations, request.Cancel).Judge());
        Section("Precise points", PrecisePointRows.Text, new PrecisePointRows(stations, request.Cancel).Judge());
        Section("Signals in space", SpaceErrorRows.Text, new SpaceErrorRows(request.Data, request.Cancel).Judge());
        Section("Geometry", GeometryRows.Text, GeometryRows.Of(request.Threads, request.Cancel));
        return new(page.ToString(), met);

        void Section(string title, string text, IEnumerable<Requirement> requirements)
        {
            page.Append($"\n## {title}\n\n{text}\n\n{Requirement.Head}");
            foreach (Requirement requirement in requirements)
            {
                request.Cancel.ThrowIfCancellationRequested();
                page.Append(requirement);
                met &= requirement.Met != false;
            }
        }
    }
}
