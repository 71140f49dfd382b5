using System.Globalization;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Positioning;

public class BroadcastStatesTests
{
    private static readonly Dictionary<string, string> s_files = new()
    {
        ["ESBC"] = "data/nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz",
        ["BRD4"] = "data/nav/BRD400DLR_S_20230710000_01D_MN.rnx.gz",
    };

    /// <summary>data/positioning/states.csv by make_states.py: GPS, GLONASS, Galileo, BeiDou (GEO among them), QZSS and NavIC of two days.</summary>
    [Fact]
    public void Positions_and_clocks_equal_RTKLIB()
    {
        Dictionary<string, BroadcastStates> states = s_files.ToDictionary(
            f => f.Key, f => new BroadcastStates(RinexNavReader.Read(TestData.Shared(f.Value)).Value!.Messages, BroadcastRules.Rtklib));
        Dictionary<char, (int Count, double Position, double Clock)> worst = [];
        foreach (string line in File.ReadLines(TestData.Local("positioning/states.csv")).Where(l => l[0] != '#'))
        {
            string[] f = line.Split(',');
            SatelliteId satellite = SatelliteId.Parse(f[2]);
            Epoch reception = Epoch.Parse(f[1] + "GPST");
            Epoch reading = reception - Duration.FromSeconds(Number(f[3]) / PhysicalConstants.SpeedOfLight);
            Assert.True(states[f[0]].TryAt(satellite, reading, reception, out TransmitterState first), line);

            // That program takes the polynomial alone, without relativity, from the satellite's reading to system time.
            Epoch transmission = reading - Duration.FromSeconds(first.Message!.Clock.At(reading).Offset);
            Assert.True(states[f[0]].TryAt(satellite, transmission, reception, out TransmitterState state), line);
            double position = (state.Position - new Position<Itrf>(Number(f[4]), Number(f[5]), Number(f[6]))).Norm - OtherConstant(state, transmission), clock = Math.Abs(state.ClockOffset - (1e-9 * Number(f[7])));
            (int count, double p, double c) = worst.GetValueOrDefault(satellite.Letter);
            worst[satellite.Letter] = (count + 1, Math.Max(p, position), Math.Max(c, clock));
        }

        foreach ((char system, (int count, double position, double clock)) in worst)
        {
            // The table has three decimals of metres and nanoseconds: up to 0.9 mm and 0.5 ps are its rounding.
            TestContext.Current.TestOutputHelper?.WriteLine($"{system}: {count} states, {1000 * position:0.000} mm, {1e12 * clock:0.00} ps");
            Assert.True(position <= 1e-3, $"{system}: {position} m");
            Assert.True(clock <= 1.0e-12, $"{system}: {clock} s");
        }
    }

    /// <summary>
    /// m: the program integrates GLONASS with GM = 3.9860044e14, the document has 3.986004418e14 [GLONASS-ICD] table 3.2: 1 mm after 15 minutes, 4 mm after 30. The
    /// document is right, since its ephemerides are fitted with its constant.
    /// </summary>
    private static double OtherConstant(in TransmitterState state, Epoch transmission)
    {
        double dt = (transmission - state.Message!.EphemerisReference).TotalSeconds;
        return state.Message.Satellite.System == GnssSystem.Glonass ? 0.5 * (3.986004418e14 - 3.9860044e14) / state.Position.Vector.NormSquared * dt * dt : 0;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
