using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>What one epoch of a receiver gave.</summary>
public readonly record struct ReceiverFix
{
    /// <summary>The receiver's own time tag.</summary>
    public required Epoch Time { get; init; }

    public required ReceiverStatus Status { get; init; }

    /// <summary>Of the antenna, ITRF; NaN where there is none.</summary>
    public Position<Itrf> Position { get; init; }

    /// <summary>Receiver clock minus the time of the first system in use, in the order of <see cref="ClockColumns"/>, s.</summary>
    public double ClockOffset { get; init; }

    public double ClockSigma { get; init; }

    public Dop Dop { get; init; }

    /// <summary>Of the coordinates, m^2.</summary>
    public Symmetric3 Covariance { get; init; }

    /// <summary>m/s on ITRF axes; NaN without Doppler.</summary>
    public Vector3d Velocity { get; init; }

    /// <summary>s/s; NaN without Doppler.</summary>
    public double ClockDrift { get; init; }

    /// <summary>Used in the solution.</summary>
    public int Satellites { get; init; }

    /// <summary>Left out as faulty.</summary>
    public int Faults { get; init; }

    /// <summary>Rms of the residuals, m.</summary>
    public double ResidualRms { get; init; }

    public bool HasPosition => double.IsFinite(Position.X);

    public static ReceiverFix None(Epoch time, ReceiverStatus status, int satellites) => new()
    {
        Time = time,
        Status = status,
        Position = new(double.NaN, double.NaN, double.NaN),
        ClockOffset = double.NaN,
        ClockSigma = double.NaN,
        Dop = Dop.None,
        Covariance = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN),
        Velocity = new(double.NaN, double.NaN, double.NaN),
        ClockDrift = double.NaN,
        Satellites = satellites,
        ResidualRms = double.NaN,
    };
}
