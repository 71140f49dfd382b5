using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>What a service says of one satellite: added to position and clock of the broadcast message that it is for.</summary>
/// <param name="MessageEpoch">The user goes by the message that was valid then: the issue of data matches.</param>
/// <param name="Radial">m.</param>
/// <param name="Along">m.</param>
/// <param name="Cross">m.</param>
/// <param name="Clock">m.</param>
internal readonly record struct SatelliteCorrection(Epoch MessageEpoch, double Radial, double Along, double Cross, double Clock);
