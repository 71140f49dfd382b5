using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>The report of a run: one HTML file that needs no other, no script and no network, and its figures as files in <c>plots/</c> of the run folder.</summary>
/// <remarks>Equal tables give equal bytes. Files are written beside their place and renamed.</remarks>
public static class RunReport
{
    public const string PlotsFolder = "plots";

    /// <param name="folder">The run; nothing else is read.</param>
    /// <param name="path">Of the page.</param>
    /// <exception cref="InputException">A table is missing, not readable or does not fit the manifest; then nothing is written.</exception>
    public static void Write(RunFolder folder, string path)
    {
        FigureSheet figures = new();
        byte[] page = Encoding.UTF8.GetBytes(ReportPage.Of(ReportData.Read(folder), figures));
        foreach ((string name, byte[] content) in figures.Files)
        {
            AtomicFile.Write(Path.Combine(folder.Path, PlotsFolder, name), stream => stream.Write(content));
        }

        AtomicFile.Write(path, stream => stream.Write(page));
    }
}
