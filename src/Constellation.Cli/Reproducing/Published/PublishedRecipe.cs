namespace Constellation.Cli;

/// <summary>Makes the numbers of one set-up. Recipes are independent of each other; what several need is in the <see cref="PublishedContext"/>.</summary>
internal abstract class PublishedRecipe
{
    /// <summary>Which published numbers it has rows for.</summary>
    public abstract IReadOnlyList<string> Ids { get; }

    /// <summary>What is run here, as commands where there are any, with seeds; and what of the published set-up is not known.</summary>
    public abstract string Setup { get; }

    /// <summary>Processor time that it takes, roughly, s: for the time left, and for the order of work.</summary>
    public virtual double Seconds => 10;

    /// <summary>Whether it takes more than half a minute of one core.</summary>
    public bool IsLong => Seconds > 30;

    /// <param name="context">Data, threads, and what is shared.</param>
    public abstract IEnumerable<PublishedNumber> Run(PublishedContext context);
}
