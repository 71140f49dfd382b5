using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Group delays as RTKLIB 2.4.3 applies them.</summary>
/// <remarks>
/// Departs from the documents: the delays are those of the message of the satellite that was sent first in the file, not of the one in use; Galileo
/// on E1 takes BGD(E1, E5b) and the pair E1/E5b none; GLONASS and all other pairs but B1/B2 of BeiDou take none. [RTKLIB] E.6.
/// </remarks>
public sealed class RtklibCodeDelays(NavigationMessages messages) : ICodeDelays
{
    private readonly Dictionary<SatelliteId, NavigationMessage> _first = messages.All
        .GroupBy(m => m.Satellite)
        .ToDictionary(g => g.Key, g => g.OrderBy(m => m.TransmissionTime).ThenBy(m => m.EphemerisReference).First());

    public double Seconds(SatelliteId satellite, NavigationMessage? message, SignalColumns signals, Epoch reception)
    {
        if (message is null || !_first.TryGetValue(satellite, out NavigationMessage? first))
        {
            return 0;
        }

        return (satellite.System, signals.SecondCode) switch
        {
            (GnssSystem.Gps or GnssSystem.Qzss, null) => -Of("TGD"),
            (GnssSystem.Galileo, null) => -Of("BGD_E1E5b"),
            (GnssSystem.BeiDou, null) => -BeiDouFirst(),
            (GnssSystem.NavIc, null) => -Of("TGD") * Square(Carriers.Frequency(GnssSystem.NavIc, '9') / Carriers.Frequency(GnssSystem.NavIc, '5')),
            (GnssSystem.BeiDou, _) => -new IonosphereFree(
                Carriers.Frequency(GnssSystem.BeiDou, signals.FirstCode[0]), Carriers.Frequency(GnssSystem.BeiDou, '7')).Combine(BeiDouFirst(), Of("TGD2")),
            _ => 0,
        };

        double BeiDouFirst() => signals.FirstCode switch
        {
            "2I" => Of("TGD1"),
            "1P" => Of("TGD_B1Cp"),
            _ => Of("TGD_B1Cp") + Of("ISC_B1Cd"),
        };

        double Of(string name) => first.GroupDelays.GetValueOrDefault(name);
    }

    private static double Square(double x) => x * x;
}
