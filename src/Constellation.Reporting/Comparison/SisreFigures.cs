using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Signal-in-space errors of a run by epoch and satellite, for comparison with another run. Metres.</summary>
internal sealed class SisreFigures
{
    private readonly int _epochs;
    private readonly Dictionary<string, int> _places;
    private readonly double[] _sisre, _orbit, _clock;

    public SisreFigures(RunFolder folder)
    {
        ColumnTable table = folder.Table(RunFolder.SisreFile, RunFolder.SisreColumns);
        RunIndex index = RunIndex.Of(folder, RunFolder.SisreFile, table);
        _epochs = folder.Manifest.Epochs;
        _places = folder.Manifest.Satellites.Select((s, i) => (s.Sat, i)).ToDictionary(p => p.Sat, p => p.i);
        double[] ByPlace(double[] rows)
        {
            double[] values = new double[_places.Count * _epochs];
            Array.Fill(values, double.NaN);
            for (int row = 0; row < rows.Length; row++)
            {
                values[(index.Satellite[row] * _epochs) + index.Epoch[row]] = rows[row];
            }

            return values;
        }

        (_sisre, _clock, _orbit) = (ByPlace(table.Real("sisre_m")), ByPlace(table.Real("clock_m")), ByPlace(SisreErrors.OrbitPart(folder, table, index)));
    }

    public static IReadOnlyList<string> Metrics { get; } = ["sisre_rms", "sisre_orbit_rms", "sisre_clock_rms", VaryingClock];

    /// <summary>The clock's error about each satellite's own mean over the epochs compared: without the constant of a signal's delay, which hides what the clock does.</summary>
    public const string VaryingClock = "sisre_clock_std";

    /// <summary>Errors of a satellite by epoch; NaN where it has none, empty where it takes no part. The varying clock's are the clock's: which epochs its mean is taken over is for the pair to say.</summary>
    public ReadOnlySpan<double> Of(string metric, string satellite)
    {
        double[] values = metric switch { "sisre_orbit_rms" => _orbit, "sisre_clock_rms" or VaryingClock => _clock, _ => _sisre };
        return _places.TryGetValue(satellite, out int place) ? values.AsSpan(place * _epochs, _epochs) : [];
    }
}
