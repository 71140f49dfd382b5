using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The tables of a run, each read once when first asked for, by epoch and by satellite, cell or named user. A table that is missing or damaged is told anew to everyone who asks.</summary>
/// <remarks>Subjects of tables of satellites are the places in <see cref="RunManifest.Satellites"/>, of the sites those in <see cref="RunManifest.Sites"/>, of the grid its cells, row by row from the south-west.</remarks>
internal sealed class RunTables
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<RunFolder, RunTables> s_open = [];

    private readonly Lazy<EpochTable<double>> _sisre, _odts, _orbits, _sites;
    private readonly Lazy<EpochTable<float>> _grid;
    private readonly Lazy<LinkTimes> _links;
    private readonly Dictionary<string, int> _numbers = [];

    private RunTables(RunFolder folder)
    {
        Folder = folder;
        RunManifest manifest = folder.Manifest;
        for (int i = 0; i < manifest.Satellites.Count; i++)
        {
            _numbers.TryAdd(manifest.Satellites[i].Sat, i);
        }

        (_sisre, _odts, _orbits) = (Satellites(RunFolder.SisreFile), Satellites(RunFolder.OdtsFile), Satellites(RunFolder.OrbitsFile));
        _sites = Once(() => new EpochTable<double>(folder, RunFolder.SitesFile, manifest.Sites.Count, "lat_deg,lon_deg", SiteOf));
        _grid = Once(() => new EpochTable<float>(folder, RunFolder.GridFile, GridCells.Of(folder).Count, "lat_deg,lon_deg", GridCells.Of(folder).Reader(folder)));
        _links = Once(() => new LinkTimes(folder, Try(t => t.Odts.Epochs, out _) ?? Try(t => t.Orbits.Epochs, out _) ?? []));
    }

    public RunFolder Folder { get; }

    /// <summary>Columns of <see cref="RunFolder.SisreColumns"/>: broadcast minus truth.</summary>
    /// <exception cref="InputException">The table is missing or damaged; likewise the others.</exception>
    public EpochTable<double> Sisre => _sisre.Value;

    /// <summary>Columns of <see cref="RunFolder.OdtsColumns"/>: estimate minus truth, at the epochs of the control segment.</summary>
    public EpochTable<double> Odts => _odts.Value;

    /// <summary>Columns of <see cref="RunFolder.OrbitColumns"/>: truth.</summary>
    public EpochTable<double> Orbits => _orbits.Value;

    /// <summary>Columns of <see cref="RunFolder.UserColumns"/> of the named users.</summary>
    public EpochTable<double> Sites => _sites.Value;

    /// <summary>The same of the cells of the grid.</summary>
    public EpochTable<float> Grid => _grid.Value;

    /// <summary>Rounds of measured links; none where the run has no such table.</summary>
    public LinkTimes Links => _links.Value;

    /// <summary>The tables of a folder, the same for everyone.</summary>
    public static RunTables Of(RunFolder folder) => s_open.GetValue(folder, f => new RunTables(f));

    public bool Has(string file) => File.Exists(Path.Combine(Folder.Path, file));

    /// <summary>Place of a satellite in the manifest; -1 where it has none.</summary>
    public int NumberOf(string sat) => _numbers.GetValueOrDefault(sat, -1);

    public int NumberOf(SatelliteId sat) => NumberOf(sat.ToString());

    /// <summary>What a reader makes of the tables; the default, with the reason for people, where one is missing or damaged.</summary>
    public T? Try<T>(Func<RunTables, T> read, out string problem)
    {
        try
        {
            problem = "";
            return read(this);
        }
        catch (InputException e)
        {
            Diagnostic first = e.Diagnostics[0];
            problem = $"{Path.GetFileName(first.Where.File)} {first.Problem}";
            return default;
        }
    }

    private Lazy<EpochTable<double>> Satellites(string file) => Once(() => new EpochTable<double>(Folder, file, Folder.Manifest.Satellites.Count, "sat", table =>
    {
        string[] names = table.Text("sat");
        return row => NumberOf(names[row]);
    }));

    /// <summary>What fails is tried again when it is asked for again.</summary>
    private static Lazy<T> Once<T>(Func<T> make) => new(make, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Named users stand in the order of the manifest at every epoch, and where it says.</summary>
    private Func<int, int> SiteOf(ColumnTable table)
    {
        double[] latitude = table.Real("lat_deg"), longitude = table.Real("lon_deg");
        IReadOnlyList<RunSite> sites = Folder.Manifest.Sites;
        return row =>
        {
            int guess = sites.Count > 0 ? row % sites.Count : 0;
            return guess < sites.Count && Near(sites[guess], row) ? guess : sites.ToList().FindIndex(s => Near(s, row));
        };

        bool Near(RunSite site, int row) => Math.Abs(site.LatitudeDeg - latitude[row]) < 1e-6 && Math.Abs(site.LongitudeDeg - longitude[row]) < 1e-6;
    }
}
