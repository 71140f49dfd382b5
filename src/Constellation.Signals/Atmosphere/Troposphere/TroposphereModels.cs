namespace Constellation.Signals;

/// <summary>The models of the neutral atmosphere by name.</summary>
public static class TroposphereModels
{
    private static readonly Dictionary<string, IZenithModel> s_zenith = new IZenithModel[] { new SaastamoinenZenith(), Unb3Zenith.Instance, Unb3mZenith.Instance, GptModel.Gpt2w, GptModel.Gpt3 }.ToDictionary(m => m.Name);
    private static readonly Dictionary<string, IMappingModel> s_mapping = new IMappingModel[] { CosecantMapping.Instance, NiellModel.Instance, GlobalMapping.Instance, GptModel.Gpt2w }.ToDictionary(m => m.Name);

    /// <summary>Zenith delays: from no season at all to a climate of the place.</summary>
    public static IReadOnlyList<string> Zeniths { get; } = ["saastamoinen", "unb3", "unb3m", "gpt2w", "gpt3"];

    /// <summary>Mapping functions; <c>gpt2w</c> is the Vienna mapping function 1 of the climate.</summary>
    public static IReadOnlyList<string> Mappings { get; } = ["cosecant", "niell", "gmf", "gpt2w"];

    /// <summary>What RTKLIB's positioning does by default: Saastamoinen in its own standard atmosphere, cosecant mapping.</summary>
    public static ITroposphereModel AsRtklib { get; } = new TroposphereModel(SaastamoinenZenith.AsRtklib, CosecantMapping.Instance);

    /// <summary>The best that is built in: GPT3's climate with the Vienna mapping function 1.</summary>
    public static ITroposphereModel Default { get; } = Named("gpt3", "gpt2w");

    public static ITroposphereModel Named(string zenith, string mapping) => new TroposphereModel(s_zenith[zenith], s_mapping[mapping]);
}
