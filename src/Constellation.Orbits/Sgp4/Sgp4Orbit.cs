using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>The orbit of an element set (TLE, OMM) by SGP4, or SDP4 from a period of 225 min on, on the axes of TEME.</summary>
/// <remarks>
/// <para>One state after another and in any order of times, from any number of threads. For many satellites or epochs at once <see cref="Sgp4Batch"/> is ten times faster.</para>
/// <para>Accuracy: the model, not the code, sets it. Sets of GPS satellites are right to 1 or 2 km within a day of their epoch (<c>Sgp4OrbitTests</c>), low orbits to 1 km at the epoch and some km a day
/// more. The code agrees with the published verification cases within their digits (<c>Sgp4VerificationTests</c>).</para>
/// <para>Time runs as elapsed time from the epoch of the set: a leap second between counts.</para>
/// </remarks>
public sealed class Sgp4Orbit : IOrbit
{
    /// <summary>How far from its epoch a set may be asked: far beyond all sense, but bounded.</summary>
    public static Duration Reach { get; } = Duration.FromDays(36525);

    private readonly Sgp4Coefficients _coefficients;
    private readonly double _lengthUnit, _speedUnit;

    /// <exception cref="ArgumentException">The elements are not those of an ellipse about the Earth.</exception>
    public Sgp4Orbit(Sgp4Elements elements, Sgp4Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(elements);
        if (!IsUsable(elements))
        {
            throw new ArgumentException("an element set has n > 0 and 0 <= e < 1, finite angles and a finite drag term", nameof(elements));
        }

        _coefficients = new Sgp4Coefficients(elements, options ?? Sgp4Options.Default);
        _lengthUnit = Options.Constants.EarthRadius;
        _speedUnit = _lengthUnit / 60;
        Validity = new EpochSpan(elements.Epoch - Reach, elements.Epoch + Reach);
    }

    public ReferenceFrame Frame => ReferenceFrame.Teme;

    /// <summary>A hundred years to both sides; within them there may be no state, see <see cref="TryAt(Epoch, out StateVector)"/>.</summary>
    public EpochSpan Validity { get; }

    public Sgp4Elements Elements => _coefficients.Elements;

    public Sgp4Options Options => _coefficients.Options;

    /// <summary>Whether the period is 225 min or more: SDP4.</summary>
    public bool IsDeepSpace => _coefficients.Deep is not null;

    /// <summary>Whether the period is resonant with the Earth's rotation.</summary>
    public bool IsResonant => _coefficients.Deep?.Resonance is not null;

    /// <summary>Whether the perigee of the elements is below the ground.</summary>
    public bool IsSubOrbital => _coefficients.SubOrbital;

    internal Sgp4Coefficients Coefficients => _coefficients;

    /// <summary>Whether the numbers describe an ellipse at all; whether it leads to a state is told by <see cref="Sgp4Status"/>.</summary>
    public static bool IsUsable(Sgp4Elements elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return elements.MeanMotion > 0 && double.IsFinite(elements.MeanMotion) && elements.Eccentricity is >= 0 and < 1 &&
            double.IsFinite(elements.Inclination + elements.RightAscension + elements.ArgumentOfPerigee + elements.MeanAnomaly + elements.BStar);
    }

    /// <exception cref="ArgumentOutOfRangeException">Outside <see cref="Validity"/>, or the model has no state then (decayed, elements out of their range).</exception>
    public StateVector At(Epoch epoch)
    {
        Sgp4Status status = TryAt(epoch, out StateVector state);
        return status == Sgp4Status.Done
            ? state
            : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"SGP4 has no state then: error {(int)status}, {status}");
    }

    /// <summary>The state, and whether it is one: of <see cref="Sgp4Status.Decayed"/> the state is that of the model, of other errors it is NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside <see cref="Validity"/>.</exception>
    public Sgp4Status TryAt(Epoch epoch, out StateVector state)
    {
        Sgp4Status status = TryAt(epoch - Elements.Epoch, out Vector3d position, out Vector3d velocity);
        state = new StateVector(epoch, ReferenceFrame.Teme, position, velocity);
        return status;
    }

    /// <summary>Position (m) and velocity (m/s) in TEME at a time since the epoch of the set.</summary>
    /// <inheritdoc cref="TryAt(Epoch, out StateVector)"/>
    public Sgp4Status TryAt(Duration sinceEpoch, out Vector3d position, out Vector3d velocity)
    {
        if (sinceEpoch > Reach || sinceEpoch < -Reach)
        {
            throw new ArgumentOutOfRangeException(nameof(sinceEpoch), sinceEpoch, "more than a century from the epoch of the set");
        }

        Sgp4Status status = Sgp4Propagator.Propagate(_coefficients, sinceEpoch.TotalSeconds / 60, out position, out velocity);
        (position, velocity) = (_lengthUnit * position, _speedUnit * velocity);
        return status;
    }
}
