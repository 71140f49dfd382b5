namespace Constellation.Signals;

/// <summary>Epochs of one receiver in order of time, from a file or a simulation; memory does not grow with their number.</summary>
public interface IObservationSource : IDisposable
{
    ReceiverDescription Receiver { get; }

    /// <summary>Fills the next epoch; false at the end.</summary>
    bool TryRead(ObservationEpoch epoch);
}
