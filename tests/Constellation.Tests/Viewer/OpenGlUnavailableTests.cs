using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

public class OpenGlUnavailableTests
{
    [Fact]
    public void No_OpenGL_is_told_with_what_to_install()
    {
        Epoch epoch = Epoch.Parse("2024-09-20T12:00:00Z");
        GlobeScene scene = new() { Title = "", Subtitle = "", Epoch = epoch, Earth = EarthOrientation.BuiltIn.At(epoch), SunItrf = new Vector3d(1, 0, 0) };
        OpenGlUnavailableException e = Assert.Throws<OpenGlUnavailableException>(() => GlobePicture.Draw(scene, new GlobeOptions(), "libNoSuchEgl.so.9"));
        Assert.Equal("libNoSuchEgl.so.9 is not installed", e.Reason);
        Assert.Contains(e.Reason, e.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install libegl1 libegl-mesa0 libgl1-mesa-dri", e.Message, StringComparison.Ordinal);
        Assert.Equal((false, e.Message), OpenGlProbe.Describe("libNoSuchEgl.so.9"));
    }
}
