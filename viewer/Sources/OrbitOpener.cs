using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Opens constellations and files of orbits of any kinds together. Of two that have one satellite, the one named first gives it.</summary>
internal sealed class OrbitOpener
{
    private readonly SourceOptions _options;
    private readonly SortedDictionary<SatelliteId, OrbitMember> _members = [];
    private readonly Dictionary<string, List<SatelliteId>> _passedOver = [];
    private readonly List<EpochSpan> _tables = [];
    private readonly List<Epoch> _elements = [];
    private readonly List<MeanElementSet> _objects = [];
    private Duration? _interval;

    private OrbitOpener(SourceOptions options) => _options = options;

    /// <exception cref="InputException">What the readers say, CN5057 nothing that moves.</exception>
    public static OrbitScenes Open(IReadOnlyList<SourceWord> words, SourceOptions options)
    {
        OrbitOpener opener = new(options);
        // Files of one kind are read together, as other verbs do, in the order in which the kinds are named first.
        foreach (IGrouping<FileKind?, SourceWord> kind in words.GroupBy(w => w.Kind == SourceWordKind.Constellation ? (FileKind?)null : KindOf(w.Text)))
        {
            string[] sources = [.. kind.Select(w => w.Text).Distinct()];
            if (kind.Key is FileKind.TwoLineElements)
            {
                opener.AddElementSets(sources);
            }
            else
            {
                opener.Add(OrbitSource.Open(sources, new ReadingRules(strict: false, options.Tell)), sources[0]);
            }
        }

        return opener.Finish(NameOf(words), [.. words.Select(WordOf)]);
    }

    /// <summary>OMM and TLE go together.</summary>
    private static FileKind KindOf(string path)
    {
        FileKind kind = FileKinds.Of(path);
        return kind == FileKind.Omm ? FileKind.TwoLineElements : kind;
    }

    private void Add(OrbitSource source, string name)
    {
        foreach (Diagnostic warning in source.Ephemeris.Warnings.Concat(source.Ephemeris.Notes))
        {
            _options.Tell(warning);
        }

        AddMembers(source, name);
        _elements.AddRange(source.Constellations.Select(c => c.Epoch));
        if (source.Ephemeris.Coverage is { } coverage)
        {
            _tables.Add(coverage);
        }

        if (source.Ephemeris.Interval is { } interval && (_interval is null || interval < _interval))
        {
            _interval = interval;
        }
    }

    private void AddElementSets(string[] paths)
    {
        List<ElementSetFile> files = InputFiles.ReadUsable(paths, p => ElementSetReader.Read(p), new ReadingRules(strict: false, _options.Tell));
        ILookup<bool, MeanElementSet> sets = files.SelectMany(f => f.Sets).ToLookup(s => GnssIdentity.Of(s) is not null);
        if (sets[true].Any())
        {
            EphemerisSource known = EphemerisSource.Of(files, paths);
            AddMembers(new OrbitSource(known, known.Satellites), paths[0]);
        }

        _elements.AddRange(files.SelectMany(f => f.Sets).Select(s => s.Epoch));
        _objects.AddRange(_options.Satellites == SatelliteSelector.All ? sets[false] : []);
    }

    private void AddMembers(OrbitSource source, string name)
    {
        if (source.Constellations.Count == 0 && _options.Satellites.FirstGroup is { } group)
        {
            throw new InputException(Diagnostic.Error("CN1006", new SourceSpan("--sat"), $"'{group}' needs the description of a constellation, which files do not have", "name satellites, ranges or systems, such as C19,C32-C37,E"));
        }

        foreach (SatelliteId id in source.Satellites.Where(id => source.Definitions.TryGetValue(id, out SatelliteDefinition? s) ? _options.Satellites.Accepts(s) : _options.Satellites.Accepts(id)))
        {
            if (!_members.TryAdd(id, new OrbitMember(id, source.Ephemeris, source.Definitions.GetValueOrDefault(id))))
            {
                (_passedOver.TryGetValue(name, out List<SatelliteId>? list) ? list : _passedOver[name] = []).Add(id);
            }
        }
    }

    private OrbitScenes Finish(string name, IReadOnlyList<string> words)
    {
        foreach ((string source, List<SatelliteId> ids) in _passedOver)
        {
            _options.Tell(Diagnostic.Warning("CN5058", new SourceSpan(source), $"{string.Join(", ", SatelliteSelector.Describe(ids))} came from a source named before", "name this one first to see its orbits"));
        }

        if (_members.Count + _objects.Count == 0 || _tables.Count + _elements.Count == 0)
        {
            throw None(name);
        }

        EpochGrid grid = OrbitEpochs.Of(_options, _tables, _elements, _interval);
        Catalogue catalogue = _objects.Count > 0 ? new(_objects, grid) : Catalogue.Empty;
        return _members.Count + catalogue.Count > 0
            ? new OrbitScenes(name, grid, [.. _members.Values], catalogue) { Words = words, Covered = _tables.Count > 0 ? new EpochSpan(_tables.Min(t => t.First), _tables.Max(t => t.Last)) : null }
            : throw None(name);
    }

    private InputException None(string name) => new(Diagnostic.Error(
        "CN5057", new SourceSpan(name), _options.Satellites == SatelliteSelector.All ? "there is no satellite with a state in it" : $"it has no satellite of {_options.Satellites}", "give files or constellations with satellites"));

    private static bool IsOfLibrary(SourceWord word) => word.Kind == SourceWordKind.Constellation && !word.Text.EndsWith(".toml", StringComparison.OrdinalIgnoreCase);

    private static string WordOf(SourceWord word) => IsOfLibrary(word) ? $"{EphemerisLibrary.WordFor(LibraryKind.Constellation)}/{word.Text}" : word.Text;

    /// <summary>File names as words, which lines can be broken between.</summary>
    private static string TitleOfFile(string path) => Path.GetFileName(path).Replace('_', ' ');

    /// <summary>Names as a title: a few of them, and how many more.</summary>
    private static string NameOf(IReadOnlyList<SourceWord> words)
    {
        const int Named = 4;
        string[] names = [.. words.Select(w => IsOfLibrary(w) ? TitleOf(w.Text) : TitleOfFile(w.Text)).Distinct()];
        return names.Length <= Named ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Named - 1))} and {names.Length - Named + 1} more";
    }

    private static string TitleOf(string name) => name.ToLowerInvariant() switch
    {
        "gps" => "GPS",
        "glonass" => "GLONASS",
        "galileo" => "Galileo",
        "beidou-3" => "BeiDou-3",
        _ => name,
    };
}
