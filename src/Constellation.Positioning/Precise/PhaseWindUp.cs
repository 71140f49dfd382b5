using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Positioning;

/// <summary>How circular polarisation makes a carrier count turns of the satellite's body and of the receiver's antenna as cycles.</summary>
/// <remarks>[Wu93] eqs. 29 to 31. A reading of one is alike on every carrier of a satellite. Constant parts do not matter: an ambiguity takes them.</remarks>
public static class PhaseWindUp
{
    /// <summary>Cycles by which the phase has grown, in the branch nearest to that of the epoch before.</summary>
    /// <param name="direction">Unit vector from the satellite to the receiver.</param>
    /// <param name="satellite">Body axes, on the same axes as <paramref name="direction"/>.</param>
    /// <param name="east">Of the receiver.</param>
    /// <param name="north">Of the receiver.</param>
    /// <param name="previous">Reading of the epoch before; 0 to begin with.</param>
    public static double Turns(Vector3d direction, in BodyAxes satellite, Vector3d east, Vector3d north, double previous)
    {
        Vector3d k = direction;
        Vector3d transmitted = satellite.X - (k.Dot(satellite.X) * k) - k.Cross(satellite.Y);
        Vector3d received = east - (k.Dot(east) * k) + k.Cross(north);

        // The angle by its tangent: an arc cosine would lose half the digits near whole turns.
        double turns = Math.Atan2(k.Dot(transmitted.Cross(received)), transmitted.Dot(received)) / Math.Tau;
        return turns + Math.Round(previous - turns);
    }
}
