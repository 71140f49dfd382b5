namespace Constellation.Cli;

/// <summary>The published numbers by their short names, and where they were read.</summary>
internal static class PublishedSources
{
    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<(string Id, string What, string Source)> All { get; } =
    [
        ("G1", "nominal BeiDou-3", "BDS-OS-PS-3.0, section 4.1"),
        ("G2", "geometry in the service area", "[Wang19] doi:10.1007/s10291-019-0847-x"),
        ("G3", "geometry over the poles", "abstract of 2021, acemap.info/paper/385465626"),
        ("G4", "geometry of the globe", "independent computation with ideal orbits"),
        ("G5", "longest links", "independent computation with circles"),
        ("I1", "18 MEO + 1 GEO, one anchor, 43 days", "abstract of \"Orbit and clock analysis of BDS-3 satellites using inter-satellite link observations\""),
        ("I2", "crosslinks and regional L-band, 14 days", "doi:10.1515/astro-2022-0034"),
        ("I3", "whole constellation, one-way links, 20 stations", "abstract on one-way links of the full constellation"),
        ("I4", "kinematic orbits from links", "Acta Astronautica 241, 608-619"),
        ("I5", "simulated regional tracking", "Remote Sensing 16(19), 3702"),
        ("I6", "delays of links", "PMC12102268"),
        ("I7", "delay jumps and patterns", "abstract on one-way links of the full constellation"),
        ("I8", "next links, full duplex", "[Sensors3538] Sensors 25(11), 3538"),
        ("I9", "Kepler, laser links", "proposal of DLR, Munich Satellite Navigation Summit; abstract on its relativistic model"),
        ("C1", "first masers of BDS-3", "[Wu18] doi:10.1007/s10291-018-0706-1"),
        ("C2", "clocks from links", "[Yang23] doi:10.1007/s00190-023-01765-7"),
        ("C3", "time of the constellation", "[Yang23] doi:10.1007/s00190-023-01765-7"),
        ("C4", "predictions from all and few links", "[Pan21] GPS Solutions 25, 140"),
        ("C5", "survey of two years", "abstract of a survey of BDS-3 clocks"),
        ("C6", "order of stability", "doi:10.1016/j.measurement.2019.107356"),
        ("C7", "two-way time transfer", "Remote Sensing 14(18), 4674; doi:10.1007/s10291-023-01459-9"),
        ("C8", "Galileo broadcast clocks", "docslib.org/doc/9802327"),
        ("S1", "SISRE of the systems in 2017", "doi:10.1016/j.asr.2018.03.041"),
        ("S2", "SISRE of BDS-3 in 2019", "doi:10.1186/s43020-019-0006-0; orbits doi:10.21203/rs.3.rs-366742/v1"),
        ("S3", "weights of orbit errors", "doi:10.1186/s43020-019-0005-1; NAVIGATION 71(1), 630"),
        ("S4", "Galileo in the second quarter of 2023", "performance report, gsc-europa.eu; Inside GNSS Sep/Oct 2018"),
        ("S5", "BDS single points", "doi:10.1186/s43020-022-00072-4"),
        ("S6", "PPP-B2b", "Mathematical Problems in Engineering 2022, 4054179; GPS Solutions 27(4), 2023"),
        ("S7", "integrity of BDS-3", "docslib.org/doc/381754"),
        ("A1", "85 days of real links, one filter", "doi:10.1007/s00190-023-01759-5"),
        ("A2", "stale Earth orientation", "Abusali, Tapley, Schutz, J. Guidance, Control, Dynamics 21(2), 321-327, 1998"),
        ("A3", "turns of the net", "IEEE Xplore document 303376, 1994"),
        ("A4", "half a year", "Menn 1986; Ananda and others, NAVIGATION 35(2), 1988"),
        ("A5", "one anchor", "abstract of \"Orbit and clock analysis of BDS-3 satellites using inter-satellite link observations\""),
    ];

    /// <summary>The source of a short name.</summary>
    public static string Of(string id) => All.First(s => s.Id == id).Source;
}
