using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>Ocean loading of stations, as the loading services write it.</summary>
/// <param name="Path">For diagnostics.</param>
/// <param name="Stations">In the order of the file.</param>
public sealed record BlqFile(string Path, IReadOnlyList<OceanLoading> Stations)
{
    /// <summary>The station of a marker: the whole name, or its first four characters.</summary>
    /// <exception cref="InputException">CN4262: it is not in the file.</exception>
    public OceanLoading Find(string marker)
    {
        string name = marker.Trim(), brief = name.Length > 4 ? name[..4] : name;
        return Stations.FirstOrDefault(s => Same(s.Station, name))
            ?? Stations.FirstOrDefault(s => brief.Length > 0 && Same(s.Station.Length > 4 ? s.Station[..4] : s.Station, brief))
            ?? throw new InputException(Diagnostic.Error(
                "CN4262", new SourceSpan(Path), $"station '{name}' is not in the file{Spelling.Hint(name, Stations.Select(s => s.Station))}", "add its coefficients, or leave --blq out: the load then stays in the position"));
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
