namespace Constellation.Links;

/// <summary>What a filter did in one frame: the steps that led to it, and what its measurements corrected.</summary>
internal sealed class FrameHistory
{
    public List<StepRecord> Steps { get; } = [];

    public double[] Correction { get; set; } = [];

    public OrbitClockSolution Solution { get; set; } = null!;

    /// <summary>Before a step of one group; the root and the blocks change afterwards, so both are copied.</summary>
    public void AddStep(int group, RowPanels root, IReadOnlyList<TransitionBlock> blocks) =>
        Steps.Add(new StepRecord(group, root.Copy(), [.. blocks.Select(b => b.Copy())], default));

    public void AddWidening(int group, RowPanels root, Widening wider) => Steps.Add(new StepRecord(group, root.Copy(), null, wider));
}
