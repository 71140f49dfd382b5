using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Golden;

/// <summary>
/// Scenes look as they did when somebody last looked at them. To renew them after a wanted change:
/// <c>CONSTELLATION_RENEW_GOLDEN=1 Constellation.Tests -class '*GoldenTests'</c>, then look at each in <c>tests/Constellation.Tests/data/golden</c>.
/// </summary>
[Collection("OpenGL")]
public class GoldenTests(GoldenRun run) : IClassFixture<GoldenRun>
{
    public static TheoryData<string> Names => [.. GoldenScenes.All.Select(s => s.Name)];

    [Theory, MemberData(nameof(Names))]
    public void The_scene_looks_as_it_did(string name)
    {
        if (OpenGlProbe.Describe() is { Available: false } probe)
        {
            Assert.Skip(probe.Text);
        }

        GoldenScene scene = GoldenScenes.All.Single(s => s.Name == name);
        byte[] drawn = scene.Draw(run);
        if (GoldenImage.Renews)
        {
            GoldenImage.Write(GoldenImage.Source(name), drawn);
            Assert.Skip($"wrote {GoldenImage.Source(name)}: look at it");
        }

        (double Mean, double Share) difference = GoldenImage.Difference(GoldenImage.Read(name), drawn);
        if (!GoldenImage.Passes(difference))
        {
            string path = Path.Combine(Path.GetTempPath(), $"constellation-golden-{name}.png");
            GoldenImage.Write(path, drawn);
            Assert.Fail($"{name} ({scene.Why}): mean difference {difference.Mean:0.00} of 255, {100 * difference.Share:0.00} % of the pixels differ; it is now {path}");
        }
    }

    /// <summary>The limits tell what they should: a picture moved by 3 pixels, without its text, or half a tone darker does not pass for itself.</summary>
    [Fact]
    public void Limits_are_not_wider_than_what_they_let_through()
    {
        if (OpenGlProbe.Describe() is { Available: false } probe)
        {
            Assert.Skip(probe.Text);
        }

        byte[] whole = Draw("whole"), moved = new byte[whole.Length];
        whole.AsSpan(0, whole.Length - 12).CopyTo(moved.AsSpan(12));
        Assert.True(GoldenImage.Passes(GoldenImage.Difference(whole, whole)));
        Assert.False(GoldenImage.Passes(GoldenImage.Difference(whole, moved)));
        Assert.False(GoldenImage.Passes(GoldenImage.Difference(whole, [.. whole.Select(v => (byte)(v > 20 ? v - 20 : v))])));
        Assert.False(GoldenImage.Passes(GoldenImage.Difference(whole, Draw("bare"))));
    }

    private byte[] Draw(string name) => GoldenScenes.All.Single(s => s.Name == name).Draw(run);
}
