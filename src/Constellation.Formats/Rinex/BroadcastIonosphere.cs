using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Ionosphere models from the coefficients of a navigation file.</summary>
public static class BroadcastIonosphere
{
    /// <summary>Names of the models, as options give them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["klobuchar", "klobuchar-bds", "klobuchar-qzss", "klobuchar-navic", "nequick", "ntcm", "bdgim"];

    /// <summary>The model of a name, or null when the file has no coefficients for it (all zero counts as none).</summary>
    public static IIonosphereModel? Of(NavigationFile file, string name) => name switch
    {
        "klobuchar" => Of(file, GnssSystem.Gps, IonosphericModel.Klobuchar),
        "klobuchar-bds" => Of(file, GnssSystem.BeiDou, IonosphericModel.Klobuchar),
        "klobuchar-qzss" => Of(file, GnssSystem.Qzss, IonosphericModel.Klobuchar),
        "klobuchar-navic" => Of(file, GnssSystem.NavIc, IonosphericModel.Klobuchar),
        "nequick" => Of(file, GnssSystem.Galileo, IonosphericModel.NeQuickG),
        "ntcm" => Of(file, GnssSystem.Galileo, IonosphericModel.NeQuickG, c => new NtcmG(c[0], c[1], c[2])),
        "bdgim" => Of(file, GnssSystem.BeiDou, IonosphericModel.Bdgim),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not one of " + string.Join(", ", Names)),
    };

    /// <summary>What a system broadcast for one kind of model; null when that is nothing.</summary>
    /// <remarks>With times (RINEX 4) each ray gets the set that was last sent. Of sets sent at the same time, and of header lines, the first one counts.</remarks>
    public static IIonosphereModel? Of(NavigationFile file, GnssSystem system, IonosphericModel model) => Of(file, system, model, null);

    private static IIonosphereModel? Of(NavigationFile file, GnssSystem system, IonosphericModel model, Func<IReadOnlyList<double>, IIonosphereModel>? make)
    {
        List<(Epoch Sent, IIonosphereModel Model)> models = [];
        foreach (IonosphericCorrection set in file.Ionosphere.Where(c => c.System == system && c.Model == model && c.Coefficients.Any(v => v != 0)).DistinctBy(c => c.Transmission))
        {
            models.Add((set.Transmission ?? EpochSpan.Unbounded.First, make is null ? Of(set) : make(set.Coefficients)));
        }

        return models.Count switch { 0 => null, 1 => models[0].Model, _ => new TimedIonosphere(models) };
    }

    private static IIonosphereModel Of(IonosphericCorrection set)
    {
        IReadOnlyList<double> c = set.Coefficients;
        return set.Model switch
        {
            IonosphericModel.NeQuickG => new NeQuickG(c[0], c[1], c[2]),
            IonosphericModel.Bdgim => new Bdgim(c),
            _ when set.System == GnssSystem.BeiDou => new BeiDouKlobuchar(Klobuchar(c)),
            _ => new KlobucharIonosphere(Klobuchar(c)),
        };
    }

    private static Klobuchar Klobuchar(IReadOnlyList<double> c) => new(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
}
