using System.Runtime.CompilerServices;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>The satellites of one epoch, ready for a solution. Filled again and again by <see cref="ObservationPreparation"/>.</summary>
public sealed class PreparedEpoch
{
    /// <summary>Satellites that must have two codes before the receiver's difference between them is worth something.</summary>
    private const int FewestForDifference = 3;

    /// <summary>A difference between two codes so many sigmas from the others' has no part in their mean.</summary>
    private const double LargestOfMean = 6.0;

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

    /// <summary>Satellites that use these signals.</summary>
    internal int CountOf(SignalColumns signals)
    {
        int count = 0;
        foreach (ref PreparedSatellite s in Satellites)
        {
            count += ReferenceEquals(s.Signals, signals) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Takes a satellite away; those behind it move up.</summary>
    internal void RemoveAt(int index)
    {
        Array.Copy(_satellites, index + 1, _satellites, index, Count - index - 1);
        Count--;
        Reject(Rejection.NoModel);
    }

    /// <summary>Takes the satellites of a clock column away that use other signals.</summary>
    internal void RemoveOthers(int column, SignalColumns signals)
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (_satellites[i].ClockColumn == column && !ReferenceEquals(_satellites[i].Signals, signals))
            {
                Reject(Rejection.NoCode);
                continue;
            }

            if (kept != i)
            {
                _satellites[kept] = _satellites[i];
            }

            kept++;
        }

        Count = kept;
    }

