namespace Constellation.Cli;

/// <summary>Where the published values of <see cref="LinkPage"/> come from.</summary>
internal static class LinkSources
{
    public const string Table = """
        | | what | source |
        |---|---|---|
        | I1 | BeiDou-3, 18 MEO + 1 GEO in 2019, one anchor, 43 days | abstract of "Orbit and clock analysis of BDS-3 satellites using inter-satellite link observations" |
        | I2 | crosslinks and a regional L-band network, 14 days | doi:10.1515/astro-2022-0034 |
        | I3 | whole constellation, raw one-way links and 20 stations | abstract on one-way links of the full constellation |
        | I4 | kinematic orbits from links in orbit | Acta Astronautica 241, 608-619 |
        | I5 | simulated regional tracking | Remote Sensing 16(19), 3702 |
        | C2, C3 | clocks derived from links, time of the space-borne ensemble | doi:10.1007/s00190-023-01765-7 |
        | A1 | 85 days of real links, 18 satellites, one filter | doi:10.1007/s00190-023-01759-5 |
        | A2 | simulated GPS crosslinks with stale Earth orientation | Abusali, Tapley, Schutz, J. Guidance, Control, Dynamics 21(2), 321-327, 1998 |
        | A3 | turns of the net are not observable | IEEE Xplore document 303376, 1994 |
        | A5 | one anchor restores the orientation | as I1 |

        """;
}
