using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Simulation;
using Constellation.Tests.Reporting;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Panels;

/// <summary>A small run with errors, users and links, opened once for all tests of panels.</summary>
public sealed class PanelRun : IDisposable
{
    /// <summary>Epochs with links: planning a round takes its time.</summary>
    private const int LinkedEpochs = 10;

    private readonly SampleFolder _folder = new();

    public PanelRun()
    {
        Sample = new SampleRun { Epochs = 49, GridStepDeg = 30 };
        RunFolder written = Sample.Write(_folder.File("run"));
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ephemeris", "scenarios", "beidou-3.toml"));
        File.WriteAllBytes(Path.Combine(written.Path, RunFolder.ManifestFile), RunFolder.Serialise(written.Manifest with { ScenarioText = text }));
        written = RunFolder.Open(written.Path);
        Scenario = written.Scenario!;
        Rounds = WriteLinks(written);
        Folder = RunFolder.Open(written.Path);
        Source = new RunScenes(Folder);
    }

    internal SampleRun Sample { get; }

    public ScenarioDefinition Scenario { get; }

    public RunFolder Folder { get; }

    public ISceneSource Source { get; }

    /// <summary>The schedule from which the table of links was written, with the views that it was made from.</summary>
    internal IReadOnlyList<(LinkView View, LinkRound Round)> Rounds { get; }

    /// <summary>On the ground, between two of the run's named users.</summary>
    public static GeodeticPoint Site { get; } = GeodeticPoint.FromDegrees(39.9, 116.41, 50);

    public void Dispose() => _folder.Dispose();

    internal PanelState State(int epoch, string? selected = null, GeodeticPoint? site = null, bool light = false, double after = 0)
    {
        SatelliteId? id = selected is null ? null : SatelliteId.Parse(selected);
        SceneRequest request = new(new GlobeLayers { Map = MapKind.None }, id, site);
        return new PanelState(Source, Source.At(Source.Grid[epoch] + Duration.FromSeconds(after), request), id, site, light ? PanelTheme.Light : PanelTheme.Dark);
    }

    private List<(LinkView, LinkRound)> WriteLinks(RunFolder folder)
    {
        LinkSky sky = LinkSky.Open(Scenario);
        LinkPlanner planner = new(sky.System);
        List<(LinkView, LinkRound)> rounds = [];
        AtomicFile.Write(Path.Combine(folder.Path, RunFolder.LinksFile), stream =>
        {
            using ParquetTableWriter rows = new(stream, TableColumn.From(RunFolder.LinkColumns, text: ["node_a", "node_b"]));
            for (int k = 0; k < LinkedEpochs; k++)
            {
                LinkView view = sky.At(folder.Epochs[k]);
                LinkRound round = planner.Round(view);
                rounds.Add((view, round));
                foreach (LinkContact contact in round.Contacts)
                {
                    rows.Epoch(round.EpochOf(contact.Slot)).Text(sky.System.NameOf(contact.A)).Text(sky.System.NameOf(contact.B)).EndRow();
                }
            }
        });
        return rounds;
    }
}
