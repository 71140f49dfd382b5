using Constellation.Cli;
using Constellation.Tests.Cli;

namespace Constellation.Tests.Viewer.Panels;

[Collection(OneRun.Name)]
public sealed class RenderPanelTests(PanelRun run) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("constellation-panel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("sky.svg", "sky", "<svg")]
    [InlineData("sky.csv", "sky", "epoch_gpst,sat,azimuth_deg,elevation_deg\n")]
    [InlineData("visibility.csv", "visibility", "epoch_gpst,n_sat,gdop,pdop,hdop,vdop,tdop,hpe_m,vpe_m\n")]
    [InlineData("clocks.csv", "clocks", "epoch_gpst,sat,clock,true_offset_s,estimate_error_m,broadcast_error_m\n")]
    [InlineData("links.csv", "links", "epoch_gpst,slot,node_a,node_b\n")]
    [InlineData("waterfall.csv", "waterfall", "span,source,range_m,horizontal_m,vertical_m\n")]
    public void Files_are_what_their_names_say(string file, string panel, string begin)
    {
        Assert.Equal(0, Program.Run(["render", run.Folder.Path, "--panel", panel, "--site", "52.5,13.4", "--select", "C34", "-o", Path.Combine(_folder, file)], TestContext.Current.CancellationToken));
        string text = File.ReadAllText(Path.Combine(_folder, file));
        Assert.StartsWith(begin, text, StringComparison.Ordinal);
        Assert.True(text.Length > 300);
    }

    [Fact]
    public void The_size_is_the_one_asked_for()
    {
        Assert.Equal(0, Program.Run(["render", run.Folder.Path, "--panel", "satellite", "--select", "C34", "--size", "400x700", "--theme", "light", "-o", Path.Combine(_folder, "card.png")], TestContext.Current.CancellationToken));
        Assert.Equal([0, 0, 1, 144, 0, 0, 2, 188], File.ReadAllBytes(Path.Combine(_folder, "card.png"))[16..24]);
    }

    [Theory]
    [InlineData("CN5035", "orbit.png", "--panel", "orbit")]
    [InlineData("CN5037", "sky.png", "--panel", "sky")]
    [InlineData("CN5038", "card.csv", "--panel", "satellite", "--select", "C34")]
    [InlineData("CN5039", "sky.jpg", "--panel", "sky", "--site", "52.5,13.4")]
    public void Wrong_input_is_told_and_leaves_no_file(string code, string file, params string[] options)
    {
        ProgramRun told = ProgramRun.Of(["render", run.Folder.Path, "-o", Path.Combine(_folder, file), .. options]);
        Assert.Equal(2, told.Status);
        Assert.Contains($"error {code}", told.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, file)));
    }
}
