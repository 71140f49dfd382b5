using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Scenario;

/// <summary>Every diagnostic of a scenario: its code, its place, and a text that says what is wrong and what mends it.</summary>
public class ScenarioBadInputTests
{
    private const string Good = """
        title = "a scenario"
        seed = 1
        [time]
        start = "2024-09-20T00:00:00GPST"
        duration = "2h"
        step = "5min"
        [constellation]
        name = "beidou-3"
        satellites = ["C19", "C20"]
        [orbits]
        gravity_degree = 8
        [clocks]
        noise_scale = 1.0
        [[clocks.replace]]
        satellites = ["C19"]
        clock = "PHM-BDS3"
        [links]
        payload = "ka-bds3"
        [control]
        segment = "isl+anchor"
        interval = "5min"
        [broadcast]
        message = "icd"
        [users]
        grid_step_deg = 5
        [[users.site]]
        name = "here"
        latitude_deg = 1
        longitude_deg = 2
        [faults]
        anchor_lost_at = "2024-09-20T01:00:00GPST"
        [[faults.clock]]
        satellite = "C19"
        at = "2024-09-20T01:00:00GPST"
        [[faults.ephemeris]]
        satellite = "C19"
        radial_m = 1
        [[faults.link]]
        satellite = "C20"
        receive_delay_m = 0.1

        """;

    [Fact]
    public void Good_input_has_no_diagnostic() => Assert.Empty(Read(Good).Diagnostics);

