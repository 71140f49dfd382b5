using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;

namespace Constellation.Cli;

/// <summary>Between orbit parameter messages in KVN and XML, and to a table of one state.</summary>
internal static class ParameterConversion
{
    public static void Run(ConvertRequest request)
    {
        OpmFile file = InputFiles.ReadUsable([request.Input], OpmReader.Read, request.Rules)[0];
        if (request.Target is ConvertTargets.Opm or ConvertTargets.OpmXml)
        {
            OutputStream.Write(request.Output, stream => (request.Target == ConvertTargets.Opm ? OpmWriter.WriteKvn : (Action<Stream, OpmFile>)OpmWriter.WriteXml)(stream, file));
            return;
        }

        SatelliteId satellite = request.Names.TryGetValue(file.ObjectId, out SatelliteId id) || request.Names.TryGetValue(file.ObjectName, out id) ? id
            : file.Satellite ?? throw new InputException(Diagnostic.Error("CN3133", new SourceSpan(request.Input), $"the object '{file.ObjectName}' ({file.ObjectId}) has no satellite number", $"give it one: --name \"{file.ObjectId}=G99\""));
        StateVector state = FrameTurns.To(request.Frame ?? file.State.Frame, file.State);
        request.Lost("all but the state");
        Console.Error.WriteLine($"convert: the state is in {state.Frame.ToString().ToUpperInvariant()}, which a table does not tell");
        EphemerisBlock block = new() { Satellite = satellite, Frame = state.Frame, Epochs = [state.Epoch], Positions = [state.Position], Velocities = [state.Velocity] };
        TableOutput.Write(request.Output, request.Target, TableColumn.From(OrbitColumns.Header), writer => OrbitColumns.Write(writer, [block]));
    }
}
