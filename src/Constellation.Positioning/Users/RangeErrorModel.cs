using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Draws the errors of one user's pseudoranges, each at its own address: user, purpose, epoch, satellite.</summary>
internal readonly struct RangeErrorModel
{
    private readonly UserModel _model;
    private readonly RandomDraws _thermal, _multipath, _ionosphere;

    public RangeErrorModel(UserModel model, ulong seed, uint run, int user)
    {
        _model = model;
        EntityId entity = EntityId.User(user);
        _thermal = new(seed, run, entity, NoisePurpose.UserThermal);
        _multipath = new(seed, run, entity, NoisePurpose.UserMultipath);
        _ionosphere = new(seed, run, entity, NoisePurpose.UserIonosphere);
    }

    /// <summary>Address of a satellite's draws at an epoch: 10 bits of number, 5 of system letter, the rest counts epochs.</summary>
    public static ulong Address(int epochIndex, SatelliteId satellite) =>
        ((ulong)epochIndex << 15) | ((ulong)(satellite.Letter - 'A') << 10) | ((ulong)satellite.Number & 1023);

    /// <summary>Error of a pseudorange (m) and the standard deviation that the user believes it to have.</summary>
    /// <param name="address">From <see cref="Address"/>.</param>
    /// <param name="signals">The codes in use.</param>
    /// <param name="sinElevation">Of the satellite.</param>
    /// <param name="zenithTroposphere">Residual of the zenith delay at this user and epoch, m.</param>
    /// <param name="ionosphereDelay">The broadcast model's delay on L1, m; zero unless it is used.</param>
    /// <param name="commonIonosphere">Standard normal deviate that all satellites of this user and epoch share.</param>
    public (double Error, double Sigma) Draw(
        ulong address, in UserSignals signals, double sinElevation, double zenithTroposphere, double ionosphereDelay, double commonIonosphere)
    {
        double mapping = TroposphereMapping.Simple(sinElevation);
        double error = zenithTroposphere * mapping;
        double variance = Square(_model.AssumedSignalInSpaceError) + Square(_model.Troposphere.ZenithSigma * mapping);

        (double a, double b) = (1.0, 0.0);
        if (_model.Ionosphere == IonosphereTreatment.IonosphereFree)
        {
            IonosphereFree pair = new(signals.FirstFrequency, signals.SecondFrequency);
            (a, b) = (pair.A, pair.B);
        }

        if (_model.ThermalNoise > 0.0)
        {
            double cn0 = _model.CarrierToNoise.At(sinElevation);
            double first = _model.ThermalNoise * a, second = _model.ThermalNoise * b;
            Accumulate(_thermal, address, first * signals.First.Sigma(cn0), b == 0.0 ? 0.0 : second * signals.Second.Sigma(cn0), ref error, ref variance);
        }

        if (_model.Multipath != CodeMultipath.None)
        {
            double sigma = _model.Multipath.Sigma(Math.Asin(sinElevation));
            Accumulate(_multipath, address, a * sigma, b * sigma, ref error, ref variance);
        }

        if (_model.Ionosphere == IonosphereTreatment.Klobuchar)
        {
            // Half of the variance is the level of the day, common to the sky above a user; half belongs to the single ray.
            double ratio = Carriers.Frequency(GnssSystem.Gps, '1') / signals.FirstFrequency;
            double sigma = _model.IonosphereResidual * ionosphereDelay * ratio * ratio;
            error += sigma * Math.Sqrt(0.5) * (commonIonosphere + _ionosphere.NormalAt(SingleRays + address));
            variance += sigma * sigma;
        }

        return (error, Math.Sqrt(variance));
    }

    /// <summary>History of the common ionosphere deviate: Gauss-Markov of unit variance, two hours.</summary>
    public void FillCommonIonosphere(Duration step, Span<double> history) =>
        new TroposphereResidual(1.0, Duration.FromHours(2)).Fill(_ionosphere, step, history);

    /// <summary>Draws of single rays begin far above those of the history in the same stream.</summary>
    private const ulong SingleRays = 1UL << 48;

    private static void Accumulate(RandomDraws draws, ulong address, double sigma1, double sigma2, ref double error, ref double variance)
    {
        (double first, double second) = draws.NormalPairAt(address);
        error += (sigma1 * first) - (sigma2 * second);
        variance += (sigma1 * sigma1) + (sigma2 * sigma2);
    }

    private static double Square(double x) => x * x;
}
