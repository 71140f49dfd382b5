using BenchmarkDotNet.Attributes;
using Constellation.Core;
using MathNet.Numerics.LinearAlgebra;

namespace Constellation.Benchmarks;

/// <summary>Normal equations, Cholesky factor, covariance and Householder's triangle of an estimator against the managed MathNet, one thread.</summary>
public class DenseAlgebraBenchmarks
{
    private SymmetricMatrix _normal = null!;
    private DenseMatrix _rows = null!, _work = null!;
    private CholeskyFactor _factor = null!;
    private Matrix<double> _mathNormal = null!, _mathRows = null!;

    [Params(300, 1000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        MathNet.Numerics.Control.UseManaged();
        MathNet.Numerics.Control.MaxDegreeOfParallelism = 1;
        (_normal, _rows, _work) = (new(Size), new(Size, Size), new(Size, Size));
        Random random = new(1);
        for (int i = 0; i < Size; i++)
        {
            foreach (ref double x in _rows.Row(i))
            {
                x = random.NextDouble() - 0.5;
            }
        }

        _normal.AddSquare(_rows, Size);
        for (int i = 0; i < Size; i++)
        {
            _normal[i, i] += 1;
        }

        _factor = CholeskyFactor.Of(_normal);
        _mathNormal = Matrix<double>.Build.Dense(Size, Size, (i, j) => _normal[i, j]);
        _mathRows = Matrix<double>.Build.Dense(Size, Size, (i, j) => _rows[i, j]);
    }

    [Benchmark]
    public CholeskyFactor Factor() => CholeskyFactor.Of(_normal);

    [Benchmark]
    public object MathNetFactor() => _mathNormal.Cholesky();

    [Benchmark]
    public void NormalEquations() => _normal.AddSquare(_rows, Size, 1e-12);

    [Benchmark]
    public object MathNetNormalEquations() => _mathRows.TransposeThisAndMultiply(_mathRows);

    [Benchmark]
    public SymmetricMatrix Covariance() => _factor.Inverse();

    [Benchmark]
    public object MathNetCovariance() => _mathNormal.Inverse();

    [Benchmark]
    public void Triangle()
    {
        _work.CopyFrom(_rows);
        HouseholderTriangle.Reduce(_work);
    }

    [Benchmark]
    public object MathNetTriangle() => _mathRows.QR();
}
