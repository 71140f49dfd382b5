using System.Collections;
using System.Reflection;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Scenario;

public class ScenarioTextTests
{
    private const string Everything = """
        title = "all \"keys\" \\ ü"
        seed = 9223372036854775807
        [time]
        start = "2024-09-20T00:00:00.25Z"
        duration = "90min"
        step = "37.5s"
        [constellation]
        name = "beidou-3"
        satellites = ["C@plane-a", "C59", "C62"]
        spares = true
        [orbits]
        truth_forces = ["full", "-ocean-tides", "gravity-10"]
        operator_forces = "sun, moon, gravity"
        gravity_degree = 4
        unmodelled_acceleration_mps2 = 3e-9
        unmodelled_time = "1h"
        [clocks]
        noise_scale = 0.1
        deterministic = false
        sampling = "60s"
        random_events = true
        mean_time_to_failure = "300d"
        [[clocks.replace]]
        satellites = ["C59", "C62"]
        clock = "rb-bds3"
        [[clocks.replace]]
        satellites = ["C19-C22"]
        clock = "CS-5071A"
        [[clocks.redundancy]]
        satellites = ["C59"]
        hot_spares = 2
        cold_spares = 1
        spare_clock = "phm-bds3"
        phase_error_s = 2e-10
        hot_frequency_error = 2e-13
        cold_frequency_error = 2e-11
        hot_delay = "5s"
        cold_delay = "3h"
        warm_up_frequency = 1e-10
        warm_up_time = "7h"
        monitor = true
        monitor_interval = "20s"
        monitor_phase_threshold_s = 2e-10
        monitor_frequency_threshold = 3e-12
        [[clocks.thermal]]
        satellites = ["C59", "C62"]
        orbit_swing_k = 1.5
        sun_angle_swing_k = -2
        eclipse_drop_k = 3
        lag = "2h"
        temperature_per_k = 1e-14
        [[clocks.steering]]
        satellites = ["C62"]
        interval = "2h"
        time_constant = "3d"
        measurement_sigma_s = 1e-10
        resolution = 1e-15
        [links]
        payload = "ka-bds3-upgraded"
        without = ["C62"]
        noise_scale = 1.5
        delay_scale = 0
        [[links.replace]]
        satellites = ["C59"]
        payload = "ka-bds3"
        [failures]
        length = "3652d"
        replicates = 4
        satellite_life = "5000d"
        clock_units = 3
        clock_life = "2000d"
        outage_every = "4000h"
        outage_length = "40h"
        launch = "300d"
        spares_per_plane = 1
        [control]
        segment = "ground-global + isl + anchor"
        anchors = 2
        orientation = "linear"
        orientation_age = "12d"
        warm_up = "1h"
        interval = "2min"
        position_sigma_m = 1.1
        velocity_sigma_mps = 1.7e-4
        acceleration_sigma_mps2 = 2e-9
        station_noise_scale = 0.3
        [broadcast]
        message = "exact"
        upload_interval = "15min"
        upload_delay = "90s"
        [users]
        grid_step_deg = 22.5
        mask_deg = 7.3
        noise_scale = 0.7
        ionosphere = "klobuchar"
        horizontal_limit_m = 3.3
        vertical_limit_m = 4.4
        pdop_limit = 5.5
        [[users.site]]
        name = "one"
        latitude_deg = -33.87
        longitude_deg = 151.21
        [[users.site]]
        name = "two"
        latitude_deg = 0.1
        longitude_deg = -179.999
        height_m = 1234.5
        [faults]
        anchor_lost_at = "2024-09-20T01:00:00GPST"
        [[faults.clock]]
        satellite = "C59"
        at = "2024-09-20T00:30:00GPST"
        phase_step_s = 1e-9
        [[faults.clock]]
        satellite = "C59"
        at = "2024-09-20T00:40:00GPST"
        frequency_step = -2e-13
        drift_step_per_s = 1e-18
        transient_frequency = 1e-12
        transient_time_s = 3600
        noise_factor = 2
        failure = true
        unit = 3
        [[faults.ephemeris]]
        satellite = "C59"
        radial_m = 1
        along_m = -2.5
        [[faults.link]]
        satellite = "C62"
        from = "2024-09-20T00:30:00GPST"
        until = "2024-09-20T00:45:00GPST"
        receive_delay_m = 0.1
        transmit_delay_m = -0.2
        loss_probability = 0.5
        outlier_probability = 0.01
        outlier_m = 3
        [autonomy]
        days = 85
        anchors = 1
        anchor_every = 12
        hold_orientation = true
        """;

