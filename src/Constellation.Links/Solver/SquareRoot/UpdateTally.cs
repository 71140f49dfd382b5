namespace Constellation.Links;

/// <summary>What became of the scalar measurements of a frame.</summary>
internal record struct UpdateTally
{
    /// <summary>Measurements that entered.</summary>
    public int Used { get; set; }

    /// <summary>Measurements beyond the gate.</summary>
    public int Rejected { get; set; }

    /// <summary>Sum over the used ones of innovation squared over its variance: chi-square with as many degrees of freedom in an honest filter.</summary>
    public double SumOfSquares { get; set; }

    public readonly UpdateTally Plus(UpdateTally other) => new()
    {
        Used = Used + other.Used,
        Rejected = Rejected + other.Rejected,
        SumOfSquares = SumOfSquares + other.SumOfSquares,
    };
}
