using Constellation.Simulation;

namespace Constellation.Tests.Viewer;

/// <summary>A run folder that lives as long as its test.</summary>
internal sealed class TemporaryRun : IDisposable
{
    public TemporaryRun(RunFixture fixture)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "constellation-" + System.IO.Path.GetRandomFileName());
        Folder = fixture.Write(Path);
    }

    public string Path { get; }

    public RunFolder Folder { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
