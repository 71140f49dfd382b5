using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Precise products of a <c>position</c> request, opened.</summary>
internal sealed class PositionProducts
{
    /// <summary>In the place of an antenna file: positions are those of the phase centres.</summary>
    public const string NoOffsets = "none";

    private readonly PositionRequest _request;
    private readonly AntexFile? _antennas;
    private readonly BlqFile? _loading;
    private readonly List<string> _notes = [];

    public PositionProducts(PositionRequest request, Sp3File orbits)
    {
        (_request, ReadingRules rules) = (request, request.Rules);
        bool none = request.Antennas == NoOffsets, told = orbits.IsOfAntennas;
        if (none || told)
        {
            _notes.Add($"satellite antennas: positions {(none ? "taken as those of the phase centres (--atx none)" : "are of the phase centres, as the orbit file says")}; no offsets added");
        }

        _antennas = !none && request.Antennas is { } atx ? InputFiles.ReadUsable([atx], AntexReader.Read, rules)[0] : null;
        _loading = request.OceanLoading is { } blq ? InputFiles.ReadAll([blq], BlqReader.Read, Console.Error.WriteLine)[0] : null;
        List<BiasFile> biases = InputFiles.ReadUsable(request.Biases, BiasReader.Read, rules);
        Biases = biases.Count == 0 ? null : new ProductBiases(biases.Count == 1 ? biases[0] : new BiasFile(biases[0].Agency, biases.TrueForAll(b => b.Absolute), [.. biases.SelectMany(b => b.Biases)]));
        ClkFile? clocks = request.Clocks.Count == 0 ? null : ClkFile.Merge(InputFiles.ReadUsable(request.Clocks, ClkReader.Read, rules));
        if (clocks is not null)
        {
            RequireCommonDay(orbits, clocks);
        }

        States = new PreciseProducts
        {
            Orbits = orbits,
            Clocks = clocks,
            Antennas = _antennas,
            OfAntennas = none,
            Attitudes = request.Attitudes is { } obx ? InputFiles.ReadUsable([obx], OrbexReader.Read, rules)[0] : null,
            Earth = request.EarthRotation is { } erp
                ? new CachedEarthOrientation(new IauEarthOrientation(InputFiles.ReadUsable([erp], EopFile.Read, rules)[0], subDaily: true, OutsideTable.Hold))
                : EarthOrientation.BuiltIn,
        }.ToStates();
    }

    public PreciseStates States { get; }

    public ICodeBiases? Biases { get; }

    /// <summary>What was taken and what was left out, for people.</summary>
    public IReadOnlyList<string> Notes => _notes;

    private void RequireCommonDay(Sp3File orbits, ClkFile clocks)
    {
        ClkSeries[] all = [.. clocks.Satellites.Values.Where(s => s.Epochs.Length > 0)];
        if (orbits.Epochs.Length == 0 || Array.Exists(all, s => s.Epochs[0] <= orbits.Epochs[^1] && s.Epochs[^1] >= orbits.Epochs[0]))
        {
            return;
        }

        string span = all.Length == 0 ? "no satellite clocks" : $"clocks from {all.Min(s => s.Epochs[0]).ToString(TimeScale.Gpst, 0)} to {all.Max(s => s.Epochs[^1]).ToString(TimeScale.Gpst, 0)}";
        throw new InputException(Diagnostic.Error(
            "CN4265", new SourceSpan(_request.Clocks[0]),
            $"{span} do not go with orbits from {orbits.Epochs[0].ToString(TimeScale.Gpst, 0)} to {orbits.Epochs[^1].ToString(TimeScale.Gpst, 0)}", "give clocks of the same product and day, or leave --clk out: the clocks of the orbit files are then used"));
    }

    /// <summary>Calibration of a receiver's antenna; null where there is none.</summary>
    public StationAntenna? AntennaOf(ReceiverDescription receiver, Epoch epoch)
    {
        _notes.RemoveAll(n => n.StartsWith("receiver antenna", StringComparison.Ordinal));
        if (_antennas is null || receiver.Antenna.Length == 0)
        {
            _notes.Add($"receiver antenna '{receiver.Antenna}': no calibration; its mean phase centre counts as the reference point (some centimetres up)");
            return null;
        }

        if (_antennas.Find(receiver.Antenna, epoch, receiver.AntennaSerial) is { } own)
        {
            _notes.Add($"receiver antenna '{own.Name}' calibrated");
            return own;
        }

        StationAntenna? bare = _antennas.Find(AntexFile.WithoutRadome(receiver.Antenna), epoch);
        _notes.Add(bare is null
            ? $"receiver antenna '{receiver.Antenna}': no calibration in {_request.Antennas}; its mean phase centre counts as the reference point (some centimetres up)"
            : $"receiver antenna '{receiver.Antenna}': calibrated without its radome ('{bare.Name}')");
        return bare;
    }

    /// <summary>Ocean loading of a marker; null where no file is given.</summary>
    public OceanLoading? LoadingOf(string marker) => _loading?.Find(marker);
}
