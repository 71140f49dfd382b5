using System.Runtime.CompilerServices;
using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>States of the filter and their covariance, in the order in which they are renewed: clocks, position, zenith delay, gradients, ambiguities.</summary>
internal sealed class PppStates
{
    public const int Position = ClockGroup.Count, Wet = Position + 3, North = Wet + 1, East = Wet + 2, FirstAmbiguity = Wet + 3;

    private const int Capacity = 96;

    private readonly PppSettings _settings;
    private readonly UdCovariance _saved = new(Capacity);
    private double[] _correction = new double[Capacity];
    private double[] _partials = new double[Capacity];
    private double[] _values = new double[Capacity];

    public PppStates(PppSettings settings, Position<Itrf> position, double wet)
    {
        _settings = settings;
        for (int i = 0; i < ClockGroup.Count; i++)
        {
            Covariance.Append(0);
        }

        for (int i = 0; i < 3; i++)
        {
            Covariance.Append(FirstPositionVariance);
        }

        Covariance.Append(settings.WetSigma * settings.WetSigma);
        double gradient = settings.Gradients ? settings.GradientSigma * settings.GradientSigma : 0;
        Covariance.Append(gradient);
        Covariance.Append(gradient);
        SetMarker(position);
        _values[Wet] = wet;
    }

    /// <summary>Of what codes tell, and of a header: 100 m.</summary>
    private const double FirstPositionVariance = 1e4;

    /// <summary>Clocks start from the codes of their epoch: 1 km.</summary>
    private const double ClockVariance = 1e6;

    /// <summary>Ambiguities start from code minus carrier: 30 m.</summary>
    private const double AmbiguityVariance = 900;

    /// <summary>What variances are multiplied by because epochs follow each other faster than errors change.</summary>
    public double Repetition { get; set; } = 1;

    public UdCovariance Covariance { get; } = new(Capacity);

    public double this[int state]
    {
        get => _values[state];
        set => _values[state] = value;
    }

    public Position<Itrf> Marker => new(_values[Position], _values[Position + 1], _values[Position + 2]);

    public void SetMarker(Position<Itrf> marker) => (_values[Position], _values[Position + 1], _values[Position + 2]) = (marker.X, marker.Y, marker.Z);

    /// <summary>What happens between epochs: new clocks, a new position where it moves, air that drifts.</summary>
    public void Advance(double seconds)
    {
        if (seconds > 0)
        {
            Covariance.AddNoise(Wet, _settings.WetWalk * _settings.WetWalk * seconds);
            if (_settings.Gradients)
            {
                double walk = _settings.GradientWalk * _settings.GradientWalk * seconds;
                Covariance.AddNoise(North, walk);
                Covariance.AddNoise(East, walk);
            }
        }

        for (int i = _settings.Kinematic ? FirstAmbiguity - 4 : ClockGroup.Count - 1; i >= 0; i--)
        {
            Covariance.Renew(i, i < ClockGroup.Count ? ClockVariance : FirstPositionVariance);
        }
    }

    /// <summary>Begins an ambiguity, or begins it anew.</summary>
    public void Begin(PppTrack track, double value)
    {
        if (track.Ambiguity < 0)
        {
            track.Ambiguity = Covariance.Count;
            Covariance.Append(AmbiguityVariance);
            if (_values.Length < Covariance.Count)
            {
                Array.Resize(ref _values, 2 * _values.Length);
                Array.Resize(ref _partials, _values.Length);
                Array.Resize(ref _correction, _values.Length);
            }
        }
        else
        {
            Covariance.Renew(track.Ambiguity, AmbiguityVariance);
        }

        _values[track.Ambiguity] = value;
    }

    /// <summary>Ends an ambiguity; those of <paramref name="others"/> behind it move up.</summary>
    public void End(PppTrack track, IEnumerable<PppTrack> others)
    {
        int at = track.Ambiguity;
        Covariance.Remove(at);
        _values.AsSpan(at + 1).CopyTo(_values.AsSpan(at));
        track.Ambiguity = -1;
        foreach (PppTrack other in others)
        {
            other.Ambiguity -= other.Ambiguity > at ? 1 : 0;
        }
    }

    public void Save() => _saved.CopyFrom(Covariance);

    public void Restore()
    {
        Covariance.CopyFrom(_saved);
    }

    /// <summary>Begins an update: corrections to the states are zero.</summary>
    public void BeginUpdate() => _correction.AsSpan(0, Covariance.Count).Clear();

    public void ObserveCode(PppTrack track)
    {
        Fill(track);
        Observe(track.CodeResidual, Repetition * track.CodeVariance);
        Clear(track);
    }

    public void ObservePhase(PppTrack track)
    {
        Fill(track);
        _partials[track.Ambiguity] = 1;
        Observe(track.PhaseResidual, Repetition * track.PhaseVariance);
        _partials[track.Ambiguity] = 0;
        Clear(track);
    }

    /// <summary>What of a residual the corrections so far explain.</summary>
    public double Explained(PppTrack track, bool phase)
    {
        double sum = _correction[track.Group]
            + (track.Direction.X * _correction[Position]) + (track.Direction.Y * _correction[Position + 1]) + (track.Direction.Z * _correction[Position + 2])
            + (track.WetMapping * _correction[Wet]) + (track.GradientMapping.North * _correction[North]) + (track.GradientMapping.East * _correction[East]);
        return phase ? sum + _correction[track.Ambiguity] : sum;
    }

    /// <summary>Adds the corrections to the states.</summary>
    public void Apply()
    {
        for (int i = 0; i < Covariance.Count; i++)
        {
            _values[i] += _correction[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Observe(double residual, double variance)
    {
        int n = Covariance.Count;
        double innovation = residual;
        for (int i = 0; i < FirstAmbiguity; i++)
        {
            innovation -= _partials[i] * _correction[i];
        }

        for (int i = FirstAmbiguity; i < n; i++)
        {
            if (_partials[i] != 0)
            {
                innovation -= _partials[i] * _correction[i];
            }
        }

        Covariance.Observe(_partials.AsSpan(0, n), variance);
        ReadOnlySpan<double> gain = Covariance.Gain;
        for (int i = 0; i < n; i++)
        {
            _correction[i] += gain[i] * innovation;
        }
    }

    private void Fill(PppTrack track)
    {
        // Of the distance from satellite to marker by the marker: the direction of the signal.
        _partials[track.Group] = 1;
        (_partials[Position], _partials[Position + 1], _partials[Position + 2]) = (track.Direction.X, track.Direction.Y, track.Direction.Z);
        _partials[Wet] = track.WetMapping;
        (_partials[North], _partials[East]) = _settings.Gradients ? track.GradientMapping : (0, 0);
    }

    private void Clear(PppTrack track) => _partials[track.Group] = 0;
}
