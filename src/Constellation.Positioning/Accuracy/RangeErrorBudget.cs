using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Variances of a user's pseudoranges by elevation: what <see cref="PositioningEngine"/> draws and what its users believe.</summary>
/// <remarks>
/// Code noise and multipath are independent from satellite to satellite; the residual of the troposphere is one zenith error that all satellites of a user
/// share through the mapping function. Of the broadcast ionosphere's residual half the variance is shared, half is each ray's own.
/// </remarks>
public sealed class RangeErrorBudget
{
    private readonly UserModel _model;

    public RangeErrorBudget(UserModel model) => _model = model;

    public UserModel Model => _model;

    /// <summary>Standard deviation of the zenith troposphere, m.</summary>
    public double ZenithSigma => _model.Troposphere.ZenithSigma;

    public bool Tracks(GnssSystem system) => _model.Signals.ContainsKey(system);

    /// <summary>Variance (m^2) of code noise and multipath as the user combines them.</summary>
    public double Code(GnssSystem system, double sinElevation) => Code(_model, _model.Signals[system], sinElevation);

    /// <summary>Variance (m^2) that the user weighs with: code, troposphere, and what is assumed of the satellite.</summary>
    public double Believed(GnssSystem system, double sinElevation, double ionosphereSigma = 0.0)
    {
        double troposphere = ZenithSigma * TroposphereMapping.Simple(sinElevation);
        return Code(system, sinElevation) + (troposphere * troposphere) + (_model.AssumedSignalInSpaceError * _model.AssumedSignalInSpaceError) + (ionosphereSigma * ionosphereSigma);
    }

    /// <summary>Standard deviation (m) of the ionosphere's residual on the first code; zero where two codes are combined.</summary>
    /// <param name="system">Of the satellite.</param>
    /// <param name="delay">The broadcast model's on L1, m.</param>
    public double Ionosphere(GnssSystem system, double delay)
    {
        if (_model.Ionosphere != IonosphereTreatment.Klobuchar)
        {
            return 0.0;
        }

        double ratio = Carriers.Frequency(GnssSystem.Gps, '1') / _model.Signals[system].FirstFrequency;
        return _model.IonosphereResidual * delay * ratio * ratio;
    }

    private static double Code(UserModel model, in UserSignals signals, double sinElevation)
    {
        (double a, double b) = (1.0, 0.0);
        if (model.Ionosphere == IonosphereTreatment.IonosphereFree)
        {
            IonosphereFree pair = new(signals.FirstFrequency, signals.SecondFrequency);
            (a, b) = (pair.A, pair.B);
        }

        double variance = 0.0;
        if (model.ThermalNoise > 0.0)
        {
            double cn0 = model.CarrierToNoise.At(sinElevation);
            double first = model.ThermalNoise * a * signals.First.Sigma(cn0), second = b == 0.0 ? 0.0 : model.ThermalNoise * b * signals.Second.Sigma(cn0);
            variance += (first * first) + (second * second);
        }

        if (model.Multipath != CodeMultipath.None)
        {
            double sigma = model.Multipath.Sigma(Math.Asin(sinElevation));
            variance += ((a * a) + (b * b)) * sigma * sigma;
        }

        return variance;
    }
}
