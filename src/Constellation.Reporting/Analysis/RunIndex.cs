using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Reporting;

/// <summary>Satellites and epochs of a table's rows as numbers: positions in the manifest and in the grid of epochs.</summary>
internal sealed class RunIndex
{
    private RunIndex(int[] epoch, int[] satellite) => (Epoch, Satellite) = (epoch, satellite);

    public int[] Epoch { get; }

    public int[] Satellite { get; }

    public static RunIndex Of(RunFolder folder, string file, ColumnTable table)
    {
        string path = System.IO.Path.Combine(folder.Path, file);
        Dictionary<string, int> numbers = folder.Manifest.Satellites.Select((s, i) => (s.Sat, i)).ToDictionary(p => p.Sat, p => p.i);
        string[] names = table.Text("sat");
        Epoch[] epochs = table.Epochs("epoch_gpst");
        EpochGrid grid = folder.Epochs;
        int[] epoch = new int[table.Rows], satellite = new int[table.Rows];
        for (int row = 0; row < table.Rows; row++)
        {
            if (!numbers.TryGetValue(names[row], out satellite[row]))
            {
                throw RunFolder.Wrong("CN5103", path, $"holds satellite '{names[row]}', which is not in {RunFolder.ManifestFile}");
            }

            epoch[row] = row > 0 && epochs[row] == epochs[row - 1]
                ? epoch[row - 1]
                : (int)Math.Round((epochs[row] - grid.Start).TotalSeconds / grid.Step.TotalSeconds);
            if (epoch[row] < 0 || epoch[row] >= grid.Count)
            {
                throw RunFolder.Wrong("CN5103", path, $"holds epoch {epochs[row].ToString(TimeScale.Gpst)}, which is not in {RunFolder.ManifestFile}");
            }
        }

        return new(epoch, satellite);
    }
}
