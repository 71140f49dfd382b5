using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Turns the epochs of one receiver, in order, into positions.</summary>
public interface IReceiver
{
    /// <summary>One row for every epoch, solved or not.</summary>
    ReceiverFix Solve(ObservationEpoch observed);

    /// <summary>The antenna was set up anew, at another place or as another one: nothing carries over.</summary>
    void Reset();

    /// <summary>Satellites of the epoch solved last.</summary>
    PreparedEpoch Prepared { get; }
}
