using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>The transmit antenna of one satellite by RINEX band: phase-centre offsets from the centre of mass and how the phase varies with the nadir angle.</summary>
/// <param name="Block">As its source names it.</param>
/// <param name="Offsets">Body axes (IGS: z to the Earth), m; the band 0 stands for the ionosphere-free pair of the products' clocks.</param>
/// <param name="Variations">m, at nadir angles <paramref name="FirstNadir"/>, plus a step, ...; may lack bands.</param>
/// <param name="FirstNadir">rad.</param>
/// <param name="NadirStep">rad.</param>
/// <remarks>[ANTEX]: what is transmitted at a nadir angle seems to come from farther by minus the offset along the way, plus the variation.</remarks>
public sealed record TransmitAntenna(
    string Block, IReadOnlyDictionary<char, Vector3d> Offsets, IReadOnlyDictionary<char, double[]> Variations, double FirstNadir, double NadirStep)
{
    /// <summary>The band of an entry that holds for the pair alone.</summary>
    public const char Pair = '0';

    /// <summary>Of a satellite of which only the offset of the pair is known.</summary>
    public static TransmitAntenna OfPair(AntennaOffset offset) =>
        new(offset.Block, new Dictionary<char, Vector3d> { [Pair] = offset.Product }, new Dictionary<char, double[]>(), 0, 0);

    /// <summary>Offset for a band: its own, that of the neighbour band where antenna files have none (5 takes 2), that of the pair.</summary>
    public Vector3d Offset(char band) =>
        Offsets.TryGetValue(band, out Vector3d own) ? own
        : Offsets.TryGetValue(Stand(band), out Vector3d near) ? near
        : Offsets.GetValueOrDefault(Pair);

    public double Variation(char band, double nadir)
    {
        if (NadirStep <= 0 || !(Variations.TryGetValue(band, out double[]? table) || Variations.TryGetValue(Stand(band), out table)) || table.Length == 0)
        {
            return 0;
        }

        double x = Math.Clamp((nadir - FirstNadir) / NadirStep, 0, table.Length - 1);
        int i = Math.Min((int)x, table.Length - 2);
        return i < 0 ? table[0] : table[i] + ((x - i) * (table[i + 1] - table[i]));
    }

    private static char Stand(char band) => band switch
    {
        '5' => '2',
        '7' or '8' => '5',
        '6' => '7',
        '2' => '1',
        _ => band,
    };
}
