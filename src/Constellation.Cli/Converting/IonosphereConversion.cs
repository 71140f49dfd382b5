using Constellation.Formats;
using Constellation.Signals;

namespace Constellation.Cli;

/// <summary>Ionosphere maps: IONEX again, or a table of the nodes.</summary>
internal static class IonosphereConversion
{
    private const string Header = "epoch_utc,latitude_deg,longitude_deg,vtec_tecu,rms_tecu";

    public static void Run(ConvertRequest request)
    {
        IonexFile file = InputFiles.ReadUsable([request.Input], IonexReader.Read, request.Rules)[0];
        if (request.Target == ConvertTargets.Ionex)
        {
            request.Lost("comments, maps of heights");
            OutputStream.Write(request.Output, stream => IonexWriter.Write(stream, file));
            return;
        }

        request.Lost("shell height, code biases and other lines of the header");
        TableOutput.Write(request.Output, request.Target, TableColumn.From(Header), writer => Write(writer, file.Maps));
    }

    private static void Write(TableWriter writer, IonosphereMaps maps)
    {
        for (int i = 0; i < maps.Epochs.Count; i++)
        {
            for (int k = 0; k < maps.Grid.Count; k++)
            {
                writer.Epoch(maps.Epochs[i]).Real(maps.Grid.LatitudeDeg(k / maps.Grid.Columns)).Real(maps.Grid.LongitudeDeg(k % maps.Grid.Columns));
                writer.Real(Tidy(maps.Content(i)[k])).Real(maps.HasDeviations ? Tidy(maps.Deviation(i)[k]) : double.NaN).EndRow();
            }
        }
    }

    /// <summary>The digits of the file: single precision would show those of its own.</summary>
    private static double Tidy(float value) => float.IsNaN(value) ? double.NaN : (double)(decimal)value;
}
