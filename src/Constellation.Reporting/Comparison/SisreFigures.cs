using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Signal-in-space errors of a run by epoch and satellite, for comparison with another run.</summary>
internal sealed class SisreFigures
{
    private readonly RunIndex _index;
    private readonly IReadOnlyList<RunSatellite> _satellites;
    private readonly int _epochs;
    private readonly double[] _sisre, _orbit, _clock, _varying;

    public SisreFigures(RunFolder folder)
    {
        ColumnTable table = folder.Table(RunFolder.SisreFile, RunFolder.SisreColumns);
        _index = RunIndex.Of(folder, RunFolder.SisreFile, table);
        (_satellites, _epochs) = (folder.Manifest.Satellites, folder.Manifest.Epochs);
        (_sisre, _clock, _orbit) = (table.Real("sisre_m"), table.Real("clock_m"), SisreErrors.OrbitPart(folder, table, _index));
        _varying = SatelliteMeans.Removed(_clock, _index.Satellite, _satellites.Count);
    }

    public static IReadOnlyList<string> Metrics { get; } = ["sisre_rms", "sisre_orbit_rms", "sisre_clock_rms", VaryingClock];

    /// <summary>The clock's error about each satellite's own mean over the run: without the constant of a signal's delay, which hides what the clock does.</summary>
    public const string VaryingClock = "sisre_clock_std";

    /// <summary>Sum of squares (m^2) and number of values by epoch, of the satellites chosen.</summary>
    public (double[] Sums, double[] Counts) Squares(string metric, Func<RunSatellite, bool> chosen)
    {
        double[] values = metric switch { "sisre_orbit_rms" => _orbit, "sisre_clock_rms" => _clock, VaryingClock => _varying, _ => _sisre };
        bool[] takes = [.. _satellites.Select(chosen)];
        double[] sums = new double[_epochs], counts = new double[_epochs];
        for (int row = 0; row < values.Length; row++)
        {
            if (takes[_index.Satellite[row]] && !double.IsNaN(values[row]))
            {
                sums[_index.Epoch[row]] += values[row] * values[row];
                counts[_index.Epoch[row]]++;
            }
        }

        return (sums, counts);
    }
}
