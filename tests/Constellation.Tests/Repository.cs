namespace Constellation.Tests;

/// <summary>The folder that the solution stands in; a test that needs it is skipped where only the built files are.</summary>
internal static class Repository
{
    public static string Root
    {
        get
        {
            for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Constellation.sln")))
                {
                    return folder.FullName;
                }
            }

            Assert.Skip("needs the sources of the repository");
            return "";
        }
    }

    /// <summary>Files with these endings below the folders where we write, built files left out.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        new[] { "src", "viewer", "tests", "ephemeris", "docs" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Where(f => endings.Contains(Path.GetExtension(f)) && !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);
}
