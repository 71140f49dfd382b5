using Constellation.Formats;

namespace Constellation.Tests.Formats;

/// <summary>Real products, read once for all tests of this room; a test is skipped where they are not at hand.</summary>
internal static class SharedProducts
{
    private static readonly Dictionary<string, object> Cache = [];
    private static readonly Lock Gate = new();

    public static NavigationFile Nav(string name) => Get("data/nav/" + name, path => RinexNavReader.Read(path).ValueOrThrow());

    public static Sp3File Sp3(string name) => Get("data/sp3/" + name, path => Sp3Reader.Read(path).ValueOrThrow());

    public static ClkFile Clk(string name) => Get("data/clk/" + name, path => ClkReader.Read(path).ValueOrThrow());

    public static string Path(string relative) => TestData.Shared(relative);

    private static T Get<T>(string relative, Func<string, T> read)
        where T : class
    {
        string path = Path(relative);
        lock (Gate)
        {
            if (!Cache.TryGetValue(path, out object? value))
            {
                Cache.Add(path, value = read(path));
            }

            return (T)value;
        }
    }
}
