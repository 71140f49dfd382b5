using Constellation.Simulation;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

public class GroupingTests
{
    [Fact]
    public void One_system_is_told_apart_by_orbit_class()
    {
        IReadOnlyDictionary<string, SatelliteGroup> groups = Grouping.Of([Satellite("C19", "meo"), Satellite("C20", "meo"), Satellite("C38", "igso"), Satellite("C59", "geo")]);
        Assert.Equal(("MEO", 2), (groups["C19"].Name, groups["C19"].Count));
        Assert.Same(groups["C19"], groups["C20"]);
        Assert.Equal(3, groups.Values.Distinct().Count());
    }

    [Fact]
    public void Several_systems_are_told_apart_by_system_by_colour_and_by_shape()
    {
        IReadOnlyDictionary<string, SatelliteGroup> groups = Grouping.Of([Satellite("G01", "meo"), Satellite("R01", "meo"), Satellite("E01", "meo"), Satellite("C19", "meo"), Satellite("C59", "geo")]);
        Assert.Equal(["GPS", "GLONASS", "Galileo", "BeiDou"], groups.Values.Distinct().Select(g => g.Name));
        Assert.Same(groups["C19"], groups["C59"]);
        Assert.Equal(4, groups.Values.Select(g => g.Colour).Distinct().Count());
        Assert.Equal(4, groups.Values.Select(g => g.Shape).Distinct().Count());
    }

    [Fact]
    public void An_unknown_class_has_a_group_too() => Assert.Equal("other", Grouping.Of([Satellite("C99", "leo")])["C99"].Name);

    private static RunSatellite Satellite(string sat, string orbitClass) => new(sat, "", "A", "A-1", "", orbitClass, "", 1000, "");
}
