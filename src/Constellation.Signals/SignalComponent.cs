namespace Constellation.Signals;

/// <summary>A part of a signal that a receiver may track by itself.</summary>
/// <param name="Code">Its RINEX code.</param>
/// <param name="Content"><c>data</c>, <c>pilot</c>, <c>both</c>, or what it is.</param>
/// <param name="PowerShare">Its power over <see cref="SignalDefinition.MinimumPowerDbw"/>.</param>
/// <param name="Delays">By kind of message, the factors of the broadcast delays in what a user adds to the broadcast clock: what <see cref="GroupDelays"/> does. A kind that is missing says nothing of the signal.</param>
public sealed record SignalComponent(SignalCode Code, string Content, double PowerShare, IReadOnlyDictionary<MessageType, IReadOnlyDictionary<string, double>> Delays);
