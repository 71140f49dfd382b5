namespace Constellation.Orbits;

/// <summary>One amplitude of the empirical radiation model: its axis (D, Y or B), its harmonic and whether it goes with cosine or sine.</summary>
public enum EcomTerm
{
    D0,
    Y0,
    B0,
    B1c,
    B1s,
    D1c,
    D1s,
    Y1c,
    Y1s,
    D2c,
    D2s,
    D4c,
    D4s,
}
