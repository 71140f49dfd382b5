using Constellation.Formats;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what ladder</c>: control segment after control segment, by class of orbit.</summary>
internal sealed class LadderTable : ILinkTable, IPlottable
{
    public static LinkTableKind Kind { get; } = new(
        "ladder",
        "control segments from regional ground to crosslinks alone: errors of orbits and clocks by class of orbit, and of the messages made of them",
        "segment,orbits,satellites,offered,radial_m,along_m,cross_m,error_3d_m,clock_m,sisre_m,broadcast_sisre_m",
        request => new LadderTable(request))
    {
        Text = ["segment", "orbits"],
        Integer = ["satellites"],
    };

    private readonly LinkRequest _request;
    private readonly List<LadderRow> _rows = [];

    private LadderTable(LinkRequest request) => _request = request;

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        foreach (LadderRow row in LadderStudy.Run(_request.Scenario, LadderStudy.Steps, _request.Threads, cancel))
        {
            _rows.Add(row);
            writer.Text(row.Segment).Text(row.Class?.ToString().ToLowerInvariant() ?? "all").Integer(row.Satellites).Real(row.Offered)
                .Real(row.Radial).Real(row.Along).Real(row.Cross).Real(row.Error3d).Real(row.Clock).Real(row.Sisre).Real(row.Broadcast).EndRow();
        }
    }

    public RunPlot Plot() => new LadderPlot(_rows);

    public void Report(TextWriter people) =>
        people.WriteLine("links: without a station clocks count from the median of the network; signal biases of the scenario are in the broadcast SISRE");
}
