using System.Collections.Concurrent;
using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>The fast form of <see cref="IauEarthOrientation"/>: X, Y, s from half-day nodes, sub-daily terms from hourly nodes, both by eight-point interpolation; the daily table is read exactly.</summary>
/// <remarks>
/// Within 1 microarcsecond of the exact form (tested over decades). Nodes are pure functions of their index and kept by day:
/// the same bits whatever the order or thread of the calls.
/// </remarks>
public sealed class CachedEarthOrientation(IauEarthOrientation exact) : IEarthOrientation
{
    private const int PoleStep = 43200, SpinStep = 3600, Points = 8;

    private readonly ConcurrentDictionary<long, Day> _days = new();
    private Day? _last;

    public EarthRotation At(Epoch epoch)
    {
        long number = Duration.FloorDivide(epoch.SinceJ2000, Duration.FromDays(1));
        Day? day = _last;
        if (day is null || day.Number != number)
        {
            day = _days.GetOrAdd(number, n => new Day(n, exact));
            _last = day;
        }

        return day.At(epoch);
    }

    private sealed class Day
    {
        private readonly IauEarthOrientation _exact;
        private readonly double[] _x, _y, _s, _poleX, _poleY, _ut1;
        private readonly Epoch _start;

        public Day(long number, IauEarthOrientation exact)
        {
            Number = number;
            _exact = exact;
            _start = Epoch.FromJ2000(Duration.FromDays(number));
            (_x, _y, _s) = (new double[10], new double[10], new double[10]);
            for (int i = 0; i < 10; i++)
            {
                (_x[i], _y[i], _s[i]) = CelestialPole.At(IauEarthOrientation.Centuries(_start + Duration.FromSeconds((i - 3) * PoleStep)));
            }

            (_poleX, _poleY, _ut1) = (new double[32], new double[32], new double[32]);
            for (int i = 0; i < 32; i++)
            {
                Epoch node = _start + Duration.FromSeconds((i - 3) * SpinStep);
                (_poleX[i], _poleY[i], _ut1[i]) = exact.SubDailyAt(node, exact.TableAt(node).Ut1MinusTai);
            }
        }

        public long Number { get; }

        public EarthRotation At(Epoch epoch)
        {
            double seconds = (epoch - _start).TotalSeconds;
            Span<double> w = stackalloc double[Points], d = stackalloc double[Points];
            int i = (int)(seconds / PoleStep);
            Weights((seconds / PoleStep) - i + 3, w, d);
            double x = Sum(w, _x, i), y = Sum(w, _y, i), s = Sum(w, _s, i);
            double xRate = Sum(d, _x, i) / PoleStep, yRate = Sum(d, _y, i) / PoleStep;
            i = (int)(seconds / SpinStep);
            Weights((seconds / SpinStep) - i + 3, w, d);
            return IauEarthOrientation.Assemble(epoch, x, y, s, _exact.TableAt(epoch), (Sum(w, _poleX, i), Sum(w, _poleY, i), Sum(w, _ut1, i)), xRate, yRate);
        }

        private static double Sum(ReadOnlySpan<double> w, double[] nodes, int first)
        {
            double sum = 0;
            for (int k = 0; k < Points; k++)
            {
                sum += w[k] * nodes[first + k];
            }

            return sum;
        }

        /// <summary>Lagrange weights of nodes 0..7 at u in [3, 4], and their derivatives.</summary>
        private static void Weights(double u, Span<double> w, Span<double> d)
        {
            for (int k = 0; k < Points; k++)
            {
                double product = 1, derivative = 0;
                for (int j = 0; j < Points; j++)
                {
                    if (j != k)
                    {
                        derivative = ((derivative * (u - j)) + product) / (k - j);
                        product *= (u - j) / (k - j);
                    }
                }

                w[k] = product;
                d[k] = derivative;
            }
        }
    }
}
