namespace Constellation.Viewer;

/// <summary>A file in the folder of temporary files, gone when disposed.</summary>
internal sealed class ScratchFile(string ending) : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"constellation-{System.IO.Path.GetRandomFileName()}{ending}");

    public void CopyTo(Stream stream)
    {
        using FileStream file = File.OpenRead(Path);
        file.CopyTo(stream);
    }

    public void Dispose() => File.Delete(Path);
}
