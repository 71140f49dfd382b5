using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Reads epochs in one of the layouts of observation files.</summary>
internal interface IEpochReader
{
    /// <summary>The next epoch that could be read; false at the end.</summary>
    bool TryRead(ObservationEpoch epoch);
}
