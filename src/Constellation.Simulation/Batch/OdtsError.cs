using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What a summary needs of an <see cref="OdtsRow"/>, m: a hundred runs side by side keep theirs to the end.</summary>
internal readonly record struct OdtsError(SatelliteId Satellite, double Radial, double Along, double Cross, double Clock)
{
    public static OdtsError Of(OdtsRow row) => new(row.Satellite, row.Radial, row.Along, row.Cross, row.Clock);

    /// <summary>Without the claimed sigmas.</summary>
    public OdtsRow Row(Epoch epoch) => new(epoch, Satellite, Radial, Along, Cross, Clock, double.NaN, double.NaN, double.NaN, double.NaN);
}
