using Constellation.Simulation;

namespace Constellation.Tests.Reporting;

/// <summary>A folder for runs that is gone when the test is done.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("constellation-report-").FullName;

    public RunFolder Write(SampleRun run, string name = "run") => run.Write(Path.Combine(_path, name));

    public string File(string name) => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
