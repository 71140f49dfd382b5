using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>The ledger as a table: one row an observation, terms in the order of the sum. Doppler rows are in m/s, minus the wavelength times the Doppler.</summary>
public sealed class LedgerTable(TableWriter writer) : ILedger
{
    public static IReadOnlyList<TableColumn> Columns { get; } = TableColumn.From(
        "epoch_gpst,sat,code,value,range,sagnac,sat_clock,relativity,gravitation,group_delay,group_delay_error,rx_clock,ionosphere,troposphere,tide,antenna,wind_up,multipath,noise,ambiguity,cn0_dbhz,elevation_deg,azimuth_deg",
        text: ["code"]);

    public void Add(in LedgerRow row) => writer
        .Epoch(row.Time).Satellite(row.Satellite).Text(row.Code.ToString()).Real(row.Value)
        .Real(row.Range).Real(row.Sagnac).Real(row.SatelliteClock).Real(row.Relativity).Real(row.Gravitation).Real(row.GroupDelay).Real(row.GroupDelayError).Real(row.ReceiverClock)
        .Real(row.Ionosphere).Real(row.Troposphere).Real(row.Tide).Real(row.Antenna).Real(row.WindUp).Real(row.Multipath).Real(row.Noise).Real(row.Ambiguity)
        .Real(row.CarrierToNoise).Real(double.RadiansToDegrees(row.Elevation)).Real(double.RadiansToDegrees(row.Azimuth)).EndRow();
}
