using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

public sealed class LinkStateTests : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture { GridStepDeg = 45, Epochs = 3 });

    public void Dispose() => _run.Dispose();

    /// <summary>Three slots of 3 s about an epoch, C19-C20, C19-C21, then C19-C22 which is lost.</summary>
    [Fact]
    public void A_slot_is_ranging_and_the_rest_of_its_round_is_scheduled_or_failed()
    {
        Epoch centre = _run.Folder.Epochs[1];
        WriteLinks((Slot(-4.5), "C19", "C20"), (Slot(-1.5), "C19", "C21"));
        ErrorTables.WriteLost(_run.Folder, (Slot(1.5), "C19", "C22"));
        RunScenes scenes = new(_run.Folder);
        Assert.Equal(["C19-C20 Scheduled", "C19-C21 Ranging", "C19-C22 Failed"], States(0));
        Assert.Equal(["C19-C20 Scheduled", "C19-C21 Scheduled", "C19-C22 Failed"], States(2));
        // The round lasts 9 s; after it, it is repeated: 4.5 s after the first slot's begin plus 9 s it is in the second slot again.
        Assert.Equal(["C19-C20 Scheduled", "C19-C21 Ranging", "C19-C22 Failed"], States(9));
        Assert.Empty(scenes.At(_run.Folder.Epochs[0], Request(Extent.All)).Links);
        Assert.Equal(["C19-C21 Ranging"], scenes.At(centre, Request(Extent.None)).Links.Select(Text));

        Epoch Slot(double offset) => centre + Duration.FromSeconds(offset);

        string[] States(double seconds) => [.. scenes.At(centre + Duration.FromSeconds(seconds), Request(Extent.All)).Links.Select(Text).Order(StringComparer.Ordinal)];
    }

    /// <summary>The scenario's text is empty: only the Earth can be seen to be in the way.</summary>
    [Fact]
    public void Partners_behind_the_Earth_are_blocked()
    {
        GlobeScene scene = new RunScenes(_run.Folder).At(null, new SceneRequest(new GlobeLayers { Map = MapKind.None }, SatelliteId.Parse("C34")));
        string[] blocked = [.. scene.Links.Where(l => l.State == LinkState.Blocked).Select(l => l.NodeA == "C34" ? l.NodeB : l.NodeA).Order(StringComparer.Ordinal)];
        Vector3d own = scene.Satellites.Single(s => s.Id.ToString() == "C34").Itrf.Vector;
        // Independent: the nearest point of the segment to the centre of a sphere of the polar radius, or of the equatorial one.
        string[] surely = Hidden(6356e3), perhaps = Hidden(6379e3);
        Assert.True(surely.Length > 0);
        Assert.All(surely, s => Assert.Contains(s, blocked));
        Assert.All(blocked, s => Assert.Contains(s, perhaps));

        string[] Hidden(double radius) => [.. scene.Satellites.Where(s => s.Id.ToString() != "C34").Where(s =>
        {
            Vector3d along = s.Itrf.Vector - own;
            double share = Math.Clamp(-own.Dot(along) / along.NormSquared, 0, 1);
            return (own + (share * along)).Norm < radius;
        }).Select(s => s.Id.ToString())];
    }

    private static string Text(SceneLink link) => $"{link.NodeA}-{link.NodeB} {link.State}";

    private static SceneRequest Request(Extent schedule) => new(new GlobeLayers { Map = MapKind.None, Schedule = schedule });

    private void WriteLinks(params (Epoch Slot, string A, string B)[] links) =>
        AtomicFile.Write(Path.Combine(_run.Path, RunFolder.LinksFile), stream =>
        {
            using ParquetTableWriter writer = new(stream, TableColumn.From(RunFolder.LinkColumns));
            foreach ((Epoch slot, string a, string b) in links)
            {
                writer.Epoch(slot).Text(a).Text(b).EndRow();
            }
        });
}
