using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Objects of element sets that are no navigation satellites, thousands of them, all at once by the batch SGP4. Those that have no state are left out.</summary>
internal sealed class Catalogue
{
    private static readonly Rgb s_colour = Rgb.FromHex(0x9fb4c8);

    private readonly (int Number, string Name, Sgp4Orbit Orbit)[] _objects;
    private readonly Dictionary<int, int> _byNumber;
    private readonly Sgp4Batch _batch;
    private readonly Sgp4States _states;
    private readonly SatelliteGroup _group;
    private Epoch? _at;
    private IReadOnlyList<CatalogueObject> _there = [];

    /// <param name="sets">Of an object with several, the set of the latest epoch counts.</param>
    /// <param name="grid">Sets that may not be asked about all of it are left out.</param>
    public Catalogue(IEnumerable<MeanElementSet> sets, EpochGrid grid)
    {
        _objects =
        [
            .. sets.GroupBy(s => s.CatalogueNumber).Select(g => g.MaxBy(s => s.Epoch)!).OrderBy(s => s.CatalogueNumber)
                .Where(s => grid.Start >= s.Epoch - Sgp4Orbit.Reach && grid.Last <= s.Epoch + Sgp4Orbit.Reach && Sgp4Orbit.IsUsable(s.ToElements()))
                .Select(s => (s.CatalogueNumber, s.Name.Length > 0 ? s.Name : $"object {s.CatalogueNumber}", new Sgp4Orbit(s.ToElements()))),
        ];
        _byNumber = _objects.Select((o, i) => (o.Number, i)).ToDictionary(o => o.Number, o => o.i);
        _batch = new Sgp4Batch([.. _objects.Select(o => o.Orbit)]);
        _states = new Sgp4States(_objects.Length, 1);
        _group = GroupOf(_objects.Length);
    }

    public static Catalogue Empty { get; } = new([], new EpochGrid(Epoch.J2000, Duration.FromSeconds(1), 1));

    /// <summary>Of the orbit of the one that is picked out.</summary>
    public static SatelliteGroup SelectedGroup { get; } = new("selected", Rgb.FromHex(0xf0e442), MarkerShape.Circle, 1);

    public int Count => _objects.Length;

    public static SatelliteGroup GroupOf(int count) => new("other objects", s_colour, MarkerShape.Circle, count);

    /// <summary>Where they are, by number; kept until another epoch is asked for.</summary>
    public IReadOnlyList<CatalogueObject> At(Epoch epoch)
    {
        if (_objects.Length == 0 || _at == epoch)
        {
            return _there;
        }

        _batch.Fill([epoch], _states, Environment.ProcessorCount);
        Matrix3d turn = TemeFrame.At(epoch, EarthOrientation.BuiltIn).ToItrf;
        List<CatalogueObject> there = new(_objects.Length);
        for (int i = 0; i < _objects.Length; i++)
        {
            if (_states.Status[i] == Sgp4Status.Done)
            {
                there.Add(new CatalogueObject(_objects[i].Number, _objects[i].Name, _group, new Position<Itrf>(turn * _states.Position(i, 0))));
            }
        }

        (_at, _there) = (epoch, there);
        return there;
    }

    /// <summary>The ITRF state of one; null where it has none.</summary>
    public StateVector? StateOf(int number, Epoch epoch) =>
        _byNumber.TryGetValue(number, out int index) && _objects[index].Orbit.TryAt(epoch, out StateVector state) == Sgp4Status.Done ? FrameTurns.To(ReferenceFrame.Itrf, state) : null;
}
