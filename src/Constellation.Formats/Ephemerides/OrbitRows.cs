using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Rows of a table of states by satellite, in the order of time.</summary>
internal sealed class OrbitRows(DiagnosticBag bag)
{
    private readonly SortedDictionary<SatelliteId, List<(Epoch Epoch, Vector3d Position, Vector3d Velocity, double Clock)>> _rows = [];

    public int Count { get; private set; }

    public void Add(SatelliteId satellite, Epoch epoch, Vector3d position, Vector3d velocity, double clock, int line)
    {
        if (!(position.Norm is > 1e6 and < 1e10) || velocity.Norm > 1e5)
        {
            bag.Error("CN3126", line, 0, $"the state of {satellite} is not one of an Earth satellite ({position.Norm / 1000:0.#} km from the geocentre)", "the row is left out: metres and metres per second are meant");
            return;
        }

        if (!_rows.TryGetValue(satellite, out List<(Epoch Epoch, Vector3d Position, Vector3d Velocity, double Clock)>? rows))
        {
            _rows.Add(satellite, rows = []);
        }

        if (rows.Count > 0 && epoch <= rows[^1].Epoch)
        {
            bag.Error("CN3125", line, 0, $"the epoch of {satellite} is not after the one before", "the row is left out: order the rows");
            return;
        }

        rows.Add((epoch, position, velocity, clock));
        Count++;
    }

    public OrbitTableSet? Finish(ReferenceFrame frame, TimeScale scale)
    {
        if (Count == 0)
        {
            bag.Error("CN3129", 0, 0, "no row with a state is left", "give a table of states");
            return null;
        }

        return new OrbitTableSet { Blocks = [.. _rows.SelectMany(r => BlockCutter.AtGaps(r.Key, frame, r.Value))], Scale = scale };
    }
}