    [Theory]
    [InlineData("seed = 1", "sed = 1", "CN2002", 2, 1, "unknown key 'sed' at the top level; known:", "did you mean seed?")]
    [InlineData("title = \"a scenario\"", "", "CN2004", 1, 1, "'title' is missing; add title = ...")]
    [InlineData("title = \"a scenario\"", "title = \"a\\nb\"", "CN2215", 1, 9, "'title' is not one line")]
    [InlineData("seed = 1", "seed = -1", "CN2005", 2, 8, "'seed' = -1 is outside 0 to 9223372036854775807; choose")]
    [InlineData("seed = 1", "seed = 1.5", "CN2003", 2, 8, "'seed' is a number, not an integer; write an integer")]
    [InlineData("00:00:00GPST\"\nduration", "00:00:00\"\nduration", "CN2006", 4, 9, "has no time scale; append one of GPST", "write an ISO date with its time scale")]
    [InlineData("start = \"2024-09-20T00:00:00GPST\"", "", "CN2206", 3, 2, "'time.start' is missing, and no file gives a first epoch; add [time]")]
    [InlineData("2024-09-20T00:00:00GPST\"\nduration", "1955-09-20T00:00:00TAI\"\nduration", "CN2005", 4, 9, "is outside 1980-01-06 to 2100-01-01")]
    [InlineData("\"2h\"", "2", "CN2006", 5, 12, "'time.duration' is an integer, not a duration; write a number with its unit in quotes")]
    [InlineData("\"2h\"", "\"2 parsecs\"", "CN2006", 5, 12, "'2 parsecs' is not a duration; write a number with its unit")]
    [InlineData("\"2h\"", "\"-2h\"", "CN2005", 5, 12, "'time.duration' = -2h is outside 1s to 400d; choose")]
    [InlineData("step = \"5min\"", "step = \"3h\"", "CN2207", 6, 8, "the step of 3h is longer than the duration of 2h; shorten the step")]
    [InlineData("name = \"beidou-3\"", "", "CN2209", 7, 2, "the constellation is missing; write [constellation] with name")]
    [InlineData("name = \"beidou-3\"", "name = \"beidou-3\"\nfile = \"x.toml\"", "CN2209", 9, 8, "'constellation' has both a name and a file")]
    [InlineData("name = \"beidou-3\"", "name = \"x.toml\"", "CN2209", 8, 8, "'x.toml' is a file; write file = ")]
    [InlineData("name = \"beidou-3\"", "file = \"no.toml\"", "CN2122", 8, 8, "no constellation file", "check the path")]
    [InlineData("\"beidou-3\"", "\"beidu-3\"", "CN2104", 8, 8, "constellation 'beidu-3' is not in the library; known: beidou-3, galileo, glonass, gps; did you mean beidou-3?")]
    [InlineData("[\"C19\", \"C20\"]", "[\"C19\", \"C20\", \"C2O\"]", "CN2204", 9, 29, "'C2O' is not a satellite (C19), a range (C32-C37), a system (E) or a group", "write ids")]
    [InlineData("[\"C19\", \"C20\"]", "[\"C19\", \"C20\", \"G01\"]", "CN2205", 9, 29, "'G01' chooses no satellite; there are C19-C30, ")]
    [InlineData("[\"C19\", \"C20\"]", "[\"C19\", \"C20\", \"C@caesium\"]", "CN2205", 9, 29, "'C@caesium' chooses no satellite")]
    [InlineData("[\"C19\", \"C20\"]", "[\"C19\", \"C20\", \"C62\"]", "CN2205", 9, 29, "'C62' chooses no satellite; it is a spare: write spares = true")]
    [InlineData("[\"C19\", \"C20\"]\n[orb", "[]\n[orb", "CN2205", 9, 14, "'constellation.satellites' is an empty list; name satellites")]
    [InlineData("[\"C19\", \"C20\"]\n[orb", "19\n[orb", "CN2003", 9, 14, "'constellation.satellites' is an integer, not a string or a list of strings")]
    [InlineData("gravity_degree = 8", "gravity_degree = 361", "CN2005", 11, 18, "'orbits.gravity_degree' = 361 is outside 2 to 360")]
    [InlineData("gravity_degree = 8", "gravity_degree = 21", "CN2218", 11, 18, "gravity to degree 21 is asked for, EGM2008 has 20; ask for less, or give a larger field as gravity_file")]
    [InlineData("gravity_degree = 8", "operator_forces = [\"gravity-21\"]", "CN2218", 11, 19, "gravity to degree 21 is asked for")]
    [InlineData("gravity_degree = 8", "truth_forces = [\"full\", \"-ocean-tide\"]", "CN2217", 11, 25, "'-ocean-tide' is no force; known: standard, full", "did you mean ocean-tides?")]
    [InlineData("gravity_degree = 8", "truth_forces = 1", "CN2003", 11, 16, "'orbits.truth_forces' is an integer, not a string or a list of strings")]
    [InlineData("gravity_degree = 8", "gravity_file = \"no.gfc\"", "CN2202", 11, 16, "'no.gfc' cannot be opened: no such file; check the name and the folder; a relative path")]
    [InlineData("gravity_degree = 8", "source = \"sp3\"", "CN2201", 11, 10, "'sp3' is not a source for 'orbits.source'; known: simulated, sp3:FILE, nav:FILE")]
    [InlineData("gravity_degree = 8", "source = \"clk:a\"", "CN2201", 11, 10, "'clk:a' is not a source for 'orbits.source'")]
    [InlineData("gravity_degree = 8", "source = \"sp3:\"", "CN2201", 11, 10, "'sp3:' is not a source")]
    [InlineData("gravity_degree = 8", "source = \"sp3:no.sp3\"", "CN2202", 11, 10, "no.sp3' cannot be opened: no such file; check the name and the folder; a relative path")]
    [InlineData("noise_scale = 1.0", "noise_scale = \"1\"", "CN2003", 13, 15, "'clocks.noise_scale' is a string, not a number; write a number (units are part of the key's name here)")]
    [InlineData("noise_scale = 1.0", "noise_scale = nan", "CN2005", 13, 15, "'clocks.noise_scale' = NaN is outside 0 to 1000")]
    [InlineData("\"PHM-BDS3\"", "\"PHM-BDS\"", "CN2104", 16, 9, "clock 'PHM-BDS' is not in the library; known: CS-5071A, ", "did you mean PHM-BDS3?")]
    [InlineData("satellites = [\"C19\"]\n", "", "CN2004", 14, 3, "'clocks.replace.satellites' is missing")]
    [InlineData("[links]", "[[clocks.redundancy]]\nsatellites = [\"C19\"]\n[links]", "CN2219", 17, 3, "0 spare clocks; give hot_spares or cold_spares, 1 to 15 together")]
    [InlineData("[links]", "[[clocks.redundancy]]\nsatellites = [\"C19\"]\nhot_spares = 8\ncold_spares = 8\n[links]", "CN2219", 19, 14, "16 spare clocks; give")]
    [InlineData("[links]", "[[clocks.redundancy]]\nsatellites = [\"C19\"]\nhot_spares = 1\nmonitor = true\n[links]", "CN2219", 20, 11, "a monitoring unit with 1 hot spare cannot tell which clock is wrong; give at least two hot_spares")]
    [InlineData("[links]", "[[clocks.redundancy]]\nsatellites = [\"C19\"]\nhot_spares = 1\nspare_clock = \"PHM\"\n[links]", "CN2104", 20, 15, "clock 'PHM' is not in the library; known: CS-5071A, ")]
    [InlineData("[links]", "[[clocks.redundancy]]\nsatellites = [\"C19\"]\nhot_spares = 1\n[[clocks.redundancy]]\nsatellites = [\"C\"]\nhot_spares = 1\n[links]", "CN2213", 21, 14, "C19 has spares twice; name each satellite in one [[clocks.redundancy]]")]
    [InlineData("[links]", "[[clocks.redundancy]]\nsatellites = [\"C21\"]\nhot_spares = 1\n[links]", "CN2205", 18, 15, "'C21' chooses no satellite; there are C19-C20")]
    [InlineData("[links]", "[[clocks.thermal]]\nsatellites = [\"C19\"]\norbit_swing_k = 1\n[links]", "CN2219", 17, 3, "clock 'PHM-BDS3' has no temperature coefficient; give temperature_per_k")]
    [InlineData("[links]", "[[clocks.thermal]]\nsatellites = [\"C19\"]\ntemperature_per_k = 1e-14\n[links]", "CN2219", 17, 3, "the temperature does not change; give orbit_swing_k")]
    [InlineData("[links]", "[[clocks.steering]]\nsatellites = [\"C19\"]\ninterval = \"1s\"\n[links]", "CN2005", 19, 12, "'clocks.steering.interval' = 1s is outside 1min to 30d")]
    [InlineData("noise_scale = 1.0", "random_events = true", "CN2219", 13, 17, "none of the clocks has rates of events: PHM-BDS3, RB-BDS3; replace clocks by ones whose file has a table [events]")]
    [InlineData("noise_scale = 1.0", "mean_time_to_failure = \"1s\"", "CN2005", 13, 24, "'clocks.mean_time_to_failure' = 1s is outside 1h to 100000d")]
    [InlineData("at = \"2024-09-20T01:00:00GPST\"\n[[faults.e", "at = \"2024-09-20T01:00:00GPST\"\nunit = 1\n[[faults.e", "CN2211", 35, 8, "C19 has no clock 1; it has one clock, 0; [[clocks.redundancy]] gives it more")]
    [InlineData("[links]", "[[clocks.replace]]\nsatellites = [\"C19\"]\nclock = \"RB-BDS3\"\n[links]", "CN2213", 18, 14, "the clock of C19 is replaced twice; name each satellite in one")]
    [InlineData("\"ka-bds3\"", "\"ka-bds4\"", "CN2104", 18, 11, "payload 'ka-bds4' is not in the library; known: ka-bds3, ka-bds3-upgraded, optical-kepler, uhf-gps; did you mean ka-bds3?")]
    [InlineData("\"ka-bds3\"", "\"none\"", "CN2210", 20, 11, "the control segment 'isl+anchor' measures with crosslinks, and 'links.payload' is \"none\"; give a payload")]
    [InlineData("\"ka-bds3\"", "\"uhf-gps\"", "CN2210", 20, 11, "the control segment 'isl+anchor' has anchor stations, and 'uhf-gps' has no terminal for the ground")]
    [InlineData("\"isl+anchor\"", "\"isk\"", "CN2005", 20, 11, "'control.segment' = \"isk\": 'isk' is no part of a control segment; known: isl+anchor, ground+isl")]
    [InlineData("\"isl+anchor\"", "\"isl-only\"", "CN2211", 31, 18, "the control segment 'isl-only' has no anchor to lose; choose isl+anchor")]
    [InlineData("interval = \"5min\"", "interval = \"30s\"", "CN2214", 21, 12, "rounds every 30s overlap: one round of 'ka-bds3' lasts 60 s; lengthen")]
    [InlineData("message = \"icd\"", "message = \"ICD\"", "CN2005", 23, 11, "'ICD' is not a value of 'broadcast.message'; known: icd, exact")]
    [InlineData("grid_step_deg = 5", "grid_step_deg = 7", "CN2216", 25, 17, "cells of 7 degrees do not fill 180 degrees; choose a divisor")]
    [InlineData("grid_step_deg = 5", "mask_deg = 90.5", "CN2005", 25, 12, "'users.mask_deg' = 90.5 is outside 0 to 89")]
    [InlineData("name = \"here\"", "name = \"a,b\"", "CN2212", 27, 8, "'a,b' cannot be the name of a site; use letters")]
    [InlineData("name = \"here\"", "name = \"global\"", "CN2212", 27, 8, "'global' cannot be the name of a site: the summary has rows of that name; choose another, such as 'my-global'")]
    [InlineData("name = \"here\"", "name = \"C19\"", "CN2212", 27, 8, "'C19' cannot be the name of a site")]
    [InlineData("name = \"here\"", "name = \" \"", "CN2215", 27, 8, "'users.site.name' is empty; write some text")]
    [InlineData("[faults]", "[[users.site]]\nname = \"here\"\nlatitude_deg = 1\nlongitude_deg = 2\n[faults]", "CN2212", 31, 8, "site 'here' is given twice")]
    [InlineData("latitude_deg = 1\n", "latitude_deg = 91\n", "CN2005", 28, 16, "'users.site.latitude_deg' = 91 is outside -90 to 90")]
    [InlineData("anchor_lost_at = \"2024-09-20T01", "anchor_lost_at = \"2024-09-21T01", "CN2211", 31, 18, "2024-09-21T01:00:00GPST lies outside the run, 2024-09-19T12:00:00GPST (with warm-up) to 2024-09-20T02:00:00GPST; choose an epoch inside it")]
    [InlineData("at = \"2024-09-20T01:00:00GPST\"\n[[faults.e", "at = \"2024-09-18T01:00:00GPST\"\n[[faults.e", "CN2211", 34, 6, "2024-09-18T01:00:00GPST lies outside the run")]
    [InlineData("satellite = \"C19\"\nat", "satellite = \"C21\"\nat", "CN2205", 33, 13, "C21 does not take part; those that do: C19-C20")]
    [InlineData("satellite = \"C19\"\nat", "satellite = \"19\"\nat", "CN2204", 33, 13, "'19' is not a satellite; write the system's letter")]
    [InlineData("[[faults.link]]", "[[faults.ephemeris]]\nsatellite = \"C19\"\n[[faults.link]]", "CN2211", 39, 13, "C19 has two faults of this kind; add them up")]
    [InlineData("receive_delay_m = 0.1", "", "CN2211", 38, 3, "the fault of C20 changes nothing; give a delay, a loss_probability, or outlier_probability with outlier_m")]
    [InlineData("receive_delay_m = 0.1", "receive_delay_m = nan", "CN2005", 40, 19, "'faults.link.receive_delay_m' = NaN is outside")]
    [InlineData("receive_delay_m = 0.1", "outlier_probability = 0.5\noutlier_m = -1", "CN2005", 41, 13, "'faults.link.outlier_m' = -1 is outside 0 to")]
    [InlineData("receive_delay_m = 0.1", "loss_probability = 1\nfrom = \"2024-09-20T01:00:00GPST\"\nuntil = \"2024-09-20T00:30:00GPST\"", "CN2211", 42, 9, "the fault ends before it begins; exchange from and until")]
    [InlineData("receive_delay_m = 0.1", "loss_probability = 1\nfrom = \"2024-09-21T01:00:00GPST\"", "CN2211", 41, 8, "2024-09-21T01:00:00GPST lies outside the run")]
    [InlineData("step = \"5min\"", "step = \"1s\"\nduration_ = 1", "CN2002", 7, 1, "unknown key 'duration_' in 'time'; known: duration, start, step; did you mean duration?")]
    [InlineData("[users]", "[[users]]", "CN2003", 24, 3, "'users' is a list, not a table; write a table")]
    [InlineData("seed = 1", "seed = 1\nseed = 2", "CN2001", 3, 1, "`seed` is already defined at (2,1)", "correct the TOML syntax")]
    [InlineData("seed = 1", "seed = ", "CN2001", 2, 0, "correct the TOML syntax")]
    public void Each_fault_is_told_with_its_place_and_its_mend(string good, string bad, string code, int line, int column, params string[] texts)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        ReadResult<ScenarioDefinition> result = Read(Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.False(result.Succeeded);
        Diagnostic diagnostic = Assert.Single(result.Diagnostics, d => d.Code == code);
        Assert.Equal(("dir/x.toml", line), (diagnostic.Where.File, diagnostic.Where.Line));
        Assert.True(column == 0 || column == diagnostic.Where.Column, diagnostic.ToString());
        Assert.All(texts, t => Assert.Contains(t, $"{diagnostic.Problem}; {diagnostic.Remedy}", StringComparison.Ordinal));
        Assert.NotEmpty(diagnostic.Remedy);
        Assert.Single(result.Diagnostics);
    }

