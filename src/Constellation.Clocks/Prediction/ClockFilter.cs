namespace Constellation.Clocks;

/// <summary>Kalman filter of one clock's offset with a <see cref="ClockFilterModel"/>; offset and frequency unknown at first.</summary>
internal sealed class ClockFilter
{
    /// <summary>Of the unknown offset and frequency at first, over the one-step variance: enough to forget them, little enough not to lose digits.</summary>
    private const double Unknown = 1e10;

    private readonly ClockFilterModel _model;
    private readonly int _size;
    private readonly double[] _state, _covariance, _work, _product;

    public ClockFilter(ClockFilterModel model)
    {
        (_model, _size) = (model, model.Size);
        _state = new double[_size];
        _work = new double[_size];
        _covariance = new double[_size * _size];
        _product = new double[_size * _size];
        Gain = new double[_size];
        Forget(0);
    }

    /// <summary>Predicted or updated offset, s.</summary>
    public double Phase => _state[0];

    /// <summary>Variance of the next innovation, s^2.</summary>
    public double InnovationVariance => _covariance[0] + _model.MeasurementVariance;

    /// <summary>Gain of the latest measurement.</summary>
    public double[] Gain { get; }

    public ReadOnlySpan<double> State => _state;

    /// <summary>Begins anew at an offset, frequency unknown.</summary>
    public void Forget(double phase)
    {
        Array.Clear(_state);
        Array.Clear(_covariance);
        _state[0] = phase;
        double unknown = Unknown * _model.OneStepVariance;
        _covariance[0] = unknown;
        _covariance[_size + 1] = unknown / (_model.Step * _model.Step);
        _covariance[(2 * _size) + 2] = _model.DriftVariance;
        for (int s = 3; s < _size; s++)
        {
            _covariance[(s * _size) + s] = s < _model.FirstWave ? _model.PoleVariance : _model.WaveVariances[(s - _model.FirstWave) / 2];
        }
    }

    /// <summary>Moves the offset without doubt of anything: a phase jump of known size.</summary>
    public void Jump(double size) => _state[0] += size;

    /// <summary>One step on.</summary>
    public void Predict()
    {
        double[] f = _model.Transition, q = _model.ProcessNoise;
        int n = _size;
        // Rows of the transition: the first is full, the second has two entries, those of a wave have their pair, the others are diagonal.
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column < n; column++)
            {
                double sum = 0;
                if (row == 0)
                {
                    for (int k = 0; k < n; k++)
                    {
                        sum += f[k] * _covariance[(k * n) + column];
                    }
                }
                else
                {
                    sum = f[(row * n) + row] * _covariance[(row * n) + column];
                    sum += row == 1 ? f[n + 2] * _covariance[(2 * n) + column] : 0;
                    if (row >= _model.FirstWave)
                    {
                        int pair = Pair(row);
                        sum += f[(row * n) + pair] * _covariance[(pair * n) + column];
                    }
                }

                _product[(row * n) + column] = sum;
            }
        }

        for (int row = 0; row < n; row++)
        {
            for (int column = row; column < n; column++)
            {
                double sum = 0;
                if (column == 0)
                {
                    for (int k = 0; k < n; k++)
                    {
                        sum += _product[(row * n) + k] * f[k];
                    }
                }
                else
                {
                    sum = _product[(row * n) + column] * f[(column * n) + column];
                    sum += column == 1 ? _product[(row * n) + 2] * f[n + 2] : 0;
                    if (column >= _model.FirstWave)
                    {
                        int pair = Pair(column);
                        sum += _product[(row * n) + pair] * f[(column * n) + pair];
                    }
                }

                _covariance[(row * n) + column] = _covariance[(column * n) + row] = sum + q[(row * n) + column];
            }
        }

        for (int row = 0; row < n; row++)
        {
            double sum = 0;
            for (int k = 0; k < n; k++)
            {
                sum += f[(row * n) + k] * _state[k];
            }

            _work[row] = sum;
        }

        _work.CopyTo(_state, 0);
    }

    /// <summary>The other state of a wave.</summary>
    private int Pair(int state) => _model.FirstWave + ((state - _model.FirstWave) ^ 1);

    /// <summary>Takes a measured offset in; null takes in the gain and covariance only.</summary>
    public void Update(double? offset)
    {
        double variance = InnovationVariance, innovation = offset is { } z ? z - _state[0] : 0;
        if (!(variance > 0))
        {
            // Noise-free in every respect: the measurement is the phase.
            Array.Clear(Gain);
            Gain[0] = 1;
            _state[0] += innovation;
            return;
        }

        for (int row = 0; row < _size; row++)
        {
            Gain[row] = _covariance[row * _size] / variance;
            _work[row] = _covariance[row];
            _state[row] += Gain[row] * innovation;
        }

        for (int row = 0; row < _size; row++)
        {
            for (int column = 0; column < _size; column++)
            {
                _covariance[(row * _size) + column] -= Gain[row] * _work[column];
            }
        }

        for (int row = 0; row < _size; row++)
        {
            _covariance[(row * _size) + row] = Math.Max(0, _covariance[(row * _size) + row]);
        }
    }
}
