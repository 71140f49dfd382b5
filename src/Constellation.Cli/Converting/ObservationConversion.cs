using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;

namespace Constellation.Cli;

/// <summary>Observations: RINEX 2, 3, 4 and compact RINEX into RINEX 3 and 4, or into a table of values.</summary>
internal static class ObservationConversion
{
    private const string Header = "epoch_gpst,sat,code,value,loss_of_lock,strength";

    public static void Run(ConvertRequest request)
    {
        using RinexObservationReader reader = RinexObservationReader.Open(request.Input, request.Rules);
        using IObservationSource source = request.Satellites.ToString() == "all" ? reader : new SelectedObservations(reader, request.Satellites);
        bool table = request.Target is not (ConvertTargets.Rinex or ConvertTargets.Rinex3 or ConvertTargets.Rinex4 or ConvertTargets.Crinex);
        if (table)
        {
            request.Lost("the header", "marks of epochs and receiver clock offsets");
            TableOutput.Write(request.Output, request.Target, TableColumn.From(Header, text: ["code"], integer: ["loss_of_lock", "strength"]), writer => Write(writer, source));
        }
        else
        {
            double version = request.Target == ConvertTargets.Rinex4 || (request.Target is ConvertTargets.Rinex or ConvertTargets.Crinex && reader.Header.Version >= 4) ? 4.0 : 3.05;
            int leftOut = 0;
            OutputStream.Write(request.Output, stream => (_, leftOut) = RinexObservationWriter.Write(stream, reader.Header, source, version, request.Target == ConvertTargets.Crinex));
            request.Lost("comments, counts and licences of the header", leftOut > 0 ? $"{leftOut} values beyond its columns" : "", reader.Header.Version < 3 ? "how RINEX 2 codes were tracked: codes of RINEX 3 are written by convention" : "");
        }

        if (reader.Epochs == 0)
        {
            request.Rules.Tell(Diagnostic.Warning("CN3423", new SourceSpan(request.Input), "the file has no epoch that can be read", "a header alone is written"));
        }
    }

    private static void Write(TableWriter writer, IObservationSource source)
    {
        ObservationEpoch epoch = new();
        while (source.TryRead(epoch))
        {
            for (int i = 0; i < epoch.Count; i++)
            {
                ReadOnlySpan<ObservationCode> codes = epoch.Layout.Of(epoch.Satellites[i].System);
                ReadOnlySpan<double> values = epoch.Values(i);
                for (int k = 0; k < codes.Length; k++)
                {
                    if (!double.IsNaN(values[k]))
                    {
                        writer.Epoch(epoch.Time).Satellite(epoch.Satellites[i]).Text(codes[k].ToString()).Real(values[k]).Integer((int)epoch.LossOfLockOf(i)[k]).Integer(epoch.StrengthsOf(i)[k]).EndRow();
                    }
                }
            }
        }
    }
}