    [Fact]
    public void A_segment_without_crosslinks_can_lose_neither_anchor_nor_link()
    {
        string[] told = [.. Read(Good, "control.segment=ground-global").Diagnostics.Select(d => d.ToString())];
        Assert.Equal(
            [
                "dir/x.toml(31,18): error CN2211: the control segment 'ground-global' has no anchor to lose; choose isl+anchor or ground+isl, or leave this fault out",
                "dir/x.toml(38,3): error CN2211: the control segment 'ground-global' has no crosslinks that could be wrong; choose a segment with crosslinks, or leave this fault out",
            ],
            told);
    }

    [Fact]
    public void All_faults_of_a_file_come_in_one_pass_in_the_order_of_the_file()
    {
        string bad = Good.Replace("seed = 1", "sed = 1", StringComparison.Ordinal).Replace("\"5min\"\n[con", "\"5\"\n[con", StringComparison.Ordinal)
            .Replace("PHM-BDS3", "PHM-9", StringComparison.Ordinal).Replace("ka-bds3", "kb", StringComparison.Ordinal).Replace("latitude_deg = 1", "latitude_deg = 100", StringComparison.Ordinal);
        ReadResult<ScenarioDefinition> result = Read(bad, "users.mask_deg=100", "nonsense", "no.such.key=1");
        Assert.Equal(
            [
                "--set nonsense: error CN1003", "--set users.mask_deg=100: error CN2005", "--set no.such.key=1: error CN2002",
                "dir/x.toml(2,1): error CN2002", "dir/x.toml(6,8): error CN2006", "dir/x.toml(16,9): error CN2104", "dir/x.toml(18,11): error CN2104", "dir/x.toml(28,16): error CN2005",
            ],
            result.Diagnostics.Select(d => $"{d.Where}: error {d.Code}"));
    }

