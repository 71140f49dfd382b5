namespace Constellation.Orbits;

/// <summary>A fitted ephemeris and how well it meets what it was fitted to, over the fit span.</summary>
public sealed class KeplerianFit(KeplerianEphemeris ephemeris, Func<FitErrors> errors)
{
    private readonly Lazy<FitErrors> _errors = new(errors);

    public KeplerianEphemeris Ephemeris { get; } = ephemeris;

    /// <summary>Worked out when they are asked for.</summary>
    public FitErrors Errors => _errors.Value;

    /// <summary>Root mean square of the three-dimensional position difference, m.</summary>
    public double Rms => Errors.Rms;

    /// <summary>Largest such difference, m.</summary>
    public double Largest => Errors.Largest;
}
