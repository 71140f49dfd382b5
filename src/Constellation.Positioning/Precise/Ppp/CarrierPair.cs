using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Which columns of a satellite are combined: two codes, two carriers of one pair of bands.</summary>
internal readonly record struct CarrierPair(int Code1, int Code2, int Phase1, int Phase2, char Band1, char Band2, double Frequency1, double Frequency2, double Bias1, double Bias2)
{
    public double Wavelength1 => PhysicalConstants.SpeedOfLight / Frequency1;

    public double Wavelength2 => PhysicalConstants.SpeedOfLight / Frequency2;

    /// <summary>Wide lane, m.</summary>
    public double WideLane => PhysicalConstants.SpeedOfLight / (Frequency1 - Frequency2);

    /// <summary>What one turn of the antenna is to the ionosphere-free carrier, m.</summary>
    public double NarrowLane => PhysicalConstants.SpeedOfLight / (Frequency1 + Frequency2);

    /// <summary>The best that a satellite has at an epoch.</summary>
    /// <remarks>
    /// Pairs of bands in the order of the products' own. Codes that the product has biases for come before those it has not; then the codes that
    /// clocks are defined by (P(Y) of GPS), then civil ones.
    /// </remarks>
    public static bool TrySelect(SatelliteId satellite, ObservationLayout layout, ReadOnlySpan<double> values, int glonassChannel, ICodeBiases? biases, Epoch epoch, out CarrierPair pair)
    {
        ReadOnlySpan<ObservationCode> codes = layout.Of(satellite.System);
        foreach ((char first, char second) in PairsOf(satellite.System))
        {
            if (Carriers.TryFrequency(satellite.System, first, glonassChannel) is { } f1 && Carriers.TryFrequency(satellite.System, second, glonassChannel) is { } f2 &&
                TryCode(satellite, codes, values, first, biases, epoch, out int code1, out double bias1) && TryCode(satellite, codes, values, second, biases, epoch, out int code2, out double bias2) &&
                TryPhase(satellite.System, codes, values, codes[code1].Signal, out int phase1) && TryPhase(satellite.System, codes, values, codes[code2].Signal, out int phase2))
            {
                pair = new(code1, code2, phase1, phase2, first, second, f1, f2, bias1, bias2);
                return true;
            }
        }

        pair = default;
        return false;
    }

    private static (char First, char Second)[] PairsOf(GnssSystem system) => system switch
    {
        GnssSystem.Galileo => s_galileo,
        GnssSystem.BeiDou => s_beiDou,
        GnssSystem.NavIc => s_navIc,
        GnssSystem.Glonass => s_glonass,
        _ => s_gps,
    };

    private static readonly (char, char)[] s_gps = [('1', '2'), ('1', '5')];
    private static readonly (char, char)[] s_glonass = [('1', '2')];
    private static readonly (char, char)[] s_galileo = [('1', '5'), ('1', '7'), ('1', '8')];
    private static readonly (char, char)[] s_beiDou = [('2', '6'), ('2', '7'), ('1', '5')];
    private static readonly (char, char)[] s_navIc = [('9', '5')];

    /// <summary>Attributes of a band, best first.</summary>
    private static string Order(GnssSystem system, char band) => (system, band) switch
    {
        (GnssSystem.Gps, '1') => "WPYMCXLSN",
        (GnssSystem.Gps, '2') => "WPYMLXSCDN",
        (GnssSystem.Glonass, _) => "PCXAB",
        (GnssSystem.Galileo, '1' or '6') => "CXBZA",
        (GnssSystem.BeiDou, '1' or '5') => "PXDZ",
        (GnssSystem.BeiDou, _) => "IXQDPZ",
        (GnssSystem.Qzss, '1' or '2') => "CLXSZ",
        _ => "QXICABP",
    };

    /// <summary>The code of a band that clocks refer to where differential biases are given.</summary>
    public static char ReferenceCode(GnssSystem system, char band) => (system, band) switch
    {
        (GnssSystem.Gps, '1' or '2') => 'W',
        (GnssSystem.Glonass, _) => 'P',
        (GnssSystem.Galileo, '1') => 'C',
        (GnssSystem.Galileo, _) => 'Q',
        (GnssSystem.BeiDou, '1' or '5') => 'P',
        (GnssSystem.BeiDou, _) => 'I',
        (GnssSystem.Qzss, '1') => 'C',
        _ => 'L',
    };

    private static bool TryCode(SatelliteId satellite, ReadOnlySpan<ObservationCode> codes, ReadOnlySpan<double> values, char band, ICodeBiases? biases, Epoch epoch, out int column, out double bias)
    {
        (column, bias) = (-1, 0);
        string order = Order(satellite.System, band);
        int best = int.MaxValue;
        for (int i = 0; i < codes.Length; i++)
        {
            if (codes[i].Kind != ObservableKind.Pseudorange || codes[i].Signal.Band != band || double.IsNaN(values[i]))
            {
                continue;
            }

            int rank = order.IndexOf(codes[i].Signal.Attribute, StringComparison.Ordinal);
            rank = rank < 0 ? order.Length : rank;
            double? own = biases?.Seconds(satellite, codes[i].Signal, new(band, ReferenceCode(satellite.System, band)), epoch);
            rank += biases is not null && own is null ? 100 : 0;
            if (rank < best)
            {
                (best, column, bias) = (rank, i, PhysicalConstants.SpeedOfLight * (own ?? 0));
            }
        }

        return column >= 0;
    }

    private static bool TryPhase(GnssSystem system, ReadOnlySpan<ObservationCode> codes, ReadOnlySpan<double> values, SignalCode code, out int column)
    {
        column = -1;
        string order = Order(system, code.Band);
        int best = int.MaxValue;
        for (int i = 0; i < codes.Length; i++)
        {
            if (codes[i].Kind == ObservableKind.CarrierPhase && codes[i].Signal.Band == code.Band && !double.IsNaN(values[i]))
            {
                int rank = codes[i].Signal == code ? -1 : order.IndexOf(codes[i].Signal.Attribute, StringComparison.Ordinal);
                rank = rank < 0 && codes[i].Signal != code ? order.Length : rank;
                if (rank < best)
                {
                    (best, column) = (rank, i);
                }
            }
        }

        return column >= 0;
    }
}
