namespace Constellation.Core;

/// <summary>Whose random numbers: a satellite's clock or terminal, a ground station, a user. 24 bits, stable under additions.</summary>
public readonly record struct EntityId
{
    private EntityId(uint kind, uint number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, 1u << 20);
        Address = (kind << 20) | number;
    }

    internal uint Address { get; }

    public static EntityId Satellite(SatelliteId satellite) => SatelliteUnit(satellite, 0);

    /// <summary>One of the clocks of a satellite, 0 to 31; 0 is that of a satellite with a single one.</summary>
    public static EntityId SatelliteUnit(SatelliteId satellite, int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unit, 31);
        return new(1, ((uint)unit << 15) | ((uint)(satellite.Letter - 'A') << 10) | (uint)satellite.Number);
    }

    public static EntityId Station(int number) => new(2, (uint)number);

    public static EntityId User(int number) => new(3, (uint)number);

    /// <summary>Anything that exists once per scenario.</summary>
    public static EntityId Scenario => new(4, 0);
}
