using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Observations;

/// <summary>One satellite of one epoch, kept.</summary>
internal sealed record Row(Epoch Time, SatelliteId Satellite, ReceiverDescription Receiver, ObservationLayout Layout, EpochMark Mark, double ClockOffset, double[] Values, LossOfLock[] LossOfLock, byte[] Strengths)
{
    public double Value(string code) => Values[Layout.Column(Satellite.System, ObservationCode.Parse(code))];
}
