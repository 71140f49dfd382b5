namespace Constellation.Links;

/// <summary>Where each unknown lies in the filter's state. Orbits, delay sums and zenith delays come first, clocks and delay differences after them.</summary>
/// <remarks>With crosslinks alone the two groups never correlate: clock-free and geometry-free observables see one of them each, so they are two
/// filters (<see cref="StateGroup"/>).</remarks>
internal sealed class FilterLayout
{
    public const int OrbitSize = DeviationDynamics.Size;
    public const int ClockSize = 3;
    public const int StationClockSize = 2;

    private readonly int _satellites;
    private readonly int[] _delaySum;
    private readonly int[] _delayDifference;
    private readonly int[] _zenith;
    private readonly int _clocks;
    private readonly int _stationClocks;

    public FilterLayout(LinkSystem system)
    {
        _satellites = system.Satellites.Count;
        int next = _satellites * OrbitSize;
        int[] Place(Func<int, bool> has)
        {
            int[] places = new int[system.NodeCount];
            for (int n = 0; n < places.Length; n++)
            {
                places[n] = has(n) ? next++ : -1;
            }

            return places;
        }

        _delaySum = Place(n => system.PayloadOf(n) is not null);
        _zenith = Place(system.IsStation);
        _clocks = next;
        next += _satellites * ClockSize;
        _delayDifference = Place(n => system.PayloadOf(n) is not null);
        _stationClocks = next;
        Size = next + (Math.Max(0, system.Stations.Count - 1) * StationClockSize);
    }

    public int Size { get; }

    /// <summary>Whether an unknown is a delay: it enters linearly, and predictions of ranges do not hold it.</summary>
    public bool IsPlain(int place) => place >= _satellites * OrbitSize && (place < _clocks || (place >= _clocks + (_satellites * ClockSize) && place < _stationClocks));

    /// <summary>First unknown of the clocks: those before it are of orbits and distances.</summary>
    public int FirstClock => _clocks;

    /// <summary>Displacement, velocity and acceleration of a satellite: 9 places.</summary>
    public static int Orbit(int satellite) => satellite * OrbitSize;

    /// <summary>Transmit plus receive delay of a node, -1 where it has no terminal.</summary>
    public int DelaySum(int node) => _delaySum[node];

    /// <summary>Receive minus transmit delay, -1 where it has no terminal.</summary>
    public int DelayDifference(int node) => _delayDifference[node];

    /// <summary>Zenith delay of a station.</summary>
    public int Zenith(int node) => _zenith[node];

    /// <summary>Phase, frequency and drift of a satellite, phase and frequency of a station; -1 for the first station, whose clock is system time.</summary>
    public int Clock(int node) =>
        node < _satellites ? _clocks + (node * ClockSize)
        : node == _satellites ? -1 : _stationClocks + ((node - _satellites - 1) * StationClockSize);
}
