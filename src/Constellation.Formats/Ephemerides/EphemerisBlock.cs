using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>States of one satellite at increasing epochs without a gap or manoeuvre between them: what all tables of orbits have in common.</summary>
public sealed record EphemerisBlock
{
    /// <summary>Used where a file does not say how to interpolate: both positions and velocities of four states.</summary>
    public const InterpolationMethod DefaultMethod = InterpolationMethod.Hermite;

    /// <summary>See <see cref="DefaultMethod"/>.</summary>
    public const int DefaultDegree = 7;

    public required SatelliteId Satellite { get; init; }

    public required ReferenceFrame Frame { get; init; }

    /// <summary>Increasing, at least one.</summary>
    public required Epoch[] Epochs { get; init; }

    /// <summary>m.</summary>
    public required Vector3d[] Positions { get; init; }

    /// <summary>m/s; null where the table has none.</summary>
    public Vector3d[]? Velocities { get; init; }

    /// <summary>Clock offsets, s, NaN where there is none; null where the table has none at all.</summary>
    public double[]? Clocks { get; init; }

    /// <summary>When the states may be used; from the first to the last epoch if not given.</summary>
    public EpochSpan? Usable { get; init; }

    public InterpolationMethod Method { get; init; } = DefaultMethod;

    public int Degree { get; init; } = DefaultDegree;

    public EpochSpan Span => Usable ?? new EpochSpan(Epochs[0], Epochs[^1]);

    /// <summary>The orbit through the states, or null for a single state and without velocities.</summary>
    /// <remarks>States in TEME are interpolated in the GCRF: velocities in TEME do not tell its own turning with precession, which costs 3 cm between states 15 minutes apart.</remarks>
    public SampledOrbit? Orbit()
    {
        if (Epochs.Length < 2 || Velocities is not { } velocities)
        {
            return null;
        }

        if (Frame != ReferenceFrame.Teme)
        {
            return new SampledOrbit(Frame, Epochs, Positions, velocities, Method, Degree, Usable);
        }

        StateVector[] turned = [.. Epochs.Select((e, i) => FrameTurns.To(ReferenceFrame.Gcrf, new StateVector(e, Frame, Positions[i], velocities[i])))];
        return new SampledOrbit(ReferenceFrame.Gcrf, Epochs, Array.ConvertAll(turned, s => s.Position), Array.ConvertAll(turned, s => s.Velocity), Method, Degree, Usable);
    }
}
