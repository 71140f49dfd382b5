using System.Text;

namespace Constellation.Cli;

/// <summary>A model of nature in the program, with its error as stated and tested.</summary>
/// <param name="Name">Short, unique.</param>
/// <param name="Description">What it computes.</param>
/// <param name="Error">How wrong it is, and against what.</param>
/// <param name="Described">The note that derives it, or the code that says where the figure comes from.</param>
internal sealed record PhysicalModel(string Name, string Description, string Error, string Described)
{
    private const string Time = "docs/theory/time-and-geodesy.md", Earth = "docs/theory/earth-orientation.md", Orbits = "docs/theory/orbits.md", Forces = "docs/theory/forces.md";
    private const string Clocks = "docs/theory/clocks.md", Light = "docs/theory/radiation-and-attitude.md", Air = "docs/theory/atmosphere.md", Precise = "docs/theory/ppp.md";

    /// <summary>In the order of the chain.</summary>
    public static IReadOnlyList<PhysicalModel> All { get; } =
    [
        new("time-scales", "TAI, TT, UTC, GPST, BDT, GST, GLONASST, QZSST in integers; TDB by seven terms", "exact; TDB 10 us against the full series", Time),
        new("earth-orientation", "IAU 2006/2000A by the CIO series with observed pole and UT1", "0.008 uas against liberfa for equal parameters; interpolated table 0.12 mas in the pole, 19 us in UT1", Earth),
        new("earth-orientation-cached", "The same by Chebyshev polynomials", "0.01 uas against the exact form", Earth),
        new("teme", "The frame of SGP4 by the sidereal time of 1982", "9 mm in low orbits against the published example", Earth),
        new("ellipsoids", "WGS 84, GRS 80, CGCS2000, PZ-90.11: geodetic from and to Cartesian", "5 nm within 100 km of the surface", Time),
        new("sun", "JPL DE431 as Chebyshev polynomials, 1968 to 2105; VSOP87 outside", "3 km against DE430; 3 arcseconds, 2e-5 of the distance outside", Time),
        new("moon", "JPL DE431 as Chebyshev polynomials, 1968 to 2105; ELP 2000-82 outside", "50 m against DE430; 15 arcseconds, 30 km outside", Time),
        new("planets", "Venus, Mars, Jupiter and Saturn of JPL DE431 as Chebyshev polynomials", "0.001 degrees against DE430", Time),
        new("eclipse", "Conical shadows of Earth and Moon", "3 s at the entry for medium orbits, from the Earth's flattening", Time),
        new("kepler-j2", "Mean motion with J2 secular rates: for geometry and display", "1 to 2 km of short-period terms, some km a day from Sun and Moon", Orbits),
        new("numerical", "Integration under forces chosen by name ('list forces'): gravity to any degree, tides, relativity, light, thrust", "standard: 7.7 m after 6 h against real GPS satellites; full: see 'orbit forces'", Orbits),
        new("tides", "Solid Earth, pole and ocean tides in the gravity field, IERS Conventions 2010 and FES2004", "2e-15 of coefficients against the equations by ERFA; 1e-13 against Orekit", Forces),
        new("gravity", "Spherical harmonics to any degree, EGM2008 to degree 20 or a file", "1e-12 m/s^2 against the printed potential", Forces),
        new("box-wing", "Light pressure on faces, cylinders and panels of every block, with empirical amplitudes (ECOM1, ECOM2) over it", "mean force within 25 % of an operational table; 1 to 3 cm after a fit of five amplitudes to a day of GPS, GLONASS, Galileo and BeiDou-3", Light),
        new("earth-radiation", "Scattered sunlight and heat of a Lambert Earth by latitude and season", "3 % of the sum over the surface, 3e-11 m/s^2; real monthly maps differ by 10 %", Light),
        new("attitude", "Nominal yaw steering, orbit-normal mode and the eclipse laws of every block", "0.001 degrees in nominal phases and 1 degree in turns against a centre's file of 117 satellites", Light),
        new("orbit-fit", "Least squares of state and radiation parameters of an integrated orbit to positions; prediction beyond the arc", "1 to 3 cm a day, 10 to 40 cm predicted over the next, against precise orbits of five centres", "docs/theory/orbit-fit.md"),
        new("tabulated", "Lagrange interpolation of SP3 tables on eleven nodes", "0.7 mm RMS at mid-interval of 5 and 10 min tables, 1 cm in their first and last step", "src/Constellation.Orbits/Tabulated/TabulatedOrbit.cs"),
        new("broadcast-fit", "Sixteen or eighteen Keplerian parameters, or the GLONASS state, fitted to a prediction", "1 cm RMS over 2 h, 0.1 to 0.2 m over 4 h (eighteen: 0.1 and 3 cm); rounding leaves 2.5 cm (1 cm), for GLONASS 0.4 m", "src/Constellation.Orbits/Broadcast/BroadcastFit.cs"),
        new("clock-noise", "White and flicker PM, white, flicker and random-walk FM, drawn exactly in law at any step", "flicker FM flat within 0.6 % of deviation from 1 s to 30 days", Clocks),
        new("clock-filter", "White and random-walk FM in the place of flicker, for filters", "10 % of deviation from 1 min to 1 day for every satellite clock of the catalogue", Clocks),
        new("relativity", "Periodic term of eccentric orbits", "0.07 ns twice a revolution, from the Earth's oblateness", Clocks),
        new("link-visibility", "Height of the ray above the ellipsoid, angles off nadir", "0.1 % of the height, 60 m from the pole of date", "src/Constellation.Links/Visibility/LinkGeometry.cs"),
        new("dual-one-way", "Crosslink ranges both ways with light time, Shapiro delay and hardware delays, reduced to one epoch", "0.75 mm for 1 mm/s of prediction error, cancelling in the half sum", "src/Constellation.Links/Measurements/SlotGeometry.cs"),
        new("station-tides", "Displacement of stations by the solid Earth, the pole and the ocean's load (BLQ), IERS Conventions 2010", "0.01 mm of the published routine; pole tide without the ocean's 2 mm; ocean load within a tenth", Precise),
        new("phase-wind-up", "Turns of antenna and satellite body in a carrier", "1e-12 cycles of the published form; the attitude's error in turns", Precise),
        new("ppp", "Float point positioning with precise products, static and kinematic", "static day 3 mm horizontally, 4 cm vertically from RTKLIB with equal antennas; quarters agree to 1 cm; kinematic 2 and 3 cm rms", Precise),
        new("klobuchar", "Broadcast ionosphere of eight parameters", "leaves 40 to 50 % of the delay", "src/Constellation.Signals/Atmosphere/Ionosphere/Klobuchar.cs"),
        new("unb3", "Zenith delay of the troposphere from latitude, height and season", "5 cm rms", "src/Constellation.Signals/Atmosphere/Troposphere/Unb3.cs"),
        new("troposphere-mapping", "Slant over zenith delay from the elevation alone", "3 % of the rigorous forms above 5 degrees", "src/Constellation.Signals/Atmosphere/Troposphere/TroposphereMapping.cs"),
        new("nequick", "Galileo's NeQuick-G: profiles of electrons along the ray from three broadcast coefficients", "0.03 TECU and 0.0005 of the model's own integral; leaves 30 % of the delay at solar maximum, half at minimum", Air),
        new("ntcm", "Galileo's NTCM-G: the same coefficients in five factors on a shell", "all digits of the published rays; leaves 25 to 30 % of the delay", Air),
        new("bdgim", "BeiDou-3's nine harmonics in a sun-fixed geomagnetic frame", "all digits of the authors' example; leaves 25 to 30 % of the delay", Air),
        new("klobuchar-bds", "BeiDou's eight parameters over a shell at 375 km", "leaves 40 to 50 % of the delay in its region, 70 % over the globe", Air),
        new("ionosphere-maps", "IONEX maps turned with the Sun, single-layer or CODE's modified mapping", "2 to 8 TECU in the vertical, as the file's RMS maps say", Air),
        new("ionosphere-orders", "Second and third order of refraction with IGRF-13 to degree 8 at the pierce point", "10 % of the second order (2 mm at 100 TECU); bending, 4 mm at 10 degrees, is left out", Air),
        new("ionosphere-field", "What a model leaves as a random field over shell and day, 1500 km and two hours", "variance exact, correlation within 0.05", Air),
        new("gpt3", "Climate of 5 by 5 degrees for zenith delays: GPT2w and GPT3; UNB3m without tables", "3.6 cm rms in zenith delay, 5 cm for UNB3m", Air),
        new("gmf", "Global, Vienna and Niell's mapping functions, gradients", "all digits of the IERS test cases; 9 and 29 mm at 5 degrees between GMF, Niell and the Vienna function", Air),
        new("observations", "Code, phase, Doppler and C/N0 of every signal: light time, clocks, relativity, air, tides, wind-up, multipath, loops", "0.2 um of geometry and clocks; what is left out: docs/theory/observations.md, section 6", "docs/theory/observations.md"),
    ];

    /// <summary>As a TOML file would say it.</summary>
    public string ToToml()
    {
        StringBuilder text = new();
        foreach ((string key, string value) in new[] { ("name", Name), ("description", Description), ("error", Error), ("described", Described) })
        {
            text.Append(key).Append(" = \"").Append(value).Append("\"\n");
        }

        return text.ToString();
    }
}
