namespace Constellation.Clocks;

/// <summary>What a clock's past is fitted with to predict it.</summary>
public enum PredictionKind
{
    /// <summary>Offset and frequency by least squares.</summary>
    Linear,

    /// <summary>Offset, frequency and drift by least squares.</summary>
    Quadratic,

    /// <summary>Quadratic and sine waves of given periods by least squares.</summary>
    Harmonic,

    /// <summary>Kalman filter of the clock model's own state: phase, frequency, flicker processes, drift and the model's waves.</summary>
    Kalman,
}
