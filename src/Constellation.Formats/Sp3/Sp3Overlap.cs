using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Compares SP3 files that are to be merged where they tell of the same epochs.</summary>
internal static class Sp3Overlap
{
    public static void Tell(IReadOnlyList<Sp3File> files, Action<Diagnostic> tell)
    {
        SourceSpan where = new("SP3 files");
        HashSet<Epoch> seen = [], shared = [];
        foreach (Epoch epoch in files.SelectMany(f => f.Epochs))
        {
            if (!seen.Add(epoch))
            {
                shared.Add(epoch);
            }
        }

        if (shared.Count > 0)
        {
            (double metres, SatelliteId id) = Greatest(files, shared);
            string difference = metres < 0 ? "no satellite is in both" : $"the greatest difference is {metres:0.000} m ({id})";
            tell(Diagnostic.Warning("CN3118", where, $"{shared.Count} epochs are in more than one file, the first {shared.Min().ToString(TimeScale.Gpst)}; {difference}", "the file named first is used there"));
        }

        string[] frames = [.. files.Select(f => f.CoordinateSystem.Trim()).Where(n => n.Length > 0).Distinct()];
        if (frames.Length > 1)
        {
            tell(Diagnostic.Warning("CN3119", where, $"the files name different frames: {string.Join(", ", frames)}", "they are used as one: realisations of the ITRF differ by centimetres at most"));
        }
    }

    private static (double Metres, SatelliteId Id) Greatest(IReadOnlyList<Sp3File> files, HashSet<Epoch> shared)
    {
        Dictionary<(SatelliteId, Epoch), Vector3d> first = [];
        (double metres, SatelliteId id) = (-1, default);
        foreach (Sp3File file in files)
        {
            for (int row = 0; row < file.Epochs.Length; row++)
            {
                if (!shared.Contains(file.Epochs[row]))
                {
                    continue;
                }

                foreach (Sp3Satellite satellite in file.Satellites.Where(s => !double.IsNaN(s.Positions[row].X)))
                {
                    if (!first.TryAdd((satellite.Id, file.Epochs[row]), satellite.Positions[row]))
                    {
                        double distance = (satellite.Positions[row] - first[(satellite.Id, file.Epochs[row])]).Norm;
                        (metres, id) = distance > metres ? (distance, satellite.Id) : (metres, id);
                    }
                }
            }
        }

        return (metres, id);
    }
}
