namespace Constellation.Simulation;

/// <summary>From where the operator, or a satellite without ground, has the Earth orientation of a day for which nobody has observed it yet.</summary>
public enum OrientationPrediction
{
    /// <summary>It has the true one.</summary>
    Exact,

    /// <summary>Predictions with a drawn error that grows as IERS Bulletin A says of its own: <see cref="BulletinA"/>.</summary>
    BulletinA,

    /// <summary>Value and rate of the day of the last upload, carried on: what a navigation message with two terms can hold. Its error is real, from the table of observed orientation.</summary>
    Linear,
}
