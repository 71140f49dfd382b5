namespace Constellation.Orbits;

/// <summary>Every force that can be named, and the sets of them. A new force is one more row of <see cref="Forces"/>, and a word in <see cref="Sets"/>.</summary>
public static class ForceCatalog
{
    /// <summary>Degree of the gravity field of <c>standard</c>.</summary>
    public const int StandardDegree = 8;

    /// <summary>The name of the gravity field; <c>gravity-12</c> is that to degree 12.</summary>
    public const string Gravity = "gravity";

    /// <summary>The two forms of the Sun's light: of them the one named last counts.</summary>
    internal const string Ball = "radiation", BoxWing = "box-wing", Ecom1 = "ecom1", Ecom2 = "ecom2";

    /// <summary>In the order in which a model adds them up. The Earth as a point is in every model.</summary>
    public static IReadOnlyList<NamedForce> Forces { get; } =
    [
        new(Gravity, "The Earth's gravity field from degree 2 on; gravity-12 is to degree 12. EGM2008, or a file. 5e-5 m/s^2 in medium orbits", s => EarthGravity.Of(s.Field, s.Degree)),
        new("sun", "The Sun as a point. 2e-6 m/s^2", _ => ThirdBody.Sun),
        new("moon", "The Moon as a point. 5e-6 m/s^2", _ => ThirdBody.Moon),
        new("planets", "Venus, Mars, Jupiter and Saturn. At most 3e-10 m/s^2", _ => PlanetaryAttraction.Instance),
        new("indirect-oblateness", "What the Moon does to the Earth's centre through the Earth's bulge. 2e-11 m/s^2", _ => new IndirectOblateness()),
        new("gravity-rates", "Trends of C20, C30, C40 and the drift of the pole in C21, S21; those of a file where it has some. 3e-11 m/s^2", null, GravityChanges.Rates),
        new("solid-tides", "The solid Earth under Sun and Moon, IERS Conventions 2010. 2e-9 m/s^2", null, GravityChanges.SolidTides),
        new("pole-tide", "The solid Earth under its wandering axis. 1e-11 m/s^2", null, GravityChanges.PoleTide),
        new("ocean-pole-tide", "The oceans under the wandering axis. 2e-12 m/s^2", null, GravityChanges.OceanPoleTide),
        new("ocean-tides", "The oceans under Sun and Moon, FES2004 to degree 8 with minor waves. 1e-10 m/s^2", null, GravityChanges.OceanTides),
        new("relativity", "Schwarzschild, Lense-Thirring and de Sitter terms. 3e-10 m/s^2", s => new Relativity(s.Field.GravitationalParameter)),
        new(Ball, "Light of the Sun on a ball, with the shadows of Earth and Moon. 1e-7 m/s^2", Cannonball),
        new(BoxWing, "Light of the Sun on the surfaces of the satellite's block, in its attitude; in the place of radiation. A ball where no surfaces are known. 1e-7 m/s^2", s => s.Satellite is { } known ? new BoxWingRadiation(known) : Cannonball(s)),
        new("earth-radiation", "Light that the Earth scatters, and its heat, likewise. 1e-9 m/s^2", s => s.Satellite is { } known ? new EarthRadiation(known) : s.AreaToMass > 0 ? EarthRadiation.Cannonball(s.AreaToMass) : null),
        new("antenna-thrust", "Recoil of the signals, where the block's power is published. 5e-10 to 1.3e-9 m/s^2", s => s.Satellite is { TransmitPower: > 0 } known ? new AntennaThrust(known) : null),
        new(Ecom1, "Empirical light pressure of five parameters, zero until they are fitted", _ => EcomRadiation.Ecom1(0)),
        new(Ecom2, "Empirical light pressure of seven parameters, zero until they are fitted", _ => EcomRadiation.Ecom2(0)),
    ];

    public static IReadOnlyList<ForceSet> Sets { get; } =
    [
        new("standard", "What simulated orbits follow unless told otherwise", [Gravity, "sun", "moon", Ball]),
        new("full", "Everything that moves a navigation satellite by a millimetre a day", [
            "gravity-12", "sun", "moon", "planets", "indirect-oblateness", "gravity-rates", "solid-tides", "pole-tide", "ocean-pole-tide", "ocean-tides", "relativity",
            BoxWing, "earth-radiation", "antenna-thrust"]),
    ];

    /// <summary>Names of forces and sets, for messages.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Sets.Select(s => s.Name), .. Forces.Select(f => f.Name)];

    private static CannonballRadiation? Cannonball(ForceSetting setting) => setting.AreaToMass > 0 ? new CannonballRadiation(setting.AreaToMass) : null;

    /// <summary>Forces that stand for the same light: the one named last counts.</summary>
    internal static string[] InPlaceOf(string name) => name switch
    {
        Ball => [BoxWing],
        BoxWing => [Ball],
        Ecom1 => [Ecom2],
        Ecom2 => [Ecom1],
        _ => [],
    };
}
