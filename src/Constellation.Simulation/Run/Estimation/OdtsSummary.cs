using System.Globalization;
using Constellation.Orbits;

namespace Constellation.Simulation;

/// <summary>RMS of estimation errors by class of orbit, and of the errors over their claimed sigmas.</summary>
/// <param name="classes">Of the satellites, in the order of the rows of every epoch.</param>
public sealed class OdtsSummary(IReadOnlyList<OrbitClass> classes)
{
    private readonly double[,] _squares = new double[4, 8], _ratios = new double[4, 4];
    private readonly int[] _count = new int[4];
    private int _next;

    public void Add(in OdtsRow row)
    {
        int kind = (int)classes[_next++ % classes.Count];
        _count[kind]++;
        ReadOnlySpan<(double Error, double Sigma)> parts =
            [(row.Radial, row.SigmaRadial), (row.Along, row.SigmaAlong), (row.Cross, row.SigmaCross), (row.Clock, row.SigmaClock)];
        for (int k = 0; k < 4; k++)
        {
            _squares[kind, k] += parts[k].Error * parts[k].Error;
            _ratios[kind, k] += parts[k].Sigma > 0 ? parts[k].Error * parts[k].Error / (parts[k].Sigma * parts[k].Sigma) : 0;
            _squares[kind, 4 + k] += parts[k].Sigma * parts[k].Sigma;
        }
    }

    /// <summary>RMS of a class, m: radial, along, cross, clock, and the sigmas of the same; zeros where there is no such satellite.</summary>
    public double[] Rms(OrbitClass orbitClass) => [.. Enumerable.Range(0, 8).Select(k => Math.Sqrt(_squares[(int)orbitClass, k] / Math.Max(1, _count[(int)orbitClass])))];

    /// <summary>Mean of squared errors over claimed variances of a class: radial, along, cross, clock; 1 where claims are honest, below where they are bounds.</summary>
    public double[] SquaredOverClaimed(OrbitClass orbitClass) => [.. Enumerable.Range(0, 4).Select(k => _ratios[(int)orbitClass, k] / Math.Max(1, _count[(int)orbitClass]))];

    /// <summary>Two lines a class.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (OrbitClass orbitClass in Enum.GetValues<OrbitClass>().Where(c => _count[(int)c] > 0))
        {
            double[] r = Rms(orbitClass);
            double length = Math.Sqrt((r[0] * r[0]) + (r[1] * r[1]) + (r[2] * r[2]));
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{orbitClass.ToString().ToUpperInvariant()} rms radial {r[0]:0.0000} along {r[1]:0.0000} cross {r[2]:0.0000} 3D {length:0.0000} clock {r[3]:0.0000} m; claimed {r[4]:0.0000} {r[5]:0.0000} {r[6]:0.0000} clock {r[7]:0.0000} m");
            double[] n = SquaredOverClaimed(orbitClass);
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{orbitClass.ToString().ToUpperInvariant()} mean (error / claimed sigma)^2 radial {n[0]:0.00} along {n[1]:0.00} cross {n[2]:0.00} clock {n[3]:0.00}");
        }
    }
}
