using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Errors of the control segment's estimates and the standard deviations it claims for them: <c>odts.parquet</c>. Metres.</summary>
public sealed class OdtsErrors
{
    private static readonly string[] s_columns = ["radial_m", "along_m", "cross_m", "clock_m"];

    private readonly RunIndex _index;
    private readonly double[][] _errors, _sigmas;

    private OdtsErrors(RunFolder folder, ColumnTable table)
    {
        Satellites = folder.Manifest.Satellites;
        Groups = new EpochGroups(folder.Epochs.Count);
        _index = RunIndex.Of(folder, RunFolder.OdtsFile, table);
        _errors = [.. s_columns.Select(table.Real)];
        _sigmas = [.. s_columns.Select(c => table.Real("sigma_" + c))];
    }

    public IReadOnlyList<RunSatellite> Satellites { get; }

    public IReadOnlyList<string> Classes => OrbitClasses.Of(Satellites);

    public bool IsEmpty => Array.TrueForAll(_errors[0], double.IsNaN);

    internal EpochGroups Groups { get; }

    public static OdtsErrors Of(RunFolder folder) =>
        new(folder, folder.Table(RunFolder.OdtsFile, RunFolder.OdtsColumns));

    /// <summary>Root mean squares over the satellites of a class (all: null) and the whole run: the errors, the claimed deviations, and their ratio.</summary>
    /// <remarks>The ratio is the root mean square of error over its own claimed deviation: 1 for a filter that knows how good it is.</remarks>
    public (double Error, double Claimed, double Ratio) Rms(OdtsComponent component, string? orbitClass = null)
    {
        RootMeanSquare error = default, claimed = default, ratio = default;
        double[] errors = _errors[(int)component], sigmas = _sigmas[(int)component];
        ForEach(orbitClass, row =>
        {
            error.Add(errors[row]);
            claimed.Add(sigmas[row]);
            ratio.Add(sigmas[row] > 0 ? errors[row] / sigmas[row] : double.NaN);
        });
        return (error.Value, claimed.Value, ratio.Value);
    }

    /// <summary>Root mean square of the clock errors of some satellites about each one's mean, m.</summary>
    internal double ClockRms(int[] satellites)
    {
        double[] varying = SatelliteMeans.Removed(_errors[(int)OdtsComponent.Clock], _index.Satellite, Satellites.Count);
        RootMeanSquare rms = default;
        for (int row = 0; row < varying.Length; row++)
        {
            if (satellites.Contains(_index.Satellite[row]))
            {
                rms.Add(varying[row]);
            }
        }

        return rms.Value;
    }

    /// <summary>Root mean squares over the satellites of a class by group of epochs.</summary>
    internal (double[] Error, double[] Claimed) OverTime(OdtsComponent component, string orbitClass)
    {
        RootMeanSquare[] error = new RootMeanSquare[Groups.Count], claimed = new RootMeanSquare[Groups.Count];
        double[] errors = _errors[(int)component], sigmas = _sigmas[(int)component];
        ForEach(orbitClass, row =>
        {
            int group = Groups.Of(_index.Epoch[row]);
            error[group].Add(errors[row]);
            claimed[group].Add(sigmas[row]);
        });
        return ([.. error.Select(e => e.Value)], [.. claimed.Select(c => c.Value)]);
    }

    private void ForEach(string? orbitClass, Action<int> action)
    {
        bool[] chosen = [.. Satellites.Select(s => orbitClass is null || s.OrbitClass == orbitClass)];
        for (int row = 0; row < _index.Satellite.Length; row++)
        {
            if (chosen[_index.Satellite[row]])
            {
                action(row);
            }
        }
    }
}
