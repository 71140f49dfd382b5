using System.Text;

namespace Constellation.Simulation;

/// <summary><c>docs/scenario.md</c>: every key with its unit, bounds and default, made from the description that the reader uses.</summary>
public static class ScenarioManual
{
    private const string Head = """
        # Scenario files

        <!-- Made by 'constellation show --manual'; what it says is told in src/Constellation.Simulation/Scenario/Keys/ScenarioKeys.cs. -->

        A scenario says what is simulated: satellites, clocks, links, control segment, broadcast messages and users. It is a TOML file. `constellation list scenarios`
        names those that come with the program, `constellation show scenario/NAME` prints one, `constellation check FILE` reads one and tells all that is wrong with it.
        The same description as a JSON Schema, for editors: `constellation show --schema` ([scenario.schema.json](scenario.schema.json)).

        ```toml
        title = "BeiDou-3 with masers on every satellite"
        seed = 1

        [time]
        start = "2024-09-20T00:00:00GPST"

        [constellation]
        name = "beidou-3"

        [[clocks.replace]]
        satellites = ["C@rb"]
        clock = "PHM-BDS3"

        [links]
        payload = "ka-bds3"
        ```

        ## Rules
        - A key that is not listed here is an error, and so is a value of another type, without its unit, or out of bounds. All errors of a file are told at once, each
          with its place.
        - Epochs are text with their time scale (`"2024-09-20T00:00:00GPST"`, `"...Z"` for UTC), durations text with their unit (`"30s"`, `"5min"`, `"24h"`, `"7d"`). Other
          quantities are numbers whose unit is in the key's name: `_m`, `_deg`, `_s`, `_mps`, `_mps2`.
        - `--set path=value` on the command line replaces one value: `--set users.mask_deg=10`, `--set time.step=30s`, `--set constellation.satellites=C19,C32-C37`. Lists
          and tables are written as in TOML: `--set 'users.site=[{name="here", latitude_deg=1, longitude_deg=2}]'`.
        - A source is `simulated` or a kind of file, a colon, and paths with commas between them: `sp3:day1.sp3.gz,day2.sp3.gz`. Gzip is unpacked.
        - A relative path starts from the folder of the scenario file; given by `--set` it starts from the current folder.
        - A source of files given by `--set` drops the scenario's own `time.start`, unless that is given by `--set`, too. With a simulated control segment the filter then warms up on
          the first hours of the files, and users begin `control.warm_up` later; a run longer than the files is shortened, and a note says so.
        - Satellites are chosen by id `C19`, range `C32-C37`, system `E`, or group: `C@phm` (part of the clock's name), `G@plane-B`, `C@igso` (class of orbit: `meo`, `igso`, `geo`).
          A part that chooses no satellite is an error.
        - A run must fit into memory: at most 250 satellites, 1e7 states of satellites, 3e7 positions of users, 3e7 nodes of clocks.
        - The manifest of a run holds every setting that was in force, as a scenario file.

        """;

    public static string Markdown()
    {
        StringBuilder text = new(Head);
        foreach (ScenarioTable table in ScenarioKeys.Tables)
        {
            string title = table == ScenarioKeys.Root ? "At the top" : table.IsList ? $"`[[{table.Path}]]`" : $"`[{table.Path}]`";
            string count = table.IsList ? $" At most {table.Most} of them." : "";
            text.Append($"\n## {title}\n{table.Description}{count}\n\n| key | type | unit | default | bounds | meaning |\n|---|---|---|---|---|---|\n");
            foreach (ScenarioKey key in table.Keys)
            {
                string fallback = key.DefaultNote ?? (key.Required ? "required" : key.DefaultLiteral is { } literal ? $"`{literal}`" : "");
                text.Append($"| `{key.Name}` | {key.Type} | {key.Unit} | {Cell(fallback)} | {Cell(key.Bounds)} | {Cell(key.Description)} |\n");
            }
        }

        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
