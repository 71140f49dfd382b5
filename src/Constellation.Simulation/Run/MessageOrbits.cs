using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Predictions and ephemerides made from the same states, kept for those who make messages beside each other.</summary>
internal sealed class MessageOrbits
{
    private readonly Dictionary<(SatelliteId, StateVector, EpochSpan), IOrbit> _predictions = [];
    private readonly Dictionary<(SatelliteId, StateVector, EpochSpan, Epoch), IOrbit> _ephemerides = [];

    /// <summary>Forgets all: before a round of measurements.</summary>
    public void Begin()
    {
        _predictions.Clear();
        _ephemerides.Clear();
    }

    public IOrbit Predict(SatelliteId satellite, StateVector state, EpochSpan span, Func<IOrbit> make) => Kept(_predictions, (satellite, state, span), make);

    /// <summary>Nothing is kept of what cannot be made. The span of the prediction counts: the integrator's last steps hang on where it ends, and bits of a fit on less.</summary>
    public IOrbit Fit(SatelliteId satellite, StateVector state, EpochSpan span, Epoch reference, Func<IOrbit> make) => Kept(_ephemerides, (satellite, state, span, reference), make);

    private static IOrbit Kept<TKey>(Dictionary<TKey, IOrbit> kept, TKey key, Func<IOrbit> make)
        where TKey : notnull
    {
        if (!kept.TryGetValue(key, out IOrbit? orbit))
        {
            kept.Add(key, orbit = make());
        }

        return orbit;
    }
}
