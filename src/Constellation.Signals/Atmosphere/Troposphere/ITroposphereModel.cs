using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>A model of the delay of the neutral atmosphere: the column over a place, from which every ray there follows.</summary>
/// <remarks>Safe for threads: results depend on the arguments alone.</remarks>
public interface ITroposphereModel
{
    /// <summary>As reports and options name it: <c>unb3m</c>, <c>gpt3</c>, ...</summary>
    string Name { get; }

    /// <param name="place">Ellipsoidal; heights outside a model's range are taken to its edge.</param>
    /// <param name="epoch">Season, and day, of the column.</param>
    TroposphereColumn Over(GeodeticPoint place, Epoch epoch);
}
