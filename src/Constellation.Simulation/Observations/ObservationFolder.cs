using System.Text.Encodings.Web;
using System.Text.Json;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Writes simulated observations with all that other programs need to process them: RINEX OBS and NAV, SP3, CLK; the truth and, where wanted, the ledger beside.</summary>
/// <remarks>Each file is written beside its place and renamed when it is whole.</remarks>
public static class ObservationFolder
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<ObservedCounts> Write(ObserveRun run, IReadOnlyList<ObservedReceiver> receivers, string folder, ObservationFiles files, Action<RunProgress> progress, CancellationToken cancel)
    {
        List<string> written = [];
        string In(string name)
        {
            written.Add(name);
            return Path.Combine(folder, name);
        }

        List<ObservedCounts> counts = [];
        for (int i = 0; i < receivers.Count; i++)
        {
            ObservedReceiver receiver = receivers[i];
            ObservationSimulator simulator = run.Simulate(receiver, i);
            string stage = $"observations {receiver.Marker}";
            ObservedCounts? count = null;
            AtomicFile.Write(In(ObservationFiles.Observations(receiver.Marker)), observations => AtomicFile.Write(In(ObservationFiles.Truth(receiver.Marker)), truth =>
            {
                using TableWriter where = TableWriter.Create("csv", truth, WatchedSource.TruthColumns);
                using WatchedSource source = new(simulator, where, n => progress(new(stage, (double)n / run.Grid.Count)), cancel);
                void WriteAll() => RinexObservationWriter.Write(observations, HeaderOf(run, simulator, files.RinexVersion), source, files.RinexVersion);
                if (files.Ledger is { } format)
                {
                    AtomicFile.Write(In(ObservationFiles.LedgerOf(receiver.Marker, format)), stream =>
                    {
                        using TableWriter table = TableWriter.Create(format, stream, LedgerTable.Columns);
                        simulator.Ledger = new LedgerTable(table);
                        WriteAll();
                    });
                }
                else
                {
                    WriteAll();
                }

                count = new(receiver.Marker, source.Epochs, source.Observations, source.MostSatellites, simulator.Slips);
            }));
            counts.Add(count!);
        }

        cancel.ThrowIfCancellationRequested();
        progress(new("messages and products", 0));
        AtomicFile.Write(In(ObservationFiles.Navigation), stream => RinexNavWriter.Write(stream, run.Navigation, files.RinexVersion));
        AtomicFile.Write(In(ObservationFiles.Orbits), stream => Sp3Writer.Write(stream, run.Orbits()));
        AtomicFile.Write(In(ObservationFiles.Clocks), stream => ClkWriter.Write(stream, run.Clocks()));
        AtomicFile.WriteText(Path.Combine(folder, ObservationFiles.Manifest), JsonSerializer.Serialize(ManifestOf(run, counts, written), s_json) + "\n");
        return counts;
    }

    private static ObservationHeader HeaderOf(ObserveRun run, ObservationSimulator simulator, double version) => new()
    {
        Version = version,
        TimeScale = TimeScale.Gpst,
        Layout = simulator.Layout,
        Receiver = simulator.Receiver,
        FirstEpoch = run.Grid.Start,
        LeapSeconds = run.Navigation.LeapSeconds,
        Observer = "SIMULATED",
        Agency = ManifestMaker.Program.ToUpperInvariant(),
    };

    private static ObservationManifest ManifestOf(ObserveRun run, IReadOnlyList<ObservedCounts> counts, IReadOnlyList<string> files)
    {
        ObservationSettings s = run.Settings;
        return new ObservationManifest
        {
            Program = ManifestMaker.Program,
            Scenario = run.ScenarioName,
            ScenarioText = run.ScenarioText,
            Seed = s.Seed,
            Start = run.Grid.Start.ToString(TimeScale.Gpst),
            StepSeconds = run.Grid.Step.TotalSeconds,
            Epochs = run.Grid.Count,
            Stages = run.Stages,
            Settings = new Dictionary<string, string>
            {
                ["signals"] = string.Join(',', s.Signals.SelectMany(p => p.Value.Select(c => $"{(char)p.Key}{c}"))),
                ["mask_deg"] = Number(double.RadiansToDegrees(s.Mask)),
                ["receiver_clock"] = s.ReceiverClock.Name,
                ["antenna"] = s.Receiver.Antenna.Name,
                ["antenna_calibration"] = s.Calibration?.Name ?? "none",
                ["ionosphere"] = s.Ionosphere?.Name ?? "none",
                ["ionosphere_residual"] = Number(s.IonosphereResidual),
                ["troposphere"] = s.Troposphere?.Name ?? "none",
                ["zenith_residual_m"] = Number(s.ZenithResidual.ZenithSigma),
                ["gradient_sigma_m"] = Number(s.GradientSigma),
                ["thermal_noise"] = Number(s.ThermalNoise),
                ["multipath"] = s.Multipath.IsNone ? "none" : $"{Number(s.Multipath.Code.Floor)} + {Number(s.Multipath.Code.Amplitude)} exp(-E / {Number(double.RadiansToDegrees(s.Multipath.Code.Scale))} deg) m, {Number(s.Multipath.CorrelationTime.TotalSeconds)} s",
                ["mirror"] = s.Multipath.Mirror.IsNone ? "none" : $"{Number(s.Multipath.Mirror.Height)} m, {Number(s.Multipath.Mirror.Amplitude)}",
                ["slips_per_hour"] = Number(s.SlipsPerHour),
                ["group_delay_sigma_m"] = Number(s.GroupDelaySigma),
                ["refined_effects"] = s.RefinedEffects ? "on" : "off",
            },
            Receivers = counts,
            Files = files,
            Notes = run.Notes,
        };
    }

    private static string Number(double value) => value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
