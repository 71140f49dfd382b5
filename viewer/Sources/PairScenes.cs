using Constellation.Core;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Two runs beside each other: one camera, one time, one scale of colours.</summary>
public sealed class PairScenes : ISceneSource
{
    private readonly RunScenes _left, _right;

    /// <exception cref="InputException">CN5062: the runs have no epochs in common.</exception>
    public PairScenes(RunScenes left, RunScenes right)
    {
        (_left, _right) = (left, right);
        Grid = Common(left, right);
        Name = $"{LabelOf(left, right)} | {LabelOf(right, left)}";
    }

    public string Name { get; }

    public EpochGrid Grid { get; }

    public RunFolder? Folder => _left.Folder;

    public GlobeScene At(Epoch? epoch, SceneRequest request)
    {
        Epoch at = epoch ?? Grid.Start;
        GlobeScene left = _left.At(at, request), right = _right.At(at, request);
        if (left.Map is { } a && right.Map is { } b)
        {
            (a, b) = HeatMapPairs.OnOneScale(a, b);
            (left, right) = (left with { Map = a }, right with { Map = b });
        }

        return left with { Title = TitleOf(_left, _right), Beside = right with { Title = TitleOf(_right, _left) } };
    }

    /// <summary>The epochs of the first run that the second one reaches.</summary>
    internal static EpochGrid Common(RunScenes first, RunScenes second)
    {
        EpochGrid a = first.Grid, b = second.Grid;
        long begin = b.Start <= a.Start ? 0 : -Duration.FloorDivide(a.Start - b.Start, a.Step), end = b.Last >= a.Last ? a.Count - 1 : Duration.FloorDivide(b.Last - a.Start, a.Step);
        return begin <= end
            ? new EpochGrid(a[(int)begin], a.Step, (int)(end - begin) + 1)
            : throw new InputException(Diagnostic.Error(
                "CN5062", new SourceSpan(second.Folder.Path), $"goes from {RunScenes.Text(b.Start)} to {RunScenes.Text(b.Last)}, the other run from {RunScenes.Text(a.Start)} to {RunScenes.Text(a.Last)}", "compare runs of one time"));
    }

    /// <summary>The name of the scenario, or where both have one name, that of the folder.</summary>
    internal static string LabelOf(RunScenes run, RunScenes other) =>
        run.Name != other.Name ? run.Name : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Folder.Path)));

    private static string TitleOf(RunScenes run, RunScenes other) =>
        run.Folder.Manifest.Title != other.Folder.Manifest.Title ? run.Folder.Manifest.Title : $"{LabelOf(run, other)}: {run.Folder.Manifest.Title}";
}
