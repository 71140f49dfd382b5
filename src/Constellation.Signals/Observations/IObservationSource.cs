namespace Constellation.Signals;

/// <summary>Epochs of one receiver in order of time, from a file or a simulation; memory does not grow with their number.</summary>
public interface IObservationSource : IDisposable
{
    /// <summary>Who measured the epoch read last (before the first: who will). Another object means another site, antenna or receiver: nothing carries over.</summary>
    ReceiverDescription Receiver { get; }

    /// <summary>Fills the next epoch; false at the end.</summary>
    bool TryRead(ObservationEpoch epoch);
}
