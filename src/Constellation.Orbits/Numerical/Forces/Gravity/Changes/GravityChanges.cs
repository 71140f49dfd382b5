namespace Constellation.Orbits;

/// <summary>Why the Earth's gravity field changes.</summary>
[Flags]
public enum GravityChanges
{
    None = 0,

    /// <summary>Trends and seasons that come with the field; for EGM2008 those of the conventions: C20, C30, C40 and the drift of the pole in C21, S21.</summary>
    Rates = 1,

    /// <summary>The solid Earth under Sun and Moon.</summary>
    SolidTides = 2,

    /// <summary>The solid Earth under its wandering axis.</summary>
    PoleTide = 4,

    /// <summary>The oceans under the Earth's wandering axis.</summary>
    OceanPoleTide = 8,

    /// <summary>The oceans under Sun and Moon.</summary>
    OceanTides = 16,

    All = Rates | SolidTides | PoleTide | OceanPoleTide | OceanTides,
}
