using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Signals;

namespace Constellation.Cli;

/// <summary>The models of <c>position</c> by name, and which are taken when none is named.</summary>
internal static class PositionModels
{
    public static IReadOnlyList<string> Ionospheres { get; } = ["auto", "off", "klobuchar", "klobuchar-bds", "klobuchar-qzss", "nequick", "bdgim", "ionex", "if"];

    public static IReadOnlyList<string> Tropospheres { get; } = ["off", .. TroposphereModels.Zeniths];

    /// <summary>The engine's options for a request.</summary>
    public static ReceiverOptions Options(PositionRequest request, NavigationFile? messages)
    {
        (IonosphereUse use, IIonosphereModel? ionosphere) = Ionosphere(request, messages);
        RequirePairs(request, use);
        bool dual = use != IonosphereUse.Model;
        ReceiverOptions options = request.LikeRtklib
            ? RtklibModel.Options(ionosphere, use == IonosphereUse.Free, request.Troposphere != "off") with
            {
                CodeDelays = new RtklibCodeDelays(RtklibRinex4.Kept(messages!)),
            }
            : new ReceiverOptions
            {
                Ionosphere = ionosphere,
                IonosphereUse = use,
                Signals = dual ? SignalPreferences.DualFrequency : SignalPreferences.SingleFrequency,
                Troposphere = Troposphere(request.Troposphere ?? "unb3"),
                GenerationsApart = request.Precise,
                Weights = request.Precise ? RangeWeights.Products : RangeWeights.Broadcast,
            };
        return options with
        {
            Systems = request.Systems,
            Signals = options.Signals.With(request.Signals),
            ElevationMask = request.MaskDeg is { } mask ? double.DegreesToRadians(mask) : options.ElevationMask,
            LowestCarrierToNoise = request.LowestCarrierToNoise,
            Velocity = request.Velocity,
            SmoothingTime = request.Smoothing?.TotalSeconds ?? 0,
        };
    }

    /// <summary>A single code has no ionosphere-free combination. The precise modes have an error of their own.</summary>
    private static void RequirePairs(PositionRequest request, IonosphereUse use)
    {
        if (use != IonosphereUse.Free || request.Mode is "ppp-static" or "ppp-kinematic")
        {
            return;
        }

        foreach ((GnssSystem system, IReadOnlyList<SignalPair> pairs) in request.Signals.Where(s => request.Systems?.Contains(s.Key) ?? true))
        {
            foreach (SignalPair single in pairs.Where(p => p.Second is null))
            {
                throw new InputException(Diagnostic.Error(
                    "CN4220", new SourceSpan("--signals"), $"{(char)system}{single} is one code, and the ionosphere-free combination (--iono if, without --iono that of precise products) needs two",
                    "write pairs such as G1C+2W, or take --iono auto or a model"));
            }
        }
    }

    private static ITroposphereModel? Troposphere(string name) => name switch
    {
        "off" => null,
        "gpt2w" or "gpt3" => TroposphereModels.Named(name, "gpt2w"),
        _ => TroposphereModels.Named(name, "niell"),
    };

    private static (IonosphereUse Use, IIonosphereModel? Model) Ionosphere(PositionRequest request, NavigationFile? messages)
    {
        string name = request.Ionosphere ?? (request.LikeRtklib ? "klobuchar" : request.Precise ? "if" : "auto");
        IIonosphereModel? maps = request.IonosphereMaps.Count > 0 ? Maps(request) : null;
        if (name == "auto" && request.Mode == "dgnss")
        {
            // What model and codes say of the ionosphere would differ between the two ends.
            return (IonosphereUse.Model, maps ?? (messages is null ? null : Best(messages)));
        }

        return name switch
        {
            "off" => (IonosphereUse.Model, null),
            "if" => (IonosphereUse.Free, messages is null ? null : Best(messages)),
            "auto" when maps is not null => (IonosphereUse.Weighted, maps),
            "auto" => messages is not null && Best(messages) is { } best ? (IonosphereUse.Weighted, best) : (IonosphereUse.Free, null),
            "ionex" => (IonosphereUse.Model, maps ?? throw new InputException(Diagnostic.Error("CN4204", new SourceSpan("--iono"), "there are no maps for --iono ionex", "give them with --ionex"))),
            "klobuchar" when request.LikeRtklib => (IonosphereUse.Model, Rtklib(messages)),
            _ => (IonosphereUse.Model, Named(name, request, messages)),
        };
    }

    private static TimedIonosphere Maps(PositionRequest request) => new(
        InputFiles.ReadUsable(request.IonosphereMaps, IonexReader.Read, request.Rules).Select(f => (f.Maps.Epochs[0], (IIonosphereModel)new MapIonosphere(f.Maps))));

    /// <summary>The first that the messages have.</summary>
    private static IIonosphereModel? Best(NavigationFile messages) =>
        ((string[])["klobuchar", "klobuchar-bds", "klobuchar-qzss", "bdgim", "nequick"]).Select(n => BroadcastIonosphere.Of(messages, n)).FirstOrDefault(m => m is not null);

    private static IIonosphereModel Named(string name, PositionRequest request, NavigationFile? messages) =>
        (messages is null ? null : BroadcastIonosphere.Of(messages, name)) ?? throw new InputException(Diagnostic.Error(
            "CN4204", new SourceSpan(request.Navigation.Count > 0 ? request.Navigation[0] : "--iono"), $"there are no coefficients for the ionosphere model '{name}'",
            "give a navigation file that has them, or --iono auto, if or off"));

    /// <summary>That program reads the header alone.</summary>
    private static KlobucharIonosphere Rtklib(NavigationFile? messages)
    {
        IReadOnlyList<double>? c = messages?.Ionosphere
            .FirstOrDefault(i => i is { System: GnssSystem.Gps, Model: IonosphericModel.Klobuchar, Satellite: null } && i.Coefficients.Any(v => v != 0))?.Coefficients;
        return new(c is null ? RtklibModel.DefaultIonosphere : new Klobuchar(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]));
    }
}
