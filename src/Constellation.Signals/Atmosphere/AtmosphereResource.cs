namespace Constellation.Signals;

/// <summary>Tables built into this assembly from <c>ephemeris/atmosphere</c>.</summary>
internal static class AtmosphereResource
{
    public static Stream Open(string name) => typeof(AtmosphereResource).Assembly.GetManifestResourceStream("atmosphere/" + name)
        ?? throw new InvalidOperationException($"resource atmosphere/{name} is not in the assembly");

    public static byte[] Bytes(string name)
    {
        using Stream stream = Open(name);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
