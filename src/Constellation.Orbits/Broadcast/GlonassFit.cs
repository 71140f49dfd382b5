namespace Constellation.Orbits;

/// <summary>A fitted GLONASS ephemeris and how well it meets what it was fitted to; differences as in <see cref="KeplerianFit"/>.</summary>
public sealed class GlonassFit(GlonassEphemeris ephemeris, Func<FitErrors> errors)
{
    private readonly Lazy<FitErrors> _errors = new(errors);

    public GlonassEphemeris Ephemeris { get; } = ephemeris;

    /// <summary>Worked out when they are asked for.</summary>
    public FitErrors Errors => _errors.Value;

    public double Rms => Errors.Rms;

    public double Largest => Errors.Largest;
}
