using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>The satellites of one epoch, ready for a solution. Filled again and again by <see cref="ObservationPreparation"/>.</summary>
public sealed class PreparedEpoch
{
    private PreparedSatellite[] _satellites = new PreparedSatellite[64];
    private readonly int[] _rejected = new int[Enum.GetValues<Rejection>().Length];

    /// <summary>The receiver's own time tag.</summary>
    public Epoch Time { get; private set; }

    public int Count { get; private set; }

    /// <summary>Satellites with a pseudorange, state and delays; those below the mask are among them, marked.</summary>
    public Span<PreparedSatellite> Satellites => _satellites.AsSpan(0, Count);

    public ref PreparedSatellite this[int index] => ref Satellites[index];

    /// <summary>Satellites that <see cref="ObservationPreparation"/> could not use, by reason.</summary>
    public int Rejected(Rejection reason) => _rejected[(int)reason];

    internal void Begin(Epoch time)
    {
        (Time, Count) = (time, 0);
        Array.Clear(_rejected);
    }

    internal void Reject(Rejection reason) => _rejected[(int)reason]++;

    internal ref PreparedSatellite Add()
    {
        if (Count == _satellites.Length)
        {
            Array.Resize(ref _satellites, 2 * Count);
        }

        return ref _satellites[Count++];
    }

    /// <summary>Directions from a receiver, the delays of its atmosphere, masks, and sigmas.</summary>
    /// <param name="receiver">ITRF, m; good to some hundred metres.</param>
    /// <param name="options">Models and masks.</param>
    public void Look(Position<Itrf> receiver, ReceiverOptions options)
    {
        TopocentricFrame frame = new(receiver);
        TroposphereColumn column = options.Troposphere?.Over(frame.Geodetic, Time) ?? default;
        foreach (ref PreparedSatellite s in Satellites)
        {
            s.Turned = Turned(s.State.Position, receiver);
            s.Look = frame.Look(s.Turned);
            s.Rejection = s.Look.Elevation < options.ElevationMask ? Rejection.BelowMask
                : s.CarrierToNoise < options.LowestCarrierToNoise ? Rejection.Weak
                : Rejection.None;
            if (s.Rejection != Rejection.None)
            {
                continue;
            }

            s.Troposphere = options.Troposphere is null ? 0 : column.Slant(s.Look.Elevation);
            (s.Ionosphere, s.IonosphereSigma) = s.Signals.IsPair ? default
                : options.Ionosphere?.At(new SignalRay(frame.Geodetic, s.Turned, s.Look, Time), s.Frequency1) ?? new(0, options.UncorrectedIonosphere);
            s.OtherDelay = options.Corrections?.Metres(s, receiver, Time) ?? 0;
            s.Sigma = options.Weights.Sigma(s);
            if (!double.IsFinite(s.Ionosphere + s.OtherDelay + s.Sigma))
            {
                s.Rejection = Rejection.NoModel;
            }
        }
    }

    /// <summary>A point on the axes of transmission, on those of reception.</summary>
    private static Position<Itrf> Turned(Position<Itrf> satellite, Position<Itrf> receiver)
    {
        double angle = SinglePointSolver.EarthRate / PhysicalConstants.SpeedOfLight * (satellite - receiver).Norm;
        double cos = 1.0 - (0.5 * angle * angle);
        return new((cos * satellite.X) + (angle * satellite.Y), (cos * satellite.Y) - (angle * satellite.X), satellite.Z);
    }
}
