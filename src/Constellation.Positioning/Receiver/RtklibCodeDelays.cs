using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Group delays as RTKLIB 2.4.3 applies them.</summary>
/// <remarks>
/// Departs from the documents: the delays are those of the message of the satellite that was sent first in the file, not of the one in use; Galileo
/// on E1 takes BGD(E1, E5b) and the pair E1/E5b none; GLONASS and all other pairs but B1/B2 of BeiDou take none. Precise clocks
/// change nothing of this: the same delays of messages are taken. [RTKLIB] E.6.
/// </remarks>
public sealed class RtklibCodeDelays(NavigationMessages messages) : ICodeDelays
{
    private readonly Dictionary<SatelliteId, NavigationMessage> _first = messages.All
        .GroupBy(m => m.Satellite)
        .ToDictionary(g => g.Key, g => g.OrderBy(m => m.TransmissionTime).ThenBy(m => m.EphemerisReference).First());

    public double ForCode(SatelliteId satellite, NavigationMessage? message, string code, Epoch reception) => satellite.System switch
    {
        GnssSystem.Gps or GnssSystem.Qzss => -Of(satellite, "TGD"),
        GnssSystem.Galileo => -Of(satellite, "BGD_E1E5b"),
        GnssSystem.BeiDou => -BeiDouFirst(satellite, code),
        GnssSystem.NavIc => -Of(satellite, "TGD") * Square(Carriers.Frequency(GnssSystem.NavIc, '9') / Carriers.Frequency(GnssSystem.NavIc, '5')),
        _ => 0,
    };

    public double ForPair(SatelliteId satellite, NavigationMessage? message, string first, string second, Epoch reception) =>
        satellite.System != GnssSystem.BeiDou ? 0
        : -new IonosphereFree(Carriers.Frequency(GnssSystem.BeiDou, first[0]), Carriers.Frequency(GnssSystem.BeiDou, second[0])).Combine(BeiDouFirst(satellite, first), Of(satellite, "TGD2"));

    private double BeiDouFirst(SatelliteId satellite, string code) => code switch
    {
        "2I" => Of(satellite, "TGD1"),
        "1P" => Of(satellite, "TGD_B1Cp"),
        _ => Of(satellite, "TGD_B1Cp") + Of(satellite, "ISC_B1Cd"),
    };

    private double Of(SatelliteId satellite, string name) =>
        _first.TryGetValue(satellite, out NavigationMessage? first) ? first.GroupDelays.GetValueOrDefault(name) : 0;

    private static double Square(double x) => x * x;
}