    /// <summary>What is inside a table from outside comes from no line of the file: it is told at the setting, with its path, as a plain value is.</summary>
    [Theory]
    [InlineData("clocks.replace=[{satellites=[\"C@rb\"],clock=\"NOPE\"}]", "CN2104", "'NOPE'")]
    [InlineData("clocks.replace=[{satellites=[\"C@rb\"],clok=\"PHM-BDS3\"}]", "CN2002", "'clok' in 'clocks.replace'")]
    [InlineData("faults.clock=[{satellite=\"C20\",at=\"noon\",failure=true}]", "CN2006", "noon")]
    [InlineData("users.site=[{name=\"x\",latitude_deg=100,longitude_deg=0}]", "CN2005", "'users.site.latitude_deg' = 100")]
    public void Faults_inside_a_table_from_outside_are_told_at_the_setting(string setting, string code, string problem)
    {
        IReadOnlyList<Diagnostic> told = Read(Good, setting).Diagnostics;
        Assert.Contains(told, d => d.Code == code && d.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.All(told, d => Assert.Equal($"--set {setting}", d.Where.ToString()));
    }

    [Theory]
    [InlineData("time.duration=400d", "time.step=1s", "CN2208")]
    [InlineData("users.grid_step_deg=0.25", "time.step=1min", "CN2208")]
    [InlineData("control.warm_up=30d", "control.interval=10s", "CN2214")]
    [InlineData("clocks.sampling=1s", "time.duration=400d", "CN2208")]
    public void A_run_that_does_not_fit_into_memory_is_refused(string first, string second, string code) =>
        Assert.Contains(Read(Good, first, second).Diagnostics, d => d.Code == code && d.Remedy.Length > 0);

    [Fact]
    public void Sizes_are_told_in_numbers()
    {
        string[] told = [.. Read(Good, "users.grid_step_deg=0.25", "time.step=10s", "time.duration=2h").Diagnostics.Select(d => d.ToString())];
        Assert.Equal(["--set users.grid_step_deg=0.25: error CN2208: 7.48e8 positions of users, at most 3e7 fit into memory; choose a coarser grid, a longer step or a shorter duration"], told);
    }

    [Fact]
    public void Too_many_tables_are_one_problem()
    {
        string sites = string.Concat(Enumerable.Range(0, 1001).Select(i => $"[[users.site]]\nname = \"s{i}\"\nlatitude_deg = 1\nlongitude_deg = 2\n"));
        Diagnostic diagnostic = Assert.Single(Read(Good.Replace("[[users.site]]\nname = \"here\"\nlatitude_deg = 1\nlongitude_deg = 2\n", sites, StringComparison.Ordinal)).Diagnostics);
        Assert.Equal(("CN2208", 26), (diagnostic.Code, diagnostic.Where.Line));
        Assert.Equal("1001 tables [[users.site]]; at most 1000 are read", $"{diagnostic.Problem}; {diagnostic.Remedy}");
    }

    private static ReadResult<ScenarioDefinition> Read(string text, params string[] settings) => ScenarioReader.Read(text, "dir/x.toml", settings);
}
