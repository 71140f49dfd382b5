using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Run;

public sealed class DrawnClocksTests
{
    private static readonly EntityId s_c23 = EntityId.Satellite(SatelliteId.Parse("C23"));
    private static readonly EpochGrid s_grid = new(Epoch.FromGps(2333, Duration.Zero), Duration.FromSeconds(60), 200);

    /// <summary>Two readings of one description are one clock; what it is drawn by is not changed by who asked first.</summary>
    [Fact]
    public void A_history_is_drawn_once()
    {
        DrawnClocks drawn = new(7);
        ClockRealization first = drawn.Draw(Model("PHM-BDS3"), s_grid, [], s_c23);
        Assert.Same(first, drawn.Draw(Model("PHM-BDS3"), s_grid, [], s_c23));
        Assert.Same(first, drawn.Draw(Model("PHM-BDS3"), s_grid, [new ClockEvent(s_grid[10], 1e-9)], s_c23));
        ClockRealization alone = ClockRealization.Draw(Model("PHM-BDS3"), s_grid, 7, 0, s_c23);
        Assert.All(Enumerable.Range(0, s_grid.Count), i => Assert.Equal(alone.AtNode(i), first.AtNode(i)));
    }

    [Fact]
    public void Another_kind_unit_span_or_noise_is_another_history()
    {
        DrawnClocks drawn = new(7);
        ClockEvent louder = new(s_grid[10], 0) { NoiseFactor = 3 };
        ClockRealization[] all =
        [
            drawn.Draw(Model("PHM-BDS3"), s_grid, [], s_c23),
            drawn.Draw(Model("RB-BDS3"), s_grid, [], s_c23),
            drawn.Draw(Model("PHM-BDS3").Scaled(2), s_grid, [], s_c23),
            drawn.Draw(Model("PHM-BDS3"), s_grid with { Count = 201 }, [], s_c23),
            drawn.Draw(Model("PHM-BDS3"), s_grid, [], EntityId.SatelliteUnit(SatelliteId.Parse("C23"), 1)),
            drawn.Draw(Model("PHM-BDS3"), s_grid, [louder], s_c23),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        ClockRealization loud = ClockRealization.Draw(Model("PHM-BDS3"), s_grid, [louder], 7, 0, s_c23);
        Assert.Equal(loud.AtNode(150), all[^1].AtNode(150));
        Assert.NotEqual(all[0].AtNode(150), all[^1].AtNode(150));
    }

    private static ClockModel Model(string name) => new EphemerisLibrary(EphemerisLibrary.BuiltIn.Folder).Clock(name, new SourceSpan("test"));
}
