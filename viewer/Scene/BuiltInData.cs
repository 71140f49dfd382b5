namespace Constellation.Viewer;

/// <summary>Files of the folder <c>ephemeris</c>, which lies beside the program.</summary>
internal static class BuiltInData
{
    public static Stream Open(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "ephemeris", name);
        return File.Exists(path)
            ? File.OpenRead(path)
            : throw new FileNotFoundException($"{path} is missing: the folder 'ephemeris' belongs beside the program; build or install it again", path);
    }
}
