using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>The points of a sweep, made as they are asked for: a grid of a million needs no memory.</summary>
public sealed class SweepPoints
{
    private readonly IReadOnlyList<SweepAxis> _axes;
    private readonly SweepDesign _design;
    private readonly int[][]? _table;

    private SweepPoints(IReadOnlyList<SweepAxis> axes, SweepDesign design, int count, int[][]? table) => (_axes, _design, Count, _table) = (axes, design, count, table);

    public int Count { get; }

    public SweepPoint this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            SweepLevel[] levels = new SweepLevel[_axes.Count];
            for (int axis = _axes.Count - 1, rest = index; axis >= 0; axis--)
            {
                int count = _axes[axis].Levels.Count;
                int level = _table is not null ? _table[axis][index] : _design == SweepDesign.Grid ? rest % count : index;
                levels[axis] = _axes[axis].Levels[level];
                rest /= count;
            }

            return new(index, levels);
        }
    }

    /// <summary>Number of combinations, or the largest number there is.</summary>
    public static long CountOf(IReadOnlyList<SweepAxis> axes)
    {
        double product = axes.Aggregate(1.0, (p, a) => p * a.Levels.Count);
        return product > long.MaxValue / 2 ? long.MaxValue : axes.Aggregate(1L, (p, a) => p * a.Levels.Count);
    }

    public static SweepPoints Grid(IReadOnlyList<SweepAxis> axes) => new(axes, SweepDesign.Grid, checked((int)CountOf(axes)), null);

    /// <summary>Axes of equal length.</summary>
    public static SweepPoints Zip(IReadOnlyList<SweepAxis> axes) => new(axes, SweepDesign.Zip, axes.Count == 0 ? 1 : axes[0].Levels.Count, null);

    /// <summary>Strata of every axis in an order of its own, drawn; an axis of fewer levels than strata has each as often as the others.</summary>
    public static SweepPoints LatinHypercube(IReadOnlyList<SweepAxis> axes, int samples, ulong seed)
    {
        int[][] table = new int[axes.Count][];
        for (int axis = 0; axis < axes.Count; axis++)
        {
            RandomDraws draws = new(seed, (uint)axis, EntityId.Scenario, NoisePurpose.SweepDesign);
            int levels = axes[axis].Levels.Count;
            table[axis] = [.. Enumerable.Range(0, samples).OrderBy(k => draws.UniformAt((ulong)k)).ThenBy(k => k).Select(k => (int)((long)k * levels / samples))];
        }

        return new(axes, SweepDesign.LatinHypercube, samples, table);
    }
}
