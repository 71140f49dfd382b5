namespace Constellation.Cli;

/// <summary>What a page is made from.</summary>
/// <param name="Data">Folder with the data.</param>
/// <param name="Threads">Worker threads.</param>
/// <param name="Cancel">Ends it.</param>
internal sealed record ReproduceRequest(string Data, int Threads, CancellationToken Cancel);
