using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>States from navigation messages: at each epoch the message that a user would have.</summary>
internal sealed class NavigationEphemerisSource(NavigationMessages messages, MessageRule rule) : EphemerisSource
{
    public override IReadOnlyList<SatelliteId> Satellites { get; } = [.. messages.Satellites];

    public override bool TryState(SatelliteId satellite, Epoch epoch, out StateVector state, out double clockOffset)
    {
        (state, clockOffset) = (default, double.NaN);
        if (messages.Select(satellite, epoch, rule) is not { } message || !message.Ephemeris.Validity.Contains(epoch))
        {
            return false;
        }

        state = message.Ephemeris.At(epoch);
        clockOffset = message.Clock.At(epoch).Offset;
        return true;
    }
}
