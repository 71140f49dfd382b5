using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;
using static Constellation.Orbits.LaneMath;

namespace Constellation.Orbits;

/// <summary>The nodes of a resonance over the times of one call of the kernel.</summary>
internal readonly ref struct ResonanceNodes
{
    private readonly ReadOnlySpan<ResonanceNode> _after, _before;

    private ResonanceNodes(TesseralResonance resonance, ReadOnlySpan<ResonanceNode> after, ReadOnlySpan<ResonanceNode> before)
    {
        Resonance = resonance;
        _after = after;
        _before = before;
    }

    /// <summary>Null where there is none.</summary>
    public TesseralResonance? Resonance { get; }

    public static ResonanceNodes Covering(TesseralResonance? resonance, ReadOnlySpan<double> minutes)
    {
        if (resonance is null || minutes.IsEmpty)
        {
            return default;
        }

        double first = minutes[0], last = first;
        foreach (double t in minutes)
        {
            (first, last) = (Math.Min(first, t), Math.Max(last, t));
        }

        return new(resonance, resonance.Table(Math.Max(0, TesseralResonance.NodeOf(last))), resonance.Table(Math.Min(-1, TesseralResonance.NodeOf(first))));
    }

    /// <summary>Longitude (rad) and mean motion (rad/min); most often all four times follow the same node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(Lanes minutes, out Lanes longitude, out Lanes motion)
    {
        Lanes index = Vector256.Truncate(minutes / Of(TesseralResonance.Step)), t = Fma(index, Of(-TesseralResonance.Step), minutes), half = 0.5 * t * t;
        Lanes same = Vector256.Equals(index, Of(index.ToScalar()));
        if (Vector256.EqualsAll(same.AsInt64(), Vector256<long>.AllBitsSet))
        {
            ref readonly ResonanceNode node = ref Node(index.ToScalar());
            longitude = Fma(Of(node.MotionRate), half, Fma(Of(node.LongitudeRate), t, Of(node.Longitude)));
            motion = Fma(Of(node.MotionCurvature), half, Fma(Of(node.MotionRate), t, Of(node.MeanMotion)));
            return;
        }

        ref readonly ResonanceNode a = ref Node(index[0]), b = ref Node(index[1]), c = ref Node(index[2]), d = ref Node(index[3]);
        Lanes rate = Vector256.Create(a.MotionRate, b.MotionRate, c.MotionRate, d.MotionRate);
        longitude = Fma(rate, half, Fma(Vector256.Create(a.LongitudeRate, b.LongitudeRate, c.LongitudeRate, d.LongitudeRate), t, Vector256.Create(a.Longitude, b.Longitude, c.Longitude, d.Longitude)));
        motion = Fma(Vector256.Create(a.MotionCurvature, b.MotionCurvature, c.MotionCurvature, d.MotionCurvature), half, Fma(rate, t, Vector256.Create(a.MeanMotion, b.MeanMotion, c.MeanMotion, d.MeanMotion)));
    }

    private ref readonly ResonanceNode Node(double index)
    {
        int i = (int)index;
        return ref i >= 0 ? ref _after[i] : ref _before[-i];
    }
}
