namespace Constellation.Cli;

/// <summary>What a message is for.</summary>
internal enum RouteKind
{
    Telemetry,
    Upload,
    Message,
}