    public static TheoryData<string> BuiltIn => [.. EphemerisLibrary.BuiltIn.Names(LibraryKind.Scenario)];

    [Theory, MemberData(nameof(BuiltIn))]
    public void Built_in_scenarios_come_back(string name) => ComesBack(ScenarioReader.Read(name, []).ValueOrThrow());

    [Fact]
    public void A_scenario_with_every_key_comes_back_and_its_text_has_them_all()
    {
        ScenarioDefinition scenario = ScenarioReader.Read(Everything, "all.toml", []).ValueOrThrow();
        string[] lines = ComesBack(scenario).Split('\n');
        foreach (ScenarioTable table in ScenarioKeys.Tables.Where(t => t.Path.Length > 0))
        {
            string[] section = [.. lines.SkipWhile(l => l != $"[{table.Path}]" && l != $"[[{table.Path}]]").Skip(1).TakeWhile(l => !l.StartsWith('['))];
            Assert.All(table.Keys.Where(k => k != ScenarioKeys.ConstellationFile && k != ScenarioKeys.GravityFile && k != ScenarioKeys.StandBy), k => Assert.Contains(section, l => l.StartsWith(k.Name + " = ", StringComparison.Ordinal)));
        }
    }

    /// <summary>Spares are either counted or named.</summary>
    [Fact]
    public void Spares_that_stand_by_come_back()
    {
        ScenarioDefinition scenario = ScenarioReader.Read(Everything.Replace("spares_per_plane = 1", "stand_by = [\"C48-C50\"]", StringComparison.Ordinal), "all.toml", []).ValueOrThrow();
        Assert.Equal(["C48", "C49", "C50"], scenario.Failures.StandBy!.Select(s => s.ToString()));
        Assert.Contains("stand_by = [\"C48-C50\"]", ComesBack(scenario), StringComparison.Ordinal);
        Assert.Contains(ScenarioReader.Read(Everything.Replace("spares_per_plane = 1", "spares_per_plane = 1\nstand_by = [\"C48\"]", StringComparison.Ordinal), "all.toml", []).Diagnostics, d => d.Code == "CN6053");
    }

    [Theory]
    [InlineData("[links]\npayload = \"ka-bds3\"", "[links]\npayload = \"none\"", "CN6055")]
    [InlineData("satellites = [\"C59\"]\npayload = \"ka-bds3\"", "satellites = [\"C59\"]\npayload = \"uhf-gps\"", "CN6055")]
    public void Terminals_that_cannot_meet_the_others_are_refused(string from, string to, string code)
    {
        string bare = "title = \"t\"\n[time]\nstart = \"2024-09-20T00:00:00GPST\"\n[constellation]\nname = \"beidou-3\"\n[links]\npayload = \"ka-bds3\"\n[[links.replace]]\nsatellites = [\"C59\"]\npayload = \"ka-bds3\"\n[control]\nsegment = \"isl+anchor\"\n";
        Assert.True(ScenarioReader.Read(bare, "x.toml", []).Succeeded);
        Assert.Contains(ScenarioReader.Read(bare.Replace(from, to, StringComparison.Ordinal), "x.toml", []).Diagnostics, d => d.Code == code);
        Assert.Contains(ScenarioReader.Read(bare + "[[links.replace]]\nsatellites = [\"C@geo\"]\npayload = \"ka-bds3\"\n", "x.toml", []).Diagnostics, d => d.Code == "CN6054");
    }

