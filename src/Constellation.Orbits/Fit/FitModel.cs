using System.Collections.Immutable;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Which forces a fit of a navigation satellite works with, and what it estimates of them.</summary>
/// <remarks>
/// Estimated are all amplitudes of an empirical radiation model, or, where the selection has none, the scale of the radiation pressure. The amplitudes are
/// held to zero with five times their typical size: an arc of a day determines them a hundred times better, a geostationary orbit does not always.
/// </remarks>
public sealed class FitModel
{
    /// <summary>Standard deviation of an amplitude before the fit, in typical sizes of it.</summary>
    private const double LooseConstraint = 5;

    /// <summary>Where a ball of unknown size begins, m^2/kg: that of most navigation satellites within a third.</summary>
    private const double TypicalAreaToMass = 0.025;

    public FitModel(ForceSelection forces)
    {
        ArgumentNullException.ThrowIfNull(forces);
        Forces = forces;
    }

    /// <summary>
    /// All forces, box-wing surfaces before the fit, and on top of them the extended empirical model: of the parameterisations tried, the one that is good for
    /// fits, predictions and long arcs alike (<c>docs/theory/orbit-fit.md</c>).
    /// </summary>
    public static FitModel Default { get; } = new(ForceSelection.Of("full", "-radiation", "box-wing", "ecom2"));

    public ForceSelection Forces { get; }

    /// <summary>Forces and settings for a satellite.</summary>
    /// <param name="satellite">Its surfaces, mass, power and attitude come from the table of satellites.</param>
    /// <param name="epoch">When it bears that number.</param>
    /// <param name="earth">Earth orientation.</param>
    public (ForceModel Forces, OrbitFitSettings Settings) For(SatelliteId satellite, Epoch epoch, IEarthOrientation earth)
    {
        ForceModel model = Forces.Build(new ForceSetting
        {
            Earth = earth,
            AreaToMass = TypicalAreaToMass,
            Satellite = SatelliteProperties.Covers(satellite) ? SatelliteProperties.For(satellite, epoch) : null,
        });
        IForce? empirical = model.Forces.FirstOrDefault(f => f is EcomRadiation), scaled = model.Forces.FirstOrDefault(f => f is CannonballRadiation or BoxWingRadiation);
        ImmutableArray<EstimatedParameter> estimated = empirical is not null
            ? [.. empirical.Parameters.ToArray().Select(p => new EstimatedParameter(p.Name, LooseConstraint * p.Scale))]
            : scaled is not null ? [new(scaled.Parameters[0].Name)] : [];
        return (model, new OrbitFitSettings { Parameters = estimated });
    }
}
