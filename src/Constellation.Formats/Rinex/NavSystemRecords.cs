using Constellation.Core;

namespace Constellation.Formats;

/// <summary>RINEX 4 records that concern a whole system: time offsets, Earth orientation, ionosphere. [RINEX-4] appendix A31-A33.</summary>
internal static class NavSystemRecords
{
    public static TimeOffset TimeOffset(NavRecord record) =>
        new(record.Label.Length > 4 ? record.Label[..4].TrimEnd() : record.Label, Sender(record), record.Time, record.OrZero(1, 1), record.OrZero(1, 2), record.OrZero(1, 3));

    public static BroadcastEarthOrientation EarthOrientation(NavRecord record) => new(
        Sender(record), record.Time, Zero(record[0]), Zero(record[1]), record.OrZero(1, 1), record.OrZero(1, 2), record.OrZero(2, 1), record.OrZero(2, 2));

    public static IonosphericCorrection Ionosphere(NavRecord record)
    {
        (IonosphericModel model, int count) = (record.Message, record.Satellite.System) switch
        {
            ("IFNV", _) => (IonosphericModel.NeQuickG, 3),
            ("CNVX", GnssSystem.BeiDou) => (IonosphericModel.Bdgim, 9),
            _ => (IonosphericModel.Klobuchar, 8),
        };
        double[] coefficients = new double[count];
        for (int i = 0; i < count; i++)
        {
            coefficients[i] = Zero(record[i]);
        }

        return new IonosphericCorrection(record.Satellite.System, model, Sender(record), record.Time, coefficients);
    }

    /// <summary>Null where the record names the system only.</summary>
    private static SatelliteId? Sender(NavRecord record) => record.Satellite.Number == 0 ? null : record.Satellite;

    private static double Zero(double value) => double.IsNaN(value) ? 0 : value;
}
