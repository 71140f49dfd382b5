using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Between two-line elements and orbit mean-elements messages in all their layouts.</summary>
internal static class ElementConversion
{
    public static void Run(ConvertRequest request)
    {
        ElementSetFile file = InputFiles.ReadUsable([request.Input], p => ElementSetReader.Read(p), request.Rules)[0];
        bool all = request.Satellites.ToString() == "all";
        MeanElementSet[] sets = [.. file.Sets.Where(s => all || (GnssIdentity.Of(s) is { } id && request.Satellites.Accepts(id)))];
        if (sets.Length == 0)
        {
            throw new InputException(Diagnostic.Error("CN4001", new SourceSpan("--sat"), "the file has no element set of such a satellite", $"it has {file.Sets.Count} sets; satellites are known by name and designator"));
        }

        if (request.Target == ConvertTargets.Tle)
        {
            IReadOnlyList<Diagnostic> lost = [];
            OutputStream.Write(request.Output, stream => lost = TleWriter.Write(stream, sets));
            foreach (Diagnostic diagnostic in lost)
            {
                Console.Error.WriteLine(diagnostic);
            }

            return;
        }

        OmmLayout layout = request.Target switch
        {
            ConvertTargets.OmmXml => OmmLayout.Xml,
            ConvertTargets.OmmJson => OmmLayout.Json,
            ConvertTargets.OmmCsv => OmmLayout.Csv,
            _ => OmmLayout.Kvn,
        };
        OutputStream.Write(request.Output, stream => OmmWriter.Write(stream, sets, layout));
    }
}
