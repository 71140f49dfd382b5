using Constellation.Core;
using Constellation.Formats;
using Constellation.Reporting;

namespace Constellation.Cli;

/// <summary>The figure that a verb draws to a file beside its table.</summary>
internal static class PlotOutput
{
    /// <summary>Refuses names of no picture before anything is computed; null is no figure.</summary>
    /// <exception cref="InputException">The name ends neither in .png nor in .svg.</exception>
    public static void RequirePicture(string? path, string code)
    {
        if (path is not null && !PlotFile.IsPicture(path))
        {
            throw new InputException(Diagnostic.Error(code, new SourceSpan("--plot"), $"'{path}' is no picture's name", "end it in .png or .svg"));
        }
    }

    public static void Write(string path, RunPlot plot) => AtomicFile.Write(path, stream => PlotFile.Write(stream, plot, path));
}
