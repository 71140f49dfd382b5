using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Integrates many satellites at once, on several threads: the same bits for any number of them.</summary>
/// <remarks>
/// Satellites are independent; what they share, the tables of Sun, Moon, Earth rotation and tides, is a pure function of time, whoever asks first.
/// Each orbit is that of <see cref="NumericalPropagator"/> to the last bit (tested).
/// </remarks>
public static class ConstellationPropagator
{
    /// <summary>The orbits over a span, in the order of the satellites.</summary>
    /// <param name="satellites">Where they begin and what acts on them.</param>
    /// <param name="span">What every orbit must hold; widened to hold the epoch of its initial state.</param>
    /// <param name="threads">How many at most; -1 for as many as there are processors.</param>
    /// <param name="method">Of integration.</param>
    /// <param name="cancel">Ends the work between two satellites.</param>
    public static NumericalOrbit[] Propagate(
        IReadOnlyList<SatelliteStart> satellites, EpochSpan span, int threads = -1, IntegrationMethod method = IntegrationMethod.Multistep, CancellationToken cancel = default) =>
        ForEach(satellites, threads, s => NumericalPropagator.Propagate(s.Initial, span, s.Forces, method), cancel);

    /// <summary>The orbits with their derivatives, in the order of the satellites; see <see cref="NumericalPropagator.PropagateWithPartials(Geodesy.StateVector, EpochSpan, ForceModel, ReadOnlySpan{VelocityPulse})"/>.</summary>
    public static VariationalOrbit[] PropagateWithPartials(
        IReadOnlyList<SatelliteStart> satellites, EpochSpan span, int threads = -1, IntegrationMethod method = IntegrationMethod.Multistep, CancellationToken cancel = default) =>
        ForEach(satellites, threads, s => NumericalPropagator.PropagateWithPartials(s.Initial, span, s.Forces, method), cancel);

    private static T[] ForEach<T>(IReadOnlyList<SatelliteStart> satellites, int threads, Func<SatelliteStart, T> integrate, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(satellites);
        T[] orbits = new T[satellites.Count];
        Parallel.For(0, orbits.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i => orbits[i] = integrate(satellites[i]));
        return orbits;
    }
}
