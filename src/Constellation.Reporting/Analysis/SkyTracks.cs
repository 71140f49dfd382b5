using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Reporting;

/// <summary>Where the satellites of a run stand in the sky of one site, epoch by epoch: from <c>orbits.parquet</c>.</summary>
/// <remarks>Geometric directions from ITRF positions: no refraction, no light time (below 0.002 degrees).</remarks>
public sealed class SkyTracks
{
    private readonly double[][] _azimuthDeg, _elevationDeg;

    private SkyTracks(RunFolder folder, RunSite site, double[][] azimuthDeg, double[][] elevationDeg)
    {
        (Site, MaskDeg, Satellites, Epochs) = (site, folder.Manifest.MaskDeg, folder.Manifest.Satellites, folder.Epochs);
        (_azimuthDeg, _elevationDeg) = (azimuthDeg, elevationDeg);
    }

    public RunSite Site { get; }

    public double MaskDeg { get; }

    public IReadOnlyList<RunSatellite> Satellites { get; }

    public EpochGrid Epochs { get; }

    /// <summary>From north over east, degrees; NaN at epochs without a position.</summary>
    public IReadOnlyList<double> AzimuthDeg(int satellite) => _azimuthDeg[satellite];

    /// <summary>Degrees; NaN at epochs without a position.</summary>
    public IReadOnlyList<double> ElevationDeg(int satellite) => _elevationDeg[satellite];

    public static SkyTracks Of(RunFolder folder, int site)
    {
        RunManifest manifest = folder.Manifest;
        RunSite place = manifest.Sites[site];
        TopocentricFrame local = new(GeodeticPoint.FromDegrees(place.LatitudeDeg, place.LongitudeDeg, place.HeightM));
        ColumnTable table = folder.Table(RunFolder.OrbitsFile, "epoch_gpst,sat,x_m,y_m,z_m");
        RunIndex index = RunIndex.Of(folder, RunFolder.OrbitsFile, table);
        double[] x = table.Real("x_m"), y = table.Real("y_m"), z = table.Real("z_m");
        double[][] azimuth = Empty(manifest), elevation = Empty(manifest);
        for (int row = 0; row < table.Rows; row++)
        {
            LookAngles look = local.Look(new Position<Itrf>(x[row], y[row], z[row]));
            (azimuth[index.Satellite[row]][index.Epoch[row]], elevation[index.Satellite[row]][index.Epoch[row]]) = (look.AzimuthDeg, look.ElevationDeg);
        }

        return new(folder, place, azimuth, elevation);
    }

    private static double[][] Empty(RunManifest manifest) =>
        [.. manifest.Satellites.Select(_ =>
        {
            double[] values = new double[manifest.Epochs];
            Array.Fill(values, double.NaN);
            return values;
        })];
}
