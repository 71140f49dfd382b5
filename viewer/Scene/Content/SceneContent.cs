namespace Constellation.Viewer;

/// <summary>What layers add to a scene.</summary>
internal sealed class SceneContent
{
    public List<SceneLine> Lines { get; } = [];

    public List<SceneMark> Marks { get; } = [];

    public List<SceneLabel> Texts { get; } = [];

    public List<LegendRow> Legend { get; } = [];

    public List<string> Notes { get; } = [];
}
