using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Between Yuma and SEM almanacs.</summary>
internal static class AlmanacConversion
{
    public static void Run(ConvertRequest request)
    {
        AlmanacFile read = InputFiles.ReadUsable([request.Input], p => request.Kind == FileKind.YumaAlmanac ? YumaAlmanacReader.Read(p) : SemAlmanacReader.Read(p), request.Rules)[0];
        AlmanacFile chosen = read with { Entries = [.. read.Entries.Where(e => request.Satellites.Accepts(e.Satellite))] };
        if (chosen.Entries.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN4001", new SourceSpan("--sat"), "the almanac has no such satellite", $"it has {string.Join(", ", SatelliteSelector.Describe(read.Entries.Select(e => e.Satellite)))}"));
        }

        bool sem = request.Target == ConvertTargets.Sem;
        AlmanacFile file = AlmanacWriter.Holdable(chosen, sem, request.Rules.Tell);
        request.Lost(sem || request.Kind == FileKind.YumaAlmanac ? "" : "vehicle numbers, range accuracies and configurations");
        if (sem && request.Kind == FileKind.YumaAlmanac)
        {
            Console.Error.WriteLine("convert: yuma has no vehicle numbers, range accuracies and configurations: 0, 15 and 0 are written");
        }

        OutputStream.Write(request.Output, stream => (sem ? AlmanacWriter.WriteSem : (Action<Stream, AlmanacFile>)AlmanacWriter.WriteYuma)(stream, file));
    }
}
