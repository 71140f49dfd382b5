using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Carries the deviation of a satellite from its reference orbit, with its transition, over one step.</summary>
/// <remarks>State: displacement (3), its velocity (3), unmodelled acceleration in R, A, C (3). The deviation itself moves by the exact difference of
/// attraction (Encke's idea), so nothing is linearised in it; the transition is the derivative along the estimate. Fourth-order Runge-Kutta, one step
/// of at most 300 s: (omega h)^5 / 120 = 1e-9 of the deviation for medium orbits.</remarks>
internal sealed class DeviationDynamics
{
    public const int Size = 9;
    private const int Columns = 10; // nine of the transition, one for the deviation
    private readonly double[] _y = new double[6 * Columns];
    private readonly double[] _stage = new double[6 * Columns];
    private readonly double[] _slope = new double[6 * Columns];
    private readonly double[] _sum = new double[6 * Columns];

    /// <summary>Replaces <paramref name="deviation"/> by its value a step later, fills the 9 x 9 <paramref name="transition"/> and a root of its noise.</summary>
    public void Step(IOrbit reference, Epoch from, double step, AccelerationNoise acceleration, Span<double> deviation, Span<double> transition, Span<double> noiseRoot)
    {
        StateVector middle = Integrate(reference, from, step, acceleration, deviation, 0);
        transition.Clear();
        for (int i = 0; i < 6; i++)
        {
            _sum.AsSpan(i * Columns, Size).CopyTo(transition[(i * Size)..]);
        }

        double half = KeptHalfway(acceleration, step);
        for (int i = 6; i < Size; i++)
        {
            transition[(i * Size) + i] = half * half;
        }

        FillNoise(acceleration, step, OrbitAxes.Of(middle.Position, middle.Velocity), noiseRoot);
    }

    /// <summary>The same to the last bit without transition and noise.</summary>
    public void Move(IOrbit reference, Epoch from, double step, AccelerationNoise acceleration, Span<double> deviation) =>
        Integrate(reference, from, step, acceleration, deviation, Size);

    private static double KeptHalfway(AccelerationNoise acceleration, double step) => Math.Exp(-step / (2 * acceleration.CorrelationTime));

    /// <summary>Columns from <paramref name="first"/> on; the deviation's is the last one.</summary>
    private StateVector Integrate(IOrbit reference, Epoch from, double step, AccelerationNoise acceleration, Span<double> deviation, int first)
    {
        StateVector start = reference.At(from);
        StateVector middle = reference.At(from + Duration.FromSeconds(step / 2));
        StateVector end = reference.At(from + Duration.FromSeconds(step));
        double half = KeptHalfway(acceleration, step), whole = half * half;
        Array.Clear(_y);
        for (int i = 0; i < 6; i++)
        {
            _y[(i * Columns) + i] = 1;
            _y[(i * Columns) + 9] = deviation[i];
        }

        Vector3d a = new(deviation[6], deviation[7], deviation[8]);
        _y.CopyTo(_sum, 0);
        Derive(_y, start, 1, a, first);
        Accumulate(step / 6, step / 2, first);
        Derive(_stage, middle, half, a, first);
        Accumulate(step / 3, step / 2, first);
        Derive(_stage, middle, half, a, first);
        Accumulate(step / 3, step, first);
        Derive(_stage, end, whole, a, first);
        Accumulate(step / 6, 0, first);
        for (int i = 0; i < 6; i++)
        {
            deviation[i] = _sum[(i * Columns) + 9];
        }

        for (int i = 6; i < Size; i++)
        {
            deviation[i] *= whole;
        }

        return middle;
    }

    /// <summary>One axis after the other: three columns for displacement, velocity and acceleration along it.</summary>
    private static void FillNoise(AccelerationNoise acceleration, double step, OrbitAxes middle, Span<double> root)
    {
        root.Clear();
        (double xx, double xv, double xa, double vv, double va, double aa) = acceleration.Unit(step);
        Span<double> unit = stackalloc double[9];
        NoiseRoot.Of([xx, xv, xa, xv, vv, va, xa, va, aa], 3, unit);
        Span<double> sigma = [acceleration.Radial, acceleration.Along, acceleration.Cross];
        Span<Vector3d> axes = [middle.Radial, middle.Along, middle.Cross];
        for (int k = 0; k < 3; k++)
        {
            Span<double> u = [axes[k].X, axes[k].Y, axes[k].Z];
            for (int c = 0; c < 3; c++)
            {
                int column = (3 * k) + c;
                for (int i = 0; i < 3; i++)
                {
                    root[(i * Size) + column] = sigma[k] * u[i] * unit[c];
                    root[((3 + i) * Size) + column] = sigma[k] * u[i] * unit[3 + c];
                }

                root[((6 + k) * Size) + column] = sigma[k] * unit[6 + c];
            }
        }
    }

    /// <summary>Time derivative of the ten columns at one stage; <paramref name="kept"/> is what is left of the initial acceleration.</summary>
    private void Derive(double[] y, StateVector reference, double kept, Vector3d acceleration, int first)
    {
        Vector3d displacement = new(y[9], y[Columns + 9], y[(2 * Columns) + 9]);
        Vector3d displaced = reference.Position + displacement;
        OrbitAxes axes = OrbitAxes.Of(reference.Position, reference.Velocity);
        Array.Copy(y, 3 * Columns, _slope, 0, 3 * Columns);
        Matrix3d g = first < Size ? ForceGradient.Gradient(displaced) : default;
        for (int c = first; c < Size; c++)
        {
            Vector3d pull = g * new Vector3d(y[c], y[Columns + c], y[(2 * Columns) + c]);
            Vector3d push = c < 6 ? default : kept * (c == 6 ? axes.Radial : c == 7 ? axes.Along : axes.Cross);
            Store(c, pull + push);
        }

        Vector3d difference = ForceGradient.Acceleration(displaced) - ForceGradient.Acceleration(reference.Position);
        Store(9, difference + axes.Compose(kept * acceleration.X, kept * acceleration.Y, kept * acceleration.Z));
    }

    private void Store(int column, Vector3d v) =>
        (_slope[(3 * Columns) + column], _slope[(4 * Columns) + column], _slope[(5 * Columns) + column]) = (v.X, v.Y, v.Z);

    private void Accumulate(double weight, double next, int first)
    {
        for (int row = 0; row < _y.Length; row += Columns)
        {
            for (int i = row + first; i < row + Columns; i++)
            {
                _sum[i] += weight * _slope[i];
                _stage[i] = _y[i] + (next * _slope[i]);
            }
        }
    }
}
