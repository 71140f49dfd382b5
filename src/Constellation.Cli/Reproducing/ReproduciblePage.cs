using Constellation.Core;

namespace Constellation.Cli;

/// <summary>A page of <c>docs/validation</c> that <c>reproduce</c> makes anew. Pages are listed in <see cref="All"/>; one class a page.</summary>
internal abstract class ReproduciblePage
{
    /// <summary>In the order of <c>--help</c>.</summary>
    public static IReadOnlyList<ReproduciblePage> All { get; } = [new OrbitPage(), new ClockPage(), new LinkPage(), new PositioningPage()];

    /// <summary>Name on the command line and of the file, without its ending.</summary>
    public abstract string Name { get; }

    /// <summary>What is measured, for <c>--help</c>.</summary>
    public abstract string Description { get; }

    /// <exception cref="InputException">The data folder has nothing for this page.</exception>
    public abstract ReproducedPage Make(ReproduceRequest request);
}
