using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Zenith delays by place and epoch.</summary>
public interface IZenithModel
{
    string Name { get; }

    /// <summary>m.</summary>
    (double Hydrostatic, double Wet) Zenith(GeodeticPoint place, Epoch epoch);
}
