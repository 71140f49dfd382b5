using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>An orbit that is integrated piece by piece as it is asked for: memory does not grow with its length.</summary>
/// <remarks>The piece before the present one stays, so questions may go back by one piece, not more. Each piece starts the integrator anew at the last state
/// of the one before: 0.01 mm a day, as <see cref="NumericalPropagator"/> says of itself. Not for several threads at once.</remarks>
internal sealed class StreamedOrbit : IOrbit
{
    private readonly ForceModel _forces;
    private readonly Duration _piece;
    private NumericalOrbit _present;
    private NumericalOrbit? _before;

    /// <param name="initialGcrf">Where it begins.</param>
    /// <param name="piece">Length of a piece.</param>
    /// <param name="forces">What acts.</param>
    public StreamedOrbit(StateVector initialGcrf, Duration piece, ForceModel forces)
    {
        (_forces, _piece) = (forces, piece);
        _present = NumericalPropagator.Propagate(initialGcrf, new(initialGcrf.Epoch, initialGcrf.Epoch + piece), forces);
    }

    public ReferenceFrame Frame => ReferenceFrame.Gcrf;

    /// <summary>What is at hand now; later epochs are integrated when asked for.</summary>
    public EpochSpan Validity => new((_before ?? _present).Validity.First, _present.Validity.Last);

    public StateVector At(Epoch epoch)
    {
        Extend(epoch);
        return epoch >= _present.Validity.First ? _present.At(epoch)
            : _before?.At(epoch) ?? throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the orbit is at hand from {_present.Validity.First} on");
    }

    /// <summary>Integrates on until an epoch is held.</summary>
    public void Extend(Epoch epoch)
    {
        while (epoch > _present.Validity.Last)
        {
            Epoch from = _present.Validity.Last;
            _before = _present;
            _present = NumericalPropagator.Propagate(_before.At(from), new(from, from + _piece), _forces);
        }
    }
}
