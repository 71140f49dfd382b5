using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Where each unknown of the batch lies. What holds for the whole arc comes first (orbits, delay sums, zenith delays, delay differences); clocks belong to one round each.</summary>
internal sealed class BatchLayout
{
    private readonly LinkSystem _system;
    private readonly int[] _orbit, _delaySum, _delayDifference, _zenith;

    /// <param name="system">Who ranges.</param>
    /// <param name="orbitSizes">Unknowns of each satellite's orbit: six and its parameters.</param>
    /// <param name="start">First round.</param>
    /// <param name="length">From the first round to the last, s.</param>
    /// <param name="settings">Length of the pieces.</param>
    public BatchLayout(LinkSystem system, IReadOnlyList<int> orbitSizes, Epoch start, double length, BatchSettings settings)
    {
        (_system, Start) = (system, start);
        (DelayInterval, DelayPieces) = Pieces(length, settings.DelayInterval);
        (ZenithInterval, ZenithPieces) = Pieces(length, settings.ZenithPieces > 0 ? system.Equipment.TroposphereTime / settings.ZenithPieces : double.MaxValue);
        _orbit = new int[system.Satellites.Count + 1];
        for (int i = 0; i < system.Satellites.Count; i++)
        {
            _orbit[i + 1] = _orbit[i] + orbitSizes[i];
        }

        int next = _orbit[^1];
        int[] Place(Func<int, bool> has, int count)
        {
            int[] places = new int[system.NodeCount];
            for (int n = 0; n < places.Length; n++)
            {
                places[n] = has(n) ? next : -1;
                next += has(n) ? count : 0;
            }

            return places;
        }

        _delaySum = Place(n => system.PayloadOf(n) is not null, DelayPieces);
        _zenith = Place(system.IsStation, ZenithPieces);
        _delayDifference = Place(n => system.PayloadOf(n) is not null, DelayPieces);
        Size = next;
        ClockCount = system.Satellites.Count + Math.Max(0, system.Stations.Count - 1);
    }

    public Epoch Start { get; }

    /// <summary>Unknowns of the arc.</summary>
    public int Size { get; }

    /// <summary>Unknown clocks of a round: all satellites, then all stations but the first, whose clock is system time.</summary>
    public int ClockCount { get; }

    public double DelayInterval { get; }

    public int DelayPieces { get; }

    public double ZenithInterval { get; }

    public int ZenithPieces { get; }

    public int Orbit(int satellite) => _orbit[satellite];

    public int OrbitSize(int satellite) => _orbit[satellite + 1] - _orbit[satellite];

    /// <summary>First piece of a node's delay sum, -1 where it has no terminal.</summary>
    public int DelaySum(int node) => _delaySum[node];

    public int DelayDifference(int node) => _delayDifference[node];

    /// <summary>First piece of a station's zenith delay.</summary>
    public int Zenith(int node) => _zenith[node];

    public int DelayPiece(Epoch epoch) => Piece(epoch, DelayInterval, DelayPieces);

    public int ZenithPiece(Epoch epoch) => Piece(epoch, ZenithInterval, ZenithPieces);

    /// <summary>Place of a node's clock among those of a round; -1 for system time.</summary>
    public int Clock(int node) => node < _system.Satellites.Count ? node : node == _system.Satellites.Count ? -1 : node - 1;

    private int Piece(Epoch epoch, double interval, int pieces) => Math.Clamp((int)((epoch - Start).TotalSeconds / interval), 0, pieces - 1);

    private static (double Interval, int Pieces) Pieces(double length, double wanted)
    {
        int pieces = Math.Max(1, (int)Math.Ceiling(length / wanted));
        return (Math.Max(length, 1) / pieces, pieces);
    }
}
