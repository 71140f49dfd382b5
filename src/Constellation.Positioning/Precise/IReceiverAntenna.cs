using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>A receiver's antenna: where its phase centre lies and how it shifts with direction.</summary>
public interface IReceiverAntenna
{
    string Name { get; }

    /// <summary>Of a band; false where the antenna has no calibration that serves.</summary>
    /// <param name="system">Whose signal.</param>
    /// <param name="band">RINEX band.</param>
    /// <param name="offset">Of the mean phase centre from the reference point: east, north, up, m.</param>
    bool TryOffset(GnssSystem system, char band, out Vector3d offset);

    /// <summary>Variation of the phase in a direction, m.</summary>
    double Variation(GnssSystem system, char band, double azimuth, double elevation);
}
