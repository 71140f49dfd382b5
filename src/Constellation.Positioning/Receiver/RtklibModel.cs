using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>The single point position of RTKLIB 2.4.3 as options of this engine: its signals, delays, weights and rejection rules.</summary>
public static class RtklibModel
{
    /// <summary>Ionosphere of 2004-01-01: what the program takes where the header of the navigation file tells none.</summary>
    public static Klobuchar DefaultIonosphere { get; } = new(0.1118e-7, -0.7451e-8, -0.5961e-7, 0.1192e-6, 0.1167e6, -0.2294e6, -0.1311e6, 0.1049e7);

    /// <param name="ionosphere">Null: none.</param>
    /// <param name="ionosphereFree">Pairs L1/L2, E1/E5b, B1/B2 in place of one code.</param>
    /// <param name="troposphere">Saastamoinen's, or none.</param>
    public static ReceiverOptions Options(IIonosphereModel? ionosphere, bool ionosphereFree, bool troposphere = true) => new()
    {
        Signals = Signals(ionosphereFree),
        FirstSignalsOnly = true,
        IonosphereUse = ionosphereFree ? IonosphereUse.Free : IonosphereUse.Model,
        ElevationMask = double.DegreesToRadians(15.0),
        Ionosphere = ionosphere,
        Troposphere = troposphere ? new TroposphereModel(SaastamoinenZenith.AsRtklib, CosecantMapping.Instance) : null,
        Weights = new RtklibWeights(ionosphere is not null, troposphere),
        QzssWithGps = true,
        LookAgain = 0.3,
        Robust = false,
        FalseAlarm = 1e-3,
        MostFaults = 0,
        KeepInconsistent = false,
    };

    /// <summary>Codes of a band in the order of that program; the first that the header has is used for all satellites.</summary>
    private static SignalPreferences Signals(bool pairs)
    {
        return new(new Dictionary<GnssSystem, IReadOnlyList<SignalPair>>
        {
            [GnssSystem.Gps] = List("1CPYWMNSL", "2PYWCMNDLSX"),
            [GnssSystem.Glonass] = List("1CPABX", "2PCABX"),
            [GnssSystem.Galileo] = List("1CABXZ", "7IQX"),
            [GnssSystem.Qzss] = List("1CLSXZ", "2LSX"),
            [GnssSystem.BeiDou] = [.. List("2IQX", "7IQX"), .. List("1DPAN", "7IQX")],
            [GnssSystem.NavIc] = List("5ABCX", "9ABCX"),
            [GnssSystem.Sbas] = List("1C", "5IQX"),
        });

        List<SignalPair> List(string first, string second) =>
        [
            .. from a in first[1..]
               from b in pairs ? second[1..] : " "
               select new SignalPair(new SignalCode(first[0], a), pairs ? new SignalCode(second[0], b) : null),
        ];
    }
}
