namespace Constellation.Links;

/// <summary>A pseudorange without its clocks: what is the same for every set of clocks on the same orbits.</summary>
/// <param name="Reception">By the epoch, not by the clocks.</param>
/// <param name="Light">Light time, s.</param>
/// <param name="Path">m, with the delay near the Earth's mass.</param>
/// <param name="Transmit">Calibration of the transmitter, m.</param>
/// <param name="Receive">Calibration of the receiver, m.</param>
/// <param name="Troposphere">m.</param>
/// <param name="White">Noise, m.</param>
/// <param name="Rest">All else, m.</param>
internal readonly record struct RangeParts(Time.Epoch Reception, double Light, double Path, double Transmit, double Receive, double Troposphere, double White, double Rest)
{
    /// <summary>The pseudorange, m: one order of the sum, and so one result, for whoever puts it together.</summary>
    public double With(double clocks) => Path + clocks + Transmit + Receive + Troposphere + White + Rest;
}
