using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>The observations of some satellites of a source; epochs stay, also those that have none left.</summary>
public sealed class SelectedObservations(IObservationSource source, SatelliteSelector satellites) : IObservationSource
{
    private readonly ObservationEpoch _all = new();

    public ReceiverDescription Receiver => source.Receiver;

    public bool TryRead(ObservationEpoch epoch)
    {
        if (!source.TryRead(_all))
        {
            return false;
        }

        epoch.Begin(_all.Time, _all.Layout, _all.Mark, _all.ClockOffset, _all.Line);
        for (int i = 0; i < _all.Count; i++)
        {
            if (satellites.Accepts(_all.Satellites[i]))
            {
                epoch.Add(_all.Satellites[i], out Span<double> values, out Span<LossOfLock> lossOfLock, out Span<byte> strengths);
                _all.Values(i).CopyTo(values);
                _all.LossOfLockOf(i).CopyTo(lossOfLock);
                _all.StrengthsOf(i).CopyTo(strengths);
            }
        }

        return true;
    }

    public void Dispose() => source.Dispose();
}
