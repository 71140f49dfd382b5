namespace Constellation.Tests;

/// <summary>Finds test files: small reference vectors beside the tests, and real data in the folder <c>shared</c> beside the repository.</summary>
internal static class TestData
{
    private static readonly string? s_shared = FindShared();

    /// <summary>A file under <c>tests/Constellation.Tests/data</c>.</summary>
    public static string Local(string relative) => Path.Combine(AppContext.BaseDirectory, "data", relative);

    /// <summary>Path of a file in <c>shared</c>, such as <c>data/sp3/...</c>; the test is skipped where it is absent.</summary>
    public static string Shared(string relative)
    {
        string? path = s_shared is null ? null : Path.Combine(s_shared, relative);
        if (path is null || !(File.Exists(path) || Directory.Exists(path)))
        {
            Assert.Skip($"needs real data that is not in the repository: shared/{relative} (set CONSTELLATION_SHARED)");
        }

        return path!;
    }

    private static string? FindShared()
    {
        if (Environment.GetEnvironmentVariable("CONSTELLATION_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(candidate, "data")))
            {
                return candidate;
            }
        }

        return null;
    }
}
