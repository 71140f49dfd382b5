using Constellation.Core;
using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>Satellites with another crosslink terminal than the others. Table <c>[[links.replace]]</c>.</summary>
/// <param name="Satellites">By id.</param>
/// <param name="Payload">Their terminal, not yet scaled; its slots are those of the others.</param>
/// <param name="File">Its name in the library, or its file, as the scenario gives it.</param>
public sealed record LinkReplacement(IReadOnlyList<SatelliteId> Satellites, LinkPayload Payload, string File);
