using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Tables of the <c>sisre</c> verb.</summary>
internal static class SisreTables
{
    public const string Satellites = "sat,n,radial_rms_m,along_rms_m,cross_rms_m,clock_rms_m,sisre_m,sisre_orbit_m,p95_m";

    public const string Systems = "system,n,radial_rms_m,along_rms_m,cross_rms_m,clock_rms_m,sisre_m,sisre_orbit_m,p95_m,unbiased_m,worst_user_rms_m,worst_user_p95_m";

    public const string Ages = "system,age_s,n,sisre_m,sisre_orbit_m,clock_rms_m,p95_m";

    public const string Epochs = "epoch_gpst,system,n,sisre_m,sisre_orbit_m,worst_sat,worst_sisre_m";

    public const string Samples = "epoch_gpst,sat,system,age_s,radial_m,along_m,cross_m,clock_m,in_range_m,sisre_m,sisre_orbit_m,worst_user_m";

    public static string HeaderOf(string by, bool detail) => detail ? Samples : by switch { "system" => Systems, "age" => Ages, "epoch" => Epochs, _ => Satellites };

    public static void Write(TableWriter writer, SisreReport report, string by, bool detail, double ageBin, Func<SisreSample, double>? site)
    {
        if (detail)
        {
            Detail(writer, report, site);
            return;
        }

        switch (by)
        {
            case "system":
                foreach ((string group, SisreStatistics s) in report.Groups)
                {
                    double[] worst = [.. report.Samples.Where(x => x.Group == group).Select(x => x.WorstUser)];
                    Row(writer.Text(group), s).Real(report.Debiased(group)).Real(Rms(worst)).Real(WeightedStatistics.Percentile(worst, [], 0.95)).EndRow();
                }

                break;
            case "age":
                foreach (var bin in report.Samples.GroupBy(s => (s.Group, Bin: (int)Math.Floor(s.AgeSeconds / ageBin))).OrderBy(g => g.Key.Group, StringComparer.Ordinal).ThenBy(g => g.Key.Bin))
                {
                    writer.Text(bin.Key.Group).Real((bin.Key.Bin + 0.5) * ageBin).Integer(bin.Count()).Real(Rms(bin.Select(s => s.Sisre))).Real(Rms(bin.Select(s => s.OrbitSisre))).Real(Rms(bin.Select(s => s.Error.Clock)))
                        .Real(WeightedStatistics.Percentile([.. bin.Select(s => s.Sisre)], [], 0.95)).EndRow();
                }

                break;
            case "epoch":
                foreach (var epoch in report.Samples.GroupBy(s => (s.Epoch, s.Group)).OrderBy(g => g.Key.Epoch).ThenBy(g => g.Key.Group, StringComparer.Ordinal))
                {
                    SisreSample worst = epoch.MaxBy(s => s.Sisre);
                    writer.Epoch(epoch.Key.Epoch).Text(epoch.Key.Group).Integer(epoch.Count()).Real(Rms(epoch.Select(s => s.Sisre))).Real(Rms(epoch.Select(s => s.OrbitSisre))).Satellite(worst.Satellite).Real(worst.Sisre).EndRow();
                }

                break;
            default:
                foreach (SisreStatistics s in report.Satellites)
                {
                    Row(writer.Satellite(s.Satellite), s).EndRow();
                }

                break;
        }
    }

    public static double Rms(IEnumerable<double> values)
    {
        (double sum, int n) = (0, 0);
        foreach (double value in values.Where(v => !double.IsNaN(v)))
        {
            sum += value * value;
            n++;
        }

        return n == 0 ? double.NaN : Math.Sqrt(sum / n);
    }

    private static void Detail(TableWriter writer, SisreReport report, Func<SisreSample, double>? site)
    {
        foreach (SisreSample s in report.Samples)
        {
            writer.Epoch(s.Epoch).Satellite(s.Satellite).Text(s.Group).Real(s.AgeSeconds).Real(s.Error.Radial).Real(s.Error.Along).Real(s.Error.Cross).Real(s.Error.Clock)
                .Real(s.InRange).Real(s.Sisre).Real(s.OrbitSisre).Real(s.WorstUser);
            if (site is not null)
            {
                writer.Real(site(s));
            }

            writer.EndRow();
        }
    }

    private static TableWriter Row(TableWriter writer, SisreStatistics s) => writer.Integer(s.Count).Real(s.RadialRms).Real(s.AlongRms).Real(s.CrossRms).Real(s.ClockRms).Real(s.Sisre).Real(s.SisreOrbit).Real(s.P95);
}
