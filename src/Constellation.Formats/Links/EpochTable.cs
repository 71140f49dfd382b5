using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Rows of numbers with an epoch each, in the order of time, by the names of their columns.</summary>
/// <param name="File">Where they come from.</param>
/// <param name="Names">Names of the columns of numbers, units in them.</param>
/// <param name="Epochs">One per row, increasing.</param>
/// <param name="Columns">One array per name.</param>
public sealed record EpochTable(string File, IReadOnlyList<string> Names, IReadOnlyList<Epoch> Epochs, IReadOnlyList<double[]> Columns)
{
    private static readonly (string Suffix, double Metres)[] s_lengths = [("_m", 1), ("_km", 1000), ("_dm", 0.1), ("_cm", 0.01), ("_mm", 0.001)];

    /// <summary>Time between rows that occurs most; null with fewer than two rows.</summary>
    public Duration? Interval => Epochs.Zip(Epochs.Skip(1), (a, b) => b - a).GroupBy(d => d).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (Duration?)g.Key).FirstOrDefault();

    /// <summary>Spans between rows that are farther apart than the usual interval.</summary>
    public IReadOnlyList<EpochSpan> Gaps => Interval is not { } usual ? [] : [.. Epochs.Zip(Epochs.Skip(1)).Where(p => p.Second - p.First > usual).Select(p => new EpochSpan(p.First, p.Second))];

    /// <summary>A column of lengths in metres, whatever length its name says (<c>range_m</c>, <c>x_km</c>).</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public double[] Length(string name)
    {
        foreach ((string suffix, double metres) in s_lengths)
        {
            int at = Names.Select((n, i) => (n, i)).Where(p => p.n == name + suffix).Select(p => p.i).FirstOrDefault(-1);
            if (at >= 0)
            {
                return metres == 1 ? Columns[at] : Array.ConvertAll(Columns[at], v => v * metres);
            }
        }

        throw new InputException(Diagnostic.Error("CN3380", new SourceSpan(File), $"has no column {name}_m (or _km, _cm, _mm), but {string.Join(", ", Names)}", "name the columns with --columns"));
    }

    /// <summary>The orbit that columns x, y, z tabulate: eleven nodes are interpolated, nothing across gaps.</summary>
    /// <param name="frame">Axes of the columns.</param>
    /// <param name="earth">Turns GCRF positions to the table's Earth-fixed axes.</param>
    /// <exception cref="InputException">Rows lie off the grid of their usual interval, or there are fewer than six in a row.</exception>
    public TabulatedOrbit ToOrbit(ReferenceFrame frame, IEarthOrientation earth)
    {
        double[] x = Length("x"), y = Length("y"), z = Length("z");
        if (Interval is not { } step)
        {
            throw TooShort();
        }

        long rows = Duration.FloorDivide(Epochs[^1] - Epochs[0], step) + 1;
        if (rows > 10L * Epochs.Count + 1_000_000)
        {
            throw new InputException(Diagnostic.Error("CN3381", new SourceSpan(File), $"its {Epochs.Count} rows at {step.TotalSeconds} s are spread over {rows} intervals", "leave out the rows that lie far from the others"));
        }

        Vector3d[] positions = new Vector3d[rows];
        Array.Fill(positions, new Vector3d(double.NaN, double.NaN, double.NaN));
        for (int i = 0; i < Epochs.Count; i++)
        {
            long row = Duration.FloorDivide(Epochs[i] - Epochs[0], step);
            if (Epochs[0] + (step * row) != Epochs[i])
            {
                throw new InputException(Diagnostic.Error("CN3381", new SourceSpan(File), $"row {i + 1} ({Epochs[i].ToString(TimeScale.Gpst)}) lies off the grid of {step.TotalSeconds} s", "orbits are interpolated between rows of one interval: thin or mend the table"));
            }

            Vector3d position = new(x[i], y[i], z[i]);
            positions[row] = frame == ReferenceFrame.Gcrf ? earth.At(Epochs[i]).GcrfToItrf * position : position;
        }

        return TabulatedOrbit.CanInterpolate(positions) ? new TabulatedOrbit(Epochs[0], step, positions) : throw TooShort();
    }

    private InputException TooShort() => new(Diagnostic.Error("CN3381", new SourceSpan(File), "has no six rows in a row to interpolate", "give a longer table"));
}
