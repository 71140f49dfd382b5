using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Orbits and clocks of many satellites, whatever they come from: navigation messages, SP3 tables, or orbits that are given.</summary>
public abstract class EphemerisSource
{
    /// <summary>In order of system letter and number.</summary>
    public abstract IReadOnlyList<SatelliteId> Satellites { get; }

    /// <summary>The span that the source covers; null where it has no bounds of its own.</summary>
    public virtual EpochSpan? Coverage => null;

    /// <summary>The source's own sampling; null where it has none.</summary>
    public virtual Duration? Interval => null;

    /// <summary>What was wrong in the files without making them useless.</summary>
    public virtual IReadOnlyList<Diagnostic> Warnings => [];

    /// <summary>What is right but may surprise: objects that are no navigation satellites.</summary>
    public virtual IReadOnlyList<Diagnostic> Notes => [];

    /// <summary>State in the source's frame and clock offset in seconds (NaN where there is none); false where the source has no state then.</summary>
    /// <remarks>Clock offsets are without the relativistic eccentricity term, as messages and SP3 files both give them.</remarks>
    public abstract bool TryState(SatelliteId satellite, Epoch epoch, out StateVector state, out double clockOffset);

    /// <summary>Opens files of one kind, navigation, SP3 or element sets; several are merged.</summary>
    /// <exception cref="InputException">A file cannot be read, or kinds are mixed.</exception>
    public static EphemerisSource Open(IReadOnlyList<string> paths, MessageRule? rule = null)
    {
        FileKind[] kinds = [.. paths.Select(FileKinds.Of)];
        if (Array.TrueForAll(kinds, k => k is FileKind.TwoLineElements or FileKind.Omm))
        {
            List<Diagnostic> warnings = [];
            return new ElementSetEphemerisSource(InputFiles.ReadAll(paths, p => ElementSetReader.Read(p), warnings.Add), paths, warnings);
        }

        for (int i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is not (FileKind.RinexNavigation or FileKind.Sp3 or FileKind.TwoLineElements or FileKind.Omm))
            {
                throw new InputException(Diagnostic.Error("CN3005", new SourceSpan(paths[i], 1, 1), "is neither a RINEX navigation file nor an SP3 file nor a file of element sets (TLE, OMM)", "give files of one of these kinds, plain or gzip"));
            }

            if (kinds[i] != kinds[0])
            {
                throw new InputException(Diagnostic.Error("CN3006", new SourceSpan(paths[i]), $"is of another kind than {paths[0]}", "give navigation files, SP3 files or element sets, not a mixture"));
            }
        }

        return kinds[0] == FileKind.Sp3
            ? new Sp3EphemerisSource(Sp3File.Merge(InputFiles.ReadAll(paths, Sp3Reader.Read)))
            : new NavigationEphemerisSource(NavigationFile.Merge(InputFiles.ReadAll(paths, RinexNavReader.Read)).Messages, rule ?? MessageRule.Default);
    }

    /// <summary>Given orbits, without clocks.</summary>
    public static EphemerisSource Of(IReadOnlyDictionary<SatelliteId, IOrbit> orbits) => new GivenEphemerisSource(orbits);
}
