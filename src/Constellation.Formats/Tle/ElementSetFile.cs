namespace Constellation.Formats;

/// <summary>The usable element sets of a TLE or OMM file.</summary>
/// <param name="Kind">Such as <c>TLE</c> or <c>OMM, XML</c>.</param>
/// <param name="Sets">In the order of the file.</param>
/// <param name="LeftOut">Sets that are there but cannot be used; a diagnostic tells each.</param>
public sealed record ElementSetFile(string Kind, IReadOnlyList<MeanElementSet> Sets, int LeftOut);
