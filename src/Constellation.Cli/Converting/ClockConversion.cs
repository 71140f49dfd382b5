using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Between RINEX clock files and tables of clocks.</summary>
internal static class ClockConversion
{
    public static void Run(ConvertRequest request)
    {
        ClkFile read = InputFiles.ReadUsable<ClkFile>([request.Input], request.Kind == FileKind.RinexClock ? ClkReader.Read : ClockCsv.Read, request.Rules)[0];
        bool all = request.Satellites.ToString() == "all";
        ClkFile file = read with
        {
            Satellites = new SortedDictionary<SatelliteId, ClkSeries>(read.Satellites.Where(s => request.Satellites.Accepts(s.Key)).ToDictionary()),
            Stations = all ? read.Stations : new SortedDictionary<string, ClkSeries>(),
        };
        if (file.Satellites.Count + file.Stations.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN4001", new SourceSpan("--sat"), "the file has no such clock", $"it has {string.Join(", ", SatelliteSelector.Describe(read.Satellites.Keys))}"));
        }

        if (request.Target == ConvertTargets.Clk)
        {
            request.Lost("digits beyond the thirteenth");
            OutputStream.Write(request.Output, stream => ClkWriter.Write(stream, file));
            return;
        }

        request.Lost(request.Kind == FileKind.RinexClock ? "standard deviations, rates, station coordinates and other lines of the header" : "");
        TableOutput.Write(request.Output, request.Target, TableColumn.From(ClockCsv.Header, text: ["clock"]), writer => ClockCsv.Write(writer, file));
    }
}