    [Fact]
    public void A_gravity_field_of_ones_own_comes_back()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "modelname mine\nearth_gravity_constant 3.986004415e14\nradius 6378136.3\ntide_system zero_tide\nend_of_head\ngfc 2 0 -4.8e-4 0\ngfc 2 1 0 0\ngfc 2 2 2e-6 -1e-6\n");
            string toml = Everything.Replace("\"gravity-10\"]", "\"gravity-2\"]", StringComparison.Ordinal).Replace("gravity_degree = 4", $"gravity_degree = 2\ngravity_file = '{file}'", StringComparison.Ordinal);
            ScenarioDefinition scenario = ScenarioReader.Read(toml, "all.toml", []).ValueOrThrow();
            Assert.Equal(("mine", 2, -4.8e-4), (scenario.Orbits.GravityField.Name, scenario.Orbits.GravityField.Degree, scenario.Orbits.GravityField.C(2, 0)));
            Assert.Contains($"gravity_file = {TomlLiteral.Of(file)}", ScenarioText.Effective(scenario), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Text_is_canonical()
    {
        string text = ScenarioText.Effective(ScenarioReader.Read(Everything, "all.toml", []).ValueOrThrow());
        string start = """
            title = "all \"keys\" \\ ü"
            seed = 9223372036854775807

            [time]
            start = "2024-09-20T00:00:18.25GPST"
            duration = "90min"
            step = "37.5s"

            [constellation]
            name = "beidou-3"
            satellites = [
            """;
        Assert.StartsWith(start.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
        Assert.Contains("\nlatitude_deg = -33.87\nlongitude_deg = 151.21\nheight_m = 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\nmask_deg = 7.3\n", text, StringComparison.Ordinal);
        Assert.Contains("\nfrequency_step = -2e-13\n", text, StringComparison.Ordinal);
    }

    /// <summary>Paths stay as they were given: the text does not depend on where it was read.</summary>
    [Fact]
    public void Paths_stay_as_given_and_start_from_the_right_folder()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.Copy(EphemerisLibrary.BuiltIn.Find(LibraryKind.Constellation, "gps")!, Path.Combine(folder, "mine.toml"));
            string mine = Path.Combine(folder, "mine.toml"), scenario = Path.Combine(folder, "s.toml");
            File.WriteAllText(mine, File.ReadAllText(mine).Replace("name = \"gps\"", "name = \"mine\"", StringComparison.Ordinal));
            File.WriteAllText(scenario, "title = \"t\"\n[time]\nstart = \"2024-09-20T00:00:00GPST\"\n[constellation]\nfile = \"mine.toml\"\n");
            ScenarioDefinition read = ScenarioReader.Read(scenario, []).ValueOrThrow();
            Assert.Equal(("mine", "mine.toml"), (read.Constellation.Name, read.ConstellationFile));
            Assert.Contains("\nfile = \"mine.toml\"\n", ScenarioText.Effective(read), StringComparison.Ordinal);

            // From outside the same path starts from the current folder, where there is no such file.
            Diagnostic missing = Assert.Single(ScenarioReader.Read(scenario, ["constellation.file=mine.toml"]).Diagnostics);
            Assert.Equal(("CN2122", "--set constellation.file=mine.toml"), (missing.Code, missing.Where.ToString()));
            Assert.True(ScenarioReader.Read(scenario, [$"constellation.file={mine}"]).Succeeded);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_comparison_sees_what_differs()
    {
        ScenarioDefinition one = ScenarioReader.Read(Everything, "all.toml", []).ValueOrThrow();
        Assert.Equal(
            ["scenario.Faults.Clocks[0].Item2.PhaseStep: 1E-09 and 2E-09"],
            Differences("scenario", one, ScenarioReader.Read(Everything.Replace("1e-9", "2e-9", StringComparison.Ordinal), "all.toml", []).ValueOrThrow()));
        Assert.NotEmpty(Differences("scenario", one, ScenarioReader.Read(Everything, "all.toml", ["users.mask_deg=7.300000000000002"]).ValueOrThrow()));
    }

    private static string ComesBack(ScenarioDefinition scenario)
    {
        string text = ScenarioText.Effective(scenario);
        ScenarioDefinition again = ScenarioReader.Read(text, scenario.Name + ".toml", []).ValueOrThrow();
        Assert.Equal(text, ScenarioText.Effective(again));
        Assert.Empty(Differences("scenario", scenario, again));
        return text;
    }

    /// <summary>Paths of members that differ, lists and dictionaries element by element, numbers bit by bit.</summary>
    private static IEnumerable<string> Differences(string path, object? a, object? b)
    {
        if (a is null || b is null || a is string || a.GetType().IsPrimitive || a.GetType().IsEnum)
        {
            return Equals(a, b) ? [] : [$"{path}: {a} and {b}"];
        }

        if (a is IEnumerable listA && b is IEnumerable listB)
        {
            object?[] itemsA = [.. listA.Cast<object?>()], itemsB = [.. listB.Cast<object?>()];
            return itemsA.Length != itemsB.Length ? [$"{path}: {itemsA.Length} and {itemsB.Length}"] : itemsA.Zip(itemsB).SelectMany((p, i) => Differences($"{path}[{i}]", p.First, p.Second));
        }

        IEnumerable<(string Name, object? A, object? B)> members =
            a.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).Select(p => (p.Name, p.GetValue(a), p.GetValue(b)))
                .Concat(a.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance).Select(f => (f.Name, f.GetValue(a), f.GetValue(b))));
        return members.SelectMany(m => Differences($"{path}.{m.Name}", m.A, m.B));
    }
}
