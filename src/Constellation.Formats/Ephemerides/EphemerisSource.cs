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

    /// <summary>Which point of the satellites the states are of.</summary>
    public virtual OrbitPoint Point => OrbitPoint.CentreOfMass;

    /// <summary>State in the source's frame and clock offset in seconds (NaN where there is none); false where the source has no state then.</summary>
    /// <remarks>Clock offsets are without the relativistic eccentricity term, as messages and SP3 files both give them.</remarks>
    public abstract bool TryState(SatelliteId satellite, Epoch epoch, out StateVector state, out double clockOffset);

    /// <summary>Opens files of one kind: navigation, SP3, OEM, almanacs or element sets; several are merged.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="rule">Which message a user would have.</param>
    /// <param name="rules">What problems of the files do; null: errors end the work, warnings are not told.</param>
    /// <param name="names">Satellite numbers of objects that do not tell theirs.</param>
    /// <exception cref="InputException">A file cannot be read, or kinds are mixed.</exception>
    public static EphemerisSource Open(IReadOnlyList<string> paths, MessageRule? rule = null, ReadingRules? rules = null, IReadOnlyDictionary<string, SatelliteId>? names = null)
    {
        FileKind[] kinds = [.. paths.Select(FileKinds.Of)];
        if (Array.TrueForAll(kinds, k => k is FileKind.TwoLineElements or FileKind.Omm))
        {
            List<Diagnostic> warnings = [];
            return new ElementSetEphemerisSource(rules is null ? InputFiles.ReadAll(paths, p => ElementSetReader.Read(p), warnings.Add) : InputFiles.ReadUsable(paths, p => ElementSetReader.Read(p), rules), paths, warnings);
        }

        for (int i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is not (FileKind.RinexNavigation or FileKind.Sp3 or FileKind.Oem or FileKind.YumaAlmanac or FileKind.SemAlmanac or FileKind.TwoLineElements or FileKind.Omm))
            {
                throw new InputException(Diagnostic.Error("CN3005", new SourceSpan(paths[i], 1, 1), "holds no orbits that are read here: neither a RINEX navigation file nor SP3, OEM, Yuma, SEM, TLE or OMM", "give files of one of these kinds, plain or gzip"));
            }

            if (kinds[i] != kinds[0])
            {
                throw new InputException(Diagnostic.Error("CN3006", new SourceSpan(paths[i]), $"is of another kind than {paths[0]}", "give files of one kind"));
            }
        }

        Action<Diagnostic> tell = rules is null ? _ => { } : rules.Tell;
        return kinds[0] switch
        {
            FileKind.Sp3 => new Sp3EphemerisSource(Sp3File.Merge(InputFiles.Read(paths, Sp3Reader.Read, rules), tell)),
            FileKind.Oem => OfOem(OemFile.Merge(InputFiles.Read(paths, OemReader.Read, rules)), names, tell),
            FileKind.YumaAlmanac => new AlmanacEphemerisSource(AlmanacFile.Merge(InputFiles.Read(paths, p => YumaAlmanacReader.Read(p), rules))),
            FileKind.SemAlmanac => new AlmanacEphemerisSource(AlmanacFile.Merge(InputFiles.Read(paths, p => SemAlmanacReader.Read(p), rules))),
            _ => new NavigationEphemerisSource(NavigationFile.Merge(InputFiles.Read(paths, RinexNavReader.Read, rules)).Messages, rule ?? MessageRule.Default),
        };
    }

    private static BlockEphemerisSource OfOem(OemFile file, IReadOnlyDictionary<string, SatelliteId>? names, Action<Diagnostic> tell)
    {
        IReadOnlyList<EphemerisBlock> blocks = file.Blocks(names ?? new Dictionary<string, SatelliteId>(), tell);
        return blocks.Count > 0
            ? new BlockEphemerisSource(blocks)
            : throw new InputException(Diagnostic.Error("CN3133", new SourceSpan("OEM"), $"no object has a satellite number: {string.Join(", ", file.Segments.Select(s => $"{s.ObjectName} ({s.ObjectId})").Distinct().Take(10))}", $"give them numbers, as in --name \"{file.Segments[0].ObjectId}=G99\""));
    }

    /// <summary>The navigation satellites of element sets that are read already, by SGP4.</summary>
    /// <exception cref="InputException">CN3215: no object is one.</exception>
    public static EphemerisSource Of(IReadOnlyList<ElementSetFile> files, IReadOnlyList<string> paths) => new ElementSetEphemerisSource(files, paths, []);

    /// <summary>Given orbits, without clocks.</summary>
    public static EphemerisSource Of(IReadOnlyDictionary<SatelliteId, IOrbit> orbits) => new GivenEphemerisSource(orbits);
}
