using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>What <c>check</c> found in a file: a line that says what it holds, and all that is wrong with it.</summary>
public sealed record FileCheck(string Path, string Summary, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>Reads a file of any GNSS kind known here; null when it is of none of them.</summary>
    public static FileCheck? Read(string path)
    {
        try
        {
            return FileKinds.Of(path) switch
            {
                FileKind.RinexNavigation => Describe(path, RinexNavReader.Read(path), f =>
                    $"RINEX navigation {f.Version:0.00}, {f.Messages.Satellites.Count} satellites, {f.Messages.Count} messages, {f.Skipped.Values.Sum()} records passed over"),
                FileKind.Sp3 => Describe(path, Sp3Reader.Read(path), f =>
                    $"SP3-{f.Version}, {f.Satellites.Count} satellites, {f.Epochs.Length} epochs every {f.Interval.TotalSeconds:0.###} s"),
                FileKind.RinexClock => Describe(path, ClkReader.Read(path), f =>
                    $"RINEX clock {f.Version:0.00}, {f.Satellites.Count} satellites and {f.Stations.Count} stations every {f.Interval.TotalSeconds:0.###} s"),
                FileKind.Antex => Describe(path, AntexReader.Read(path), f =>
                    $"ANTEX {f.Version:0.0}, {f.Satellites.Count} satellite and {f.ReceiverAntennas} receiver antennas"),
                FileKind.RinexObservation => ObservationReview.Check(path),
                FileKind.Sinex => Describe(path, SinexReader.Read(path), f =>
                    $"SINEX of {f.Agency}, {f.Stations.Select(s => s.Code).Distinct().Count()} stations, {f.Stations.Count} solutions, {f.Stations.Count(s => s.Velocity is not null)} with velocities"),
                FileKind.SignalBiases => Describe(path, BiasReader.Read(path), f =>
                    $"biases of {f.Agency}, {f.Biases.Count(b => b.Kind == BiasKind.Observable)} of observables and {f.Biases.Count(b => b.Kind != BiasKind.Observable)} of differences, {f.Biases.Where(b => b.Station.Length == 0).Select(b => b.Satellite).Distinct().Count()} satellites"),
                FileKind.Oem => Describe(path, OemReader.Read(path), f =>
                    $"OEM {f.Version}, {f.Segments.Select(s => s.ObjectId).Distinct().Count()} objects, {f.Segments.Count} segments, {f.Segments.Sum(s => s.Epochs.Length)} states, frames {string.Join(", ", f.Segments.Select(s => s.FrameName).Distinct())}"),
                FileKind.Opm => Describe(path, OpmReader.Read(path), f => $"OPM {f.Version}, {f.ObjectName} ({f.ObjectId}) at {f.State.Epoch.ToString(f.TimeScale)} in {f.FrameName}"),
                FileKind.YumaAlmanac => Describe(path, YumaAlmanacReader.Read(path), f => Almanac("Yuma", f)),
                FileKind.SemAlmanac => Describe(path, SemAlmanacReader.Read(path), f => Almanac("SEM", f)),
                FileKind.OrbitCsv => Describe(path, OrbitColumns.ReadCsv(path, ReferenceFrame.Itrf), Table),
                FileKind.ClockCsv => Describe(path, ClockCsv.Read(path), f => $"clock table, {f.Satellites.Count} satellites and {f.Stations.Count} stations"),
                FileKind.Parquet => Describe(path, OrbitColumns.ReadParquet(path, ReferenceFrame.Itrf), Table),
                FileKind.Orbex => Describe(path, OrbexReader.Read(path), f =>
                    $"ORBEX {f.Version:0.00}, attitudes of {f.Satellites.Count} satellites every {f.Interval.TotalSeconds:0.###} s"),
                FileKind.OceanLoading => Describe(path, BlqReader.Read(path), f => $"BLQ, ocean loading of {f.Stations.Count} stations"),
                FileKind.Ionex => Describe(path, IonexReader.Read(path), f =>
                    $"IONEX {f.Version:0.0}, {f.Maps.Epochs.Count} maps of {f.Maps.Grid.Rows} x {f.Maps.Grid.Columns} nodes from {f.Maps.Epochs[0].ToString(TimeScale.Utc)} to {f.Maps.Epochs[^1].ToString(TimeScale.Utc)}{(f.Maps.HasDeviations ? ", RMS maps" : "")}"),
                FileKind.TwoLineElements or FileKind.Omm => Describe(path, ElementSetReader.Read(path), f =>
                    $"{f.Kind}, {f.Sets.Count} element sets of {f.Sets.Select(s => s.CatalogueNumber).Distinct().Count()} objects, {f.Sets.Count(s => GnssIdentity.Of(s) is not null)} of navigation satellites, {f.LeftOut} left out"),
                // ICGEM files begin with free text: their name tells.
                _ when path.Contains(".gfc", StringComparison.OrdinalIgnoreCase) => Describe(path, GravityFieldReader.Read(path), f =>
                    $"gravity field {f.Name} to degree {f.Degree}, {(f.Tides == Orbits.TideSystem.ZeroTide ? "zero-tide" : "tide-free")}, {f.Rates.Count} trends and periods"),
                _ => null,
            };
        }
        catch (InputException e)
        {
            return new FileCheck(path, "", e.Diagnostics);
        }
    }

    private static string Almanac(string kind, AlmanacFile file) => $"{kind} almanac, {file.Entries.Count} satellites at {file.Entries[0].Reference.ToString(TimeScale.Gpst)}";

    private static string Table(OrbitTableSet set) => $"orbit table, {set.Blocks.Select(b => b.Satellite).Distinct().Count()} satellites, {set.Blocks.Sum(b => b.Epochs.Length)} states";

    private static FileCheck Describe<T>(string path, ReadResult<T> result, Func<T, string> summary)
        where T : class => new(path, result.Value is { } value ? summary(value) : "", result.Diagnostics);
}