    /// <summary>Directions from a receiver, the delays of its atmosphere, masks, combinations of codes, and sigmas.</summary>
    /// <param name="receiver">ITRF, m; good to some hundred metres.</param>
    /// <param name="options">Models and masks.</param>
    /// <remarks>
    /// Two codes tell the delay I of the first by (P2 - P1 - d) / (q - 1), q = f1^2 / f2^2, d the receiver's difference between them; the model tells it with
    /// a sigma s. P = (1 + b) P1 - b (P2 - d) - (1 - w) I with b = w / (q - 1) has the least variance, for codes of equal sigma c, at
    /// w = (s^2 - g c^2) / (s^2 + 2 g^2 c^2), g = 1 / (q - 1), kept between 0 and 1: no w is one code and the model, w = 1 the ionosphere-free combination.
    /// d is the mean of P2 - P1 - (q - 1) I over the satellites with the pair, by weight, without those far off it; what the model errs by on average enters d, then every range alike,
    /// and ends in the clock.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
                : s.Faulty ? Rejection.Fault
                : Rejection.None;
            if (s.Rejection == Rejection.None)
            {
                s.Troposphere = options.Troposphere is null ? 0 : column.Slant(s.Look.Elevation);
                s.OtherDelay = options.Corrections?.Metres(s, receiver, Time) ?? 0;
                s.SecondPart = 0;
                bool free = options.IonosphereUse == IonosphereUse.Free && s.Signals.IsPair;
                (s.Ionosphere, s.IonosphereSigma) = free ? default
                    : options.Ionosphere?.At(new SignalRay(frame.Geodetic, s.Turned, s.Look, Time), s.Frequency1) ?? new(0, options.UncorrectedIonosphere);
                if (free)
                {
                    double q = s.Frequency1 * s.Frequency1 / (s.Frequency2 * s.Frequency2);
                    s.SecondPart = 1.0 / (q - 1.0);
                    s.Pseudorange = ((1.0 + s.SecondPart) * s.Range1) - (s.SecondPart * s.Range2) + (PhysicalConstants.SpeedOfLight * s.DelayOfPair);
                }
                else
                {
                    s.Pseudorange = s.Range1 + (PhysicalConstants.SpeedOfLight * s.Delay1);
                }
            }
        }

        if (options.IonosphereUse == IonosphereUse.Weighted)
        {
            Blend(options.Weights);
        }

        foreach (ref PreparedSatellite s in Satellites)
        {
            if (s.Rejection == Rejection.None)
            {
                s.Sigma = options.Weights.Sigma(s);
                if (!double.IsFinite(s.Pseudorange + s.Ionosphere + s.OtherDelay + s.Sigma))
                {
                    s.Rejection = Rejection.NoModel;
                }
            }
        }
    }

    private void Blend(IRangeWeights weights)
    {
        for (int i = 0; i < Count; i++)
        {
            // The first satellite of a pair of signals serves all of them.
            SignalColumns signals = _satellites[i].Signals;
            if (signals.IsPair && !IsEarlier(i, signals))
            {
                Blend(signals, weights);
            }
        }
    }

    private bool IsEarlier(int index, SignalColumns signals)
    {
        for (int i = 0; i < index; i++)
        {
            if (ReferenceEquals(_satellites[i].Signals, signals))
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Blend(SignalColumns signals, IRangeWeights weights)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        double sum = 0, total = 0;
        int n = 0;
        Span<double> values = stackalloc double[Count], parts = stackalloc double[Count];
        foreach (ref PreparedSatellite s in Satellites)
        {
            if (IsPart(s, signals, out double growth))
            {
                double code = weights.CodeSigma(s) * s.Smoothing, model = growth * s.IonosphereSigma, weight = 1.0 / ((2.0 * code * code) + (model * model));
                values[n] = s.Range2 - s.Range1 + (c * (s.Delay2 - s.Delay1)) - (growth * s.Ionosphere);
                sum += weight * values[n];
                total += weight;
                parts[n++] = weight;
            }
        }

        while (n >= FewestForDifference && Farthest(values[..n], parts, sum / total) is >= 0 and int far)
        {
            n--;
            (values[far], values[n]) = (values[n], values[far]);
            (parts[far], parts[n]) = (parts[n], parts[far]);
            sum -= parts[n] * values[n];
            total -= parts[n];
        }

        if (n < FewestForDifference)
        {
            return;
        }

        double difference = sum / total;
        foreach (ref PreparedSatellite s in Satellites)
        {
            if (IsPart(s, signals, out double growth))
            {
                double code = weights.CodeSigma(s) * s.Smoothing, g = 1.0 / growth, model = s.IonosphereSigma * s.IonosphereSigma;
                double w = Math.Clamp((model - (g * code * code)) / (model + (2.0 * g * g * code * code)), 0.0, 1.0);
                s.SecondPart = w * g;
                s.Pseudorange = ((1.0 + s.SecondPart) * (s.Range1 + (c * s.Delay1))) - (s.SecondPart * (s.Range2 + (c * s.Delay2) - difference));
                s.Ionosphere *= 1.0 - w;
                s.IonosphereSigma *= 1.0 - w;
            }
        }
    }

    /// <summary>Index of the value farthest from the mean, in its own sigmas; -1 if none is too far.</summary>
    private static int Farthest(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double mean)
    {
        (int far, double largest) = (-1, LargestOfMean * LargestOfMean);
        for (int i = 0; i < values.Length; i++)
        {
            double d = values[i] - mean, square = weights[i] * d * d;
            if (square > largest)
            {
                (far, largest) = (i, square);
            }
        }

        return far;
    }

    private static bool IsPart(in PreparedSatellite s, SignalColumns signals, out double growth)
    {
        growth = (s.Frequency1 * s.Frequency1 / (s.Frequency2 * s.Frequency2)) - 1.0;
        return s.Rejection == Rejection.None && ReferenceEquals(s.Signals, signals) && double.IsFinite(s.Delay2 + s.IonosphereSigma);
    }

    /// <summary>A point on the axes of transmission, on those of reception.</summary>
    private static Position<Itrf> Turned(Position<Itrf> satellite, Position<Itrf> receiver)
    {
        double angle = SinglePointSolver.EarthRate / PhysicalConstants.SpeedOfLight * (satellite - receiver).Norm;
        double cos = 1.0 - (0.5 * angle * angle);
        return new((cos * satellite.X) + (angle * satellite.Y), (cos * satellite.Y) - (angle * satellite.X), satellite.Z);
    }
}
