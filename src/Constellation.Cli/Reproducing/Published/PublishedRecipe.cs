namespace Constellation.Cli;

/// <summary>Makes the numbers of one set-up. Recipes are independent of each other; what several need is in the <see cref="PublishedContext"/>.</summary>
internal abstract class PublishedRecipe
{
    /// <summary>Which published numbers it has rows for.</summary>
    public abstract IReadOnlyList<string> Ids { get; }

    /// <summary>What is run here, as commands where there are any, with seeds; and what of the published set-up is not known.</summary>
    public abstract string Setup { get; }

    /// <summary>Whether it takes more than half a minute of one core.</summary>
    public virtual bool IsLong => false;

    /// <param name="context">Data, threads, and what is shared.</param>
    public abstract IEnumerable<PublishedNumber> Run(PublishedContext context);
}
