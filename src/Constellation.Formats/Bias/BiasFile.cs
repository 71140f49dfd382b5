using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Biases of satellites and stations, to be looked up by satellite, observable and epoch.</summary>
public sealed class BiasFile
{
    private readonly Dictionary<(SatelliteId, ObservationCode), List<SignalBias>> _observable = [];
    private readonly Dictionary<SatelliteId, List<SignalBias>> _differential = [];

    public BiasFile(string agency, bool absolute, IReadOnlyList<SignalBias> biases)
    {
        (Agency, Absolute, Biases) = (agency, absolute, biases);
        foreach (SignalBias bias in biases)
        {
            if (bias.Satellite is not { } satellite || bias.Station.Length > 0)
            {
                continue;
            }

            if (bias.Kind == BiasKind.Observable)
            {
                Add(_observable, (satellite, bias.First), bias);
            }
            else if (bias.Kind == BiasKind.Differential)
            {
                Add(_differential, satellite, bias);
            }
        }
    }

    public string Agency { get; }

    /// <summary>The file says so: OSB that belong to the clocks of the same product.</summary>
    public bool Absolute { get; }

    /// <summary>All, in the order of the file.</summary>
    public IReadOnlyList<SignalBias> Biases { get; }

    /// <summary>The bias of an observable of a satellite (OSB), or null.</summary>
    public SignalBias? Find(SatelliteId satellite, ObservationCode observable, Epoch epoch) =>
        _observable.TryGetValue((satellite, observable), out List<SignalBias>? list) ? At(list, epoch) : null;

    /// <summary>The bias of a pseudorange, s, to be subtracted; null where the file has none.</summary>
    public double? Code(SatelliteId satellite, SignalCode signal, Epoch epoch) =>
        Find(satellite, new ObservationCode(ObservableKind.Pseudorange, signal), epoch) is { Unit: BiasUnit.Seconds } bias ? bias.At(epoch) : null;

    /// <summary>The bias of a carrier phase, s, to be subtracted; null where the file has none.</summary>
    /// <param name="satellite">Whose.</param>
    /// <param name="signal">Which.</param>
    /// <param name="epoch">When.</param>
    /// <param name="frequency">Of its carrier, Hz: for biases in cycles.</param>
    public double? Phase(SatelliteId satellite, SignalCode signal, Epoch epoch, double frequency) =>
        Find(satellite, new ObservationCode(ObservableKind.CarrierPhase, signal), epoch) is { } bias ? bias.At(epoch) / (bias.Unit == BiasUnit.Cycles ? frequency : 1) : null;

    /// <summary>Bias of the first pseudorange minus that of the second, s: from both, or by a chain of differential ones; null where none leads from one to the other.</summary>
    public double? Difference(SatelliteId satellite, SignalCode first, SignalCode second, Epoch epoch)
    {
        if (first == second)
        {
            return 0;
        }

        if (Code(satellite, first, epoch) is { } a && Code(satellite, second, epoch) is { } b)
        {
            return a - b;
        }

        if (!_differential.TryGetValue(satellite, out List<SignalBias>? edges))
        {
            return null;
        }

        // Breadth first: the shortest chain, and of those the first by the order of the file.
        Dictionary<SignalCode, double> reached = new() { [first] = 0 };
        Queue<SignalCode> next = new([first]);
        while (next.TryDequeue(out SignalCode from))
        {
            foreach (SignalBias edge in edges)
            {
                bool forward = edge.First.Signal == from;
                SignalCode to = forward ? edge.Second!.Value.Signal : edge.First.Signal;
                if ((!forward && edge.Second!.Value.Signal != from) || edge.First.Kind != ObservableKind.Pseudorange || edge.Unit != BiasUnit.Seconds || reached.ContainsKey(to) || !Holds(edge, epoch))
                {
                    continue;
                }

                // first - to = (first - from) + (from - to)
                reached[to] = reached[from] + (forward ? edge.At(epoch) : -edge.At(epoch));
                if (to == second)
                {
                    return reached[to];
                }

                next.Enqueue(to);
            }
        }

        return null;
    }

    private static void Add<TKey>(Dictionary<TKey, List<SignalBias>> table, TKey key, SignalBias bias)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out List<SignalBias>? list))
        {
            table.Add(key, list = []);
        }

        list.Add(bias);
    }

    /// <summary>The last epoch of a span belongs to the next, if there is one.</summary>
    private static SignalBias? At(List<SignalBias> list, Epoch epoch) =>
        list.Find(b => epoch >= b.Validity.First && epoch < b.Validity.Last) ?? list.Find(b => Holds(b, epoch));

    private static bool Holds(SignalBias bias, Epoch epoch) => bias.Validity.Contains(epoch);
}
