using Constellation.Core;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Maps that need only places of satellites: how many are seen, and dilution of precision, at one epoch. The last one is kept.</summary>
internal sealed class GeometryMaps
{
    /// <summary>Cells of the grid and the least elevation, degrees.</summary>
    public const double StepDeg = 2.5, MaskDeg = 5;

    private readonly Lazy<(UserGrid Grid, DopGrid Dop)> _grid = new(() =>
    {
        UserGrid grid = new(StepDeg, double.DegreesToRadians(MaskDeg));
        return (grid, new DopGrid(grid.Users, double.DegreesToRadians(MaskDeg)));
    });

    private (Epoch Epoch, MapKind Kind)? _key;
    private HeatMap? _map;

    /// <exception cref="InputException">CN5056: the map is of positions, which need a run.</exception>
    public HeatMap? At(Epoch epoch, MapKind kind, IReadOnlyList<SceneSatellite> satellites)
    {
        if (kind == MapKind.None)
        {
            return null;
        }

        if (kind is not (MapKind.Pdop or MapKind.Visible))
        {
            throw new InputException(Diagnostic.Error("CN5056", new SourceSpan("--layer"), "this map shows positions of users, which orbits alone do not have", "choose pdop or visible, or run a scenario"));
        }

        if (_key != (epoch, kind))
        {
            (UserGrid grid, DopGrid dop) = _grid.Value;
            dop.Compute(SatelliteSnapshot.From([.. satellites.Select(s => s.Itrf)]), Environment.ProcessorCount);
            _map = kind == MapKind.Visible
                ? new HeatMap($"Satellites above {MaskDeg:0} degrees", "", grid.Rows, grid.Columns, Array.ConvertAll(dop.Count, c => (double)c), ColourMap.Viridis, (0, double.PositiveInfinity))
                : new HeatMap($"PDOP, satellites above {MaskDeg:0} degrees", "", grid.Rows, grid.Columns, [.. dop.Pdop], ColourMap.ViridisReversed, (0, double.PositiveInfinity));
            _key = (epoch, kind);
        }

        return _map;
    }
}
