namespace Constellation.Clocks;

/// <summary>How wrong a clock is: reading minus system time.</summary>
/// <param name="Offset">Phase offset x, seconds; positive when the clock is ahead.</param>
/// <param name="Frequency">Fractional frequency y = dx/dt, never stored as 1 + y, which rounds away 1e-16.</param>
public readonly record struct ClockState(double Offset, double Frequency)
{
    public static ClockState operator +(ClockState a, ClockState b) => new(a.Offset + b.Offset, a.Frequency + b.Frequency);
}
