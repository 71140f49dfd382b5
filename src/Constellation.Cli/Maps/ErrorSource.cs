using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Errors of real messages: navigation files against precise orbits and clocks.</summary>
internal sealed class ErrorSource(IReadOnlyList<string> nav, IReadOnlyList<string> sp3, IReadOnlyList<string> clk, string? atx)
{
    private const double MostSamples = 2_000_000;

    public bool IsAsked => sp3.Count > 0;

    /// <summary>Reads the files and compares.</summary>
    /// <exception cref="InputException">A file is wrong, or no epoch has satellites of both.</exception>
    public SceneSource Open(Epoch? start, Epoch? stop, Duration? step, SatelliteSelector selector, CancellationToken cancel)
    {
        ComparedProducts precise = ComparedProducts.Read(sp3, clk, OrbitSources.RequireIds(selector));
        NavigationFile messages = NavigationFile.Merge(InputFiles.ReadAll(nav, RinexNavReader.Read, Console.Error.WriteLine));
        ProductAntennas antennas = new(atx is { } path ? InputFiles.ReadAll([path], p => AntexReader.Read(p, []), Console.Error.WriteLine)[0] : null);
        SisreComparison comparison = new(messages.Messages, precise.Satellites, antennas.At);
        SatelliteId[] satellites = [.. precise.Satellites.Keys.Order()];
        Dictionary<SatelliteId, int> index = satellites.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
        List<Epoch> epochs = [];
        List<SatelliteSnapshot> snapshots = [];
        List<SpaceError[]> errors = [];
        foreach (Epoch epoch in precise.Epochs(step, MostSamples).Where(e => !(start > e) && !(stop < e)))
        {
            cancel.ThrowIfCancellationRequested();
            ComparedSatellite[] compared = [.. comparison.At(epoch).Where(c => c.Error.Sisre(c.Weights) <= comparison.OutlierLimit)];
            SpaceError[] own = [.. Enumerable.Repeat(SpaceError.Unknown, satellites.Length)];
            foreach (ComparedSatellite c in compared)
            {
                own[index[c.State.Id]] = new(c.State.BroadcastPosition - c.State.TruthPosition, PhysicalConstants.SpeedOfLight * (c.State.BroadcastClock - c.State.TruthClock));
            }

            epochs.Add(epoch);
            errors.Add(own);
            snapshots.Add(SatelliteSnapshot.From([.. compared.Select(c => c.State.TruthPosition)], [.. compared.Select(c => index[c.State.Id])]));
        }

        return snapshots.Exists(s => s.Count > 0)
            ? SceneSource.Of(satellites, epochs, snapshots, errors)
            : throw new InputException(Diagnostic.Error("CN4002", new SourceSpan(sp3[0]), "no epoch has a valid message and a precise orbit and clock for three satellites of one system", "give files of the same day"));
    }
}
