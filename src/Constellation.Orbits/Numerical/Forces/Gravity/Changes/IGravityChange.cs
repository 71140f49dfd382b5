using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>One cause of change of the gravity field's normalised coefficients.</summary>
internal interface IGravityChange
{
    /// <summary>Up to which degree.</summary>
    int Degree { get; }

    /// <summary>Adds the change to coefficients in the order of <see cref="HarmonicTables.Pack"/>.</summary>
    void Add(Epoch epoch, in EarthRotation earth, HarmonicTables tables, Span<double> coefficients);
}
