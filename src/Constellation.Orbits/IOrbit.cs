using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A source of positions of one satellite: Kepler, SGP4, broadcast, SP3, integrated.</summary>
public interface IOrbit
{
    /// <summary>The axes of every state that this orbit returns.</summary>
    ReferenceFrame Frame { get; }

    /// <summary>First and last epoch at which the orbit may be asked.</summary>
    EpochSpan Validity { get; }

    /// <summary>State at one epoch; outside <see cref="Validity"/> an <see cref="ArgumentOutOfRangeException"/>.</summary>
    StateVector At(Epoch epoch);

    /// <summary>Fills <paramref name="states"/> with the states at start, start + step, ...</summary>
    void Fill(Epoch start, Duration step, Span<StateVector> states)
    {
        for (int i = 0; i < states.Length; i++)
        {
            states[i] = At(start + (step * i));
        }
    }
}
