using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Reporting;

/// <summary>What one named user saw and got, epoch by epoch: <c>sites.parquet</c>. Values are NaN where there is no position.</summary>
public sealed class SiteSeries
{
    private SiteSeries(RunSite site, EpochGrid epochs, double[] satellites, double[] pdop, double[] horizontal, double[] vertical) =>
        (Site, Epochs, Satellites, Pdop, Horizontal, Vertical) = (site, epochs, satellites, pdop, horizontal, vertical);

    public RunSite Site { get; }

    public EpochGrid Epochs { get; }

    /// <summary>Satellites above the mask.</summary>
    public IReadOnlyList<double> Satellites { get; }

    public IReadOnlyList<double> Pdop { get; }

    /// <summary>Horizontal error, m.</summary>
    public IReadOnlyList<double> Horizontal { get; }

    /// <summary>Absolute vertical error, m.</summary>
    public IReadOnlyList<double> Vertical { get; }

    internal EpochGroups Groups => new(Epochs.Count);

    /// <param name="folder">The run.</param>
    /// <param name="site">Place of the site in the manifest.</param>
    public static SiteSeries Of(RunFolder folder, int site)
    {
        int sites = folder.Manifest.Sites.Count, epochs = folder.Epochs.Count;
        ColumnTable table = folder.Table(RunFolder.SitesFile, "n_sat,pdop,hpe_m,vpe_m");
        if (table.Rows != sites * epochs)
        {
            throw RunFolder.Wrong(
                "CN5103", System.IO.Path.Combine(folder.Path, RunFolder.SitesFile), $"has {table.Rows} rows, not {epochs} epochs of the {sites} sites of {RunFolder.ManifestFile}");
        }

        double[] Column(double[] values) => [.. Enumerable.Range(0, epochs).Select(k => values[(k * sites) + site])];
        return new(
            folder.Manifest.Sites[site], folder.Epochs,
            Column(Array.ConvertAll(table.Integer("n_sat"), n => (double)n)), Column(table.Real("pdop")), Column(table.Real("hpe_m")), Column(table.Real("vpe_m")));
    }
}
