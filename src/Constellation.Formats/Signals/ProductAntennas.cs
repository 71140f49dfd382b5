using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Antenna offsets for a comparison: the built-in table, with an antenna file's offsets in the place of the product's where it has the satellite.</summary>
public sealed class ProductAntennas
{
    private readonly SatelliteAntennas _table = AntennaTableReader.BuiltIn();
    private readonly AntexFile? _file;

    public ProductAntennas(AntexFile? file) => _file = file;

    public AntennaOffset At(SatelliteId satellite, Epoch epoch) => _table.At(satellite, epoch, FromFile);

    private Vector3d? FromFile(SatelliteId satellite, Epoch epoch)
    {
        (char first, char second) = satellite.System switch
        {
            GnssSystem.Galileo => ('1', '5'),
            GnssSystem.BeiDou => ('2', '6'),
            GnssSystem.NavIc => ('9', '5'),
            _ => ('1', '2'),
        };
        return _file?.Find(satellite, epoch)?.IonosphereFree(
            Name(satellite, first), Carriers.Frequency(satellite.System, first), Name(satellite, second), Carriers.Frequency(satellite.System, second));
    }

    /// <summary>ANTEX numbers frequencies as RINEX numbers bands, <c>C02</c>, <c>E05</c>.</summary>
    private static string Name(SatelliteId satellite, char band) => $"{satellite.Letter}0{band}";
}
