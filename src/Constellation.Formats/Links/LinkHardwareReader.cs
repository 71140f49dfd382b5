using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Reads what a link budget needs: the tables <c>[carrier]</c>, <c>[antenna]</c>, <c>[acquisition]</c>, <c>[code_loop]</c>, <c>[carrier_loop]</c>, all or none, and <c>[ground]</c>.</summary>
internal static class LinkHardwareReader
{
    private static readonly string[] s_tables = ["carrier", "antenna", "acquisition", "code_loop", "carrier_loop"];

    public static LinkHardware? Read(TomlTable root, IReadOnlyList<LinkTerminal> terminals)
    {
        string[] given = [.. s_tables.Where(root.Has)], missing = [.. s_tables.Where(t => !root.Has(t))];
        if (given.Length == 0)
        {
            if (root.Has("ground"))
            {
                root.Refuse("ground", "CN2143", "[ground] describes an anchor's link budget, and the satellites' is missing", "add [" + string.Join("], [", s_tables) + "]");
            }

            return null;
        }

        if (missing.Length > 0)
        {
            root.Error(given[0], "CN2143", $"the link budget lacks [{string.Join("], [", missing)}]", "give all of [" + string.Join("], [", s_tables) + "], or none");
            foreach (string table in (string[])[.. given, "ground"])
            {
                root.LeaveAside(table);
            }

            return null;
        }

        LinkCarrier carrier = Carrier(root.Table("carrier"));
        return new LinkHardware(carrier, Antenna(root.Table("antenna"), terminals), Tracking(root.Table("acquisition"), root.Table("code_loop"), root.Table("carrier_loop")))
        {
            Ground = root.Has("ground") ? Ground(root.Table("ground"), carrier) : null,
        };
    }

    private static LinkCarrier Carrier(TomlTable table)
    {
        bool wavelength = table.Has("wavelength_m");
        if (wavelength && table.Has("frequency_hz"))
        {
            table.Number("frequency_hz");
            table.Error("wavelength_m", "CN2143", "frequency and wavelength are both given", "keep one");
        }

        double frequency = wavelength ? PhysicalConstants.SpeedOfLight / table.Number("wavelength_m", null, 1e-7, 1e-4) : table.Number("frequency_hz", null, 1e8, 3e15);
        bool optical = frequency > 1e13;
        if (optical ? table.Has("noise_temperature_k") : table.Has("quantum_efficiency"))
        {
            string key = optical ? "noise_temperature_k" : "quantum_efficiency";
            table.Number(key);
            table.Error(key, "CN2143", optical ? "an optical receiver has no noise temperature here: its noise is that of the quanta" : "a radio receiver has no quantum efficiency", optical ? "give quantum_efficiency" : "give noise_temperature_k");
        }

        return new LinkCarrier(frequency, table.Number("transmit_power_w", null, 1e-6, 1e5))
        {
            TransmitLoss = table.Number("transmit_loss_db", 0, 0, 60),
            ReceiveLoss = table.Number("receive_loss_db", 0, 0, 60),
            OtherLoss = table.Number("other_loss_db", 0, 0, 60),
            NoiseTemperature = optical ? 0 : table.Number("noise_temperature_k", null, 1, 1e5),
            QuantumEfficiency = optical ? table.Number("quantum_efficiency", null, 0.001, 1) : 0,
            DataRate = table.Number("data_rate_bps", null, 1, 1e13),
            RequiredEbN0 = table.Number("required_ebn0_db", null, -2, 40),
        };
    }

    private static LinkAntenna Antenna(TomlTable table, IReadOnlyList<LinkTerminal> terminals)
    {
        switch (table.Choice("kind", ["array", "pattern", "telescope"], "array"))
        {
            case "pattern":
                return Pattern(table);
            case "telescope":
                return new TelescopeAntenna(table.Number("aperture_m", null, 1e-3, 100), table.Number("efficiency", null, 0.001, 1), table.Number("pointing_loss_db", 0, 0, 60));
            default:
                if (terminals.FirstOrDefault(t => t.HalfAngle >= Math.PI / 2) is { } wide)
                {
                    table.Error("kind", "CN2144", $"a flat array cannot be steered {double.RadiansToDegrees(wide.HalfAngle):0.#} deg off its normal, as terminal '{wide.Name}' wants", "keep its half angle (scan limit) below 90 deg");
                }

                double exponent = table.Number("scan_loss_exponent", null, 0, 10);
                return table.Has("elements")
                    ? ArrayAntenna.Of(table.Integer("elements", null, 1, 1_000_000), table.Number("element_gain_dbi", null, -20, 20), exponent)
                    : new ArrayAntenna(table.Number("peak_gain_dbi", null, -20, 80), exponent);
        }
    }

    private static PatternAntenna Pattern(TomlTable table)
    {
        IReadOnlyList<double> angles = table.Numbers("angles_deg"), gains = table.Numbers("gains_dbi");
        bool ascending = angles.Count > 0 && angles[0] == 0 && angles[^1] <= 180 && angles.Zip(angles.Skip(1)).All(p => p.First < p.Second);
        if (!ascending || gains.Count != angles.Count || gains.Any(g => !(Math.Abs(g) <= 100)))
        {
            table.Error(table.Has("angles_deg") ? "angles_deg" : "kind", "CN2143", $"{angles.Count} angles and {gains.Count} gains are no pattern", "give as many gains_dbi as angles_deg, angles ascending from 0 to at most 180");
            return new PatternAntenna([0], [0]);
        }

        return new PatternAntenna([.. angles.Select(double.DegreesToRadians)], gains);
    }

    private static LinkTracking Tracking(TomlTable acquisition, TomlTable code, TomlTable carrier)
    {
        double threshold = acquisition.Number("threshold_dbhz", null, 0, 200), hold = acquisition.Number("lock_dbhz", null, 0, 200);
        if (hold > threshold && acquisition.Has("lock_dbhz") && acquisition.Has("threshold_dbhz"))
        {
            acquisition.Error("lock_dbhz", "CN2143", $"holding a signal takes {hold} dB-Hz, finding it only {threshold}", "the lock threshold is not above that of acquisition");
        }

        return new LinkTracking
        {
            AcquisitionThreshold = threshold,
            LockThreshold = hold,
            AcquisitionTime = acquisition.Number("time_s", 0, 0, 3600),
            ChipRate = code.Number("chip_rate_hz", null, 1e3, 1e12),
            Spacing = code.Number("spacing_chips", null, 1e-3, 1.5),
            Code = Loop(code),
            Carrier = Loop(carrier),
        };
    }

    private static TrackingLoop Loop(TomlTable table) => new(table.Number("bandwidth_hz", null, 1e-6, 1e6), table.Number("integration_s", null, 1e-9, 100))
    {
        Floor = table.Number("floor_m", 0, 0, 100),
        NoiseFactor = table.Number("noise_factor", 1, 1, 100),
    };

    private static GroundTerminal Ground(TomlTable table, LinkCarrier carrier) => new(
        table.Number("gain_dbi", null, -20, 160), table.Number("transmit_power_w", null, 1e-6, 1e6), carrier.IsOptical ? 0 : table.Number("noise_temperature_k", null, 1, 1e5))
    {
        ZenithLoss = carrier.Frequency >= GasAttenuation.HighestFrequency || table.Has("zenith_loss_db") ? table.Number("zenith_loss_db", null, 0, 60) : null,
    };
}
