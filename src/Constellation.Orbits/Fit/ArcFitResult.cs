using System.Collections.Immutable;

namespace Constellation.Orbits;

/// <summary>An arc after its fit.</summary>
public sealed record ArcFitResult
{
    public required OrbitArc Arc { get; init; }

    public required OrbitFitResult Fit { get; init; }

    /// <summary>Every position of the arc and after it.</summary>
    public required ImmutableArray<ArcResidual> Residuals { get; init; }

    /// <summary>Elevation of the Sun over the orbit's plane that is nearest to zero in the arc, rad, with its sign.</summary>
    public required double Beta { get; init; }

    /// <summary>Whether the orbit meets the Earth's shadow in the arc.</summary>
    public required bool Eclipsing { get; init; }

    public required OrbitClass Class { get; init; }

    /// <summary>Of the positions that the fit used.</summary>
    public ResidualRms Fitted => ResidualRms.Of(Residuals, ArcResidualRole.Fitted);

    /// <summary>Of the positions after the arc.</summary>
    public ResidualRms Predicted => ResidualRms.Of(Residuals, ArcResidualRole.Predicted);
}
