using Constellation.Geodesy;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>Position errors that a run has for a place: those of a named user near by, else of the cell of its grid.</summary>
/// <param name="Who">For people: <c>berlin, 3 km away</c>.</param>
/// <param name="Horizontal">m, by epoch of the run; NaN where there is no position.</param>
/// <param name="Vertical">Absolute, m.</param>
internal sealed record UserErrors(string Who, IReadOnlyList<double> Horizontal, IReadOnlyList<double> Vertical)
{
    /// <summary>A named user farther away sees other satellites: then the grid is nearer.</summary>
    private const double NearKm = 150;

    /// <summary>Null: the run has neither.</summary>
    public static UserErrors? Near(SourceTables tables, GeodeticPoint place)
    {
        if (tables.Folder is not { } folder)
        {
            return null;
        }

        IReadOnlyList<RunSite> sites = folder.Manifest.Sites;
        (int Index, double Km)[] near = [.. sites.Select((s, i) => (i, Km(place, GeodeticPoint.FromDegrees(s.LatitudeDeg, s.LongitudeDeg, s.HeightM)))).OrderBy(s => s.Item2)];
        bool site = File.Exists(Path.Combine(folder.Path, RunFolder.SitesFile)) && near.Length > 0;
        if (site && near[0].Km < NearKm)
        {
            SiteSeries series = SiteSeries.Of(folder, near[0].Index);
            return new($"{sites[near[0].Index].Name}, {near[0].Km:0} km away", series.Horizontal, series.Vertical);
        }

        return File.Exists(Path.Combine(folder.Path, RunFolder.GridFile)) && folder.Manifest.GridStepDeg > 0 ? OfCell(tables, place) : null;
    }

    private static UserErrors OfCell(SourceTables tables, GeodeticPoint place)
    {
        GridCells cells = GridCells.Of(tables.Folder!);
        int row = Math.Clamp((int)Math.Floor((place.LatitudeDeg + 90) / cells.StepDeg), 0, cells.Rows - 1), column = (int)Math.Floor((place.LongitudeDeg + 540) % 360 / cells.StepDeg) % cells.Columns;
        int cell = (row * cells.Columns) + column;
        EpochTable<float> grid = tables.Run!.Grid;
        double[] Over(string name)
        {
            double[] values = SatelliteTracks.Gaps(tables.Epochs.Count);
            float[] own = grid.Series(name, cell);
            for (int i = 0; i < own.Length; i++)
            {
                int k = (int)Math.Round((grid.Epochs[i] - tables.Epochs.Start).TotalSeconds / tables.Epochs.Step.TotalSeconds);
                values[Math.Clamp(k, 0, values.Length - 1)] = Math.Abs(own[i]);
            }

            return values;
        }

        (double latitude, double longitude) = cells.CentreOf(cell);
        return new($"cell {PanelWords.Place(GeodeticPoint.FromDegrees(latitude, longitude, 0))}", Over("hpe_m"), Over("vpe_m"));
    }

    private static double Km(GeodeticPoint a, GeodeticPoint b) => Ellipsoid.Up(a).AngleTo(Ellipsoid.Up(b)) * PhysicalConstants.EarthRadius / 1e3;
}
