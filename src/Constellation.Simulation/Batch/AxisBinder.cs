using System.Globalization;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>Reads the axes of a sweep, or the points that it writes out.</summary>
/// <param name="places">Receives where each setting stands in the file.</param>
/// <param name="samples">Points of a Latin hypercube: ranges are cut into as many strata.</param>
/// <param name="design">How the axes make points.</param>
internal sealed class AxisBinder(Dictionary<string, SourceSpan> places, int samples, SweepDesign design)
{
    private const int MostLevels = SweepBinder.MostPoints;

    public List<SweepAxis> Bind(TomlTable root)
    {
        IReadOnlyList<TomlTable> tables = root.Tables("axes"), points = root.Tables("points");
        if (design == SweepDesign.List != points.Count > 0 || (points.Count > 0 && tables.Count > 0))
        {
            root.Error(
                points.Count > 0 ? "points" : "design", "CN6008", points.Count > 0 ? tables.Count > 0 ? "both axes and points are given" : "points are given, and the design is no list" : "a list without points",
                "a list of points has design = \"list\" and a table [[points]] with name and set for each, and no axes");
        }

        List<SweepAxis> axes = points.Count > 0 ? [new SweepAxis("point", Alternatives(points, "points"))] : [.. tables.Select(Axis)];
        foreach (IGrouping<string, SweepAxis> same in axes.GroupBy(a => a.Name).Where(g => g.Key.Length > 0 && g.Count() > 1))
        {
            root.Error("axes", "CN6009", $"two axes are called '{same.Key}'", "give every axis its own name");
        }

        return axes;
    }

    private SweepAxis Axis(TomlTable table)
    {
        string[] ways = [.. new[] { "values", "from", "alternatives" }.Where(table.Has)];
        string path = ways is ["alternatives"] ? "" : table.String("path");
        string name = table.String("name", path.Length > 0 ? path : null);
        if (ways.Length != 1)
        {
            table.Error("", "CN6001", $"axis '{name}' has {(ways.Length == 0 ? "no levels" : string.Join(" and ", ways))}", "give one of: values = [...], from = ... and to = ... with step or count, [[axes.alternatives]] with name and set");
            return new(name, []);
        }

        if (!IsName(name))
        {
            table.Error("name", "CN6009", $"'{name}' is no name of an axis", "begin with a letter and go on with letters, digits, '_', '-' and '.'; not point, seed, scope, metric, value or unit");
        }

        List<SweepLevel> levels = ways[0] switch
        {
            "values" => Values(table, path),
            "from" => Range(table, path),
            _ => Alternatives(table.Tables("alternatives"), "alternatives"),
        };
        if (levels.Count == 0 && ways[0] != "from")
        {
            table.Error(ways[0], "CN6001", $"axis '{name}' has no levels", "give at least one");
        }

        return new(name, levels);
    }

    private static bool IsName(string name) => name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
        && name is not ("point" or "seed" or "scope" or "scope_kind" or "metric" or "value" or "unit");

    private List<SweepLevel> Values(TomlTable table, string path)
    {
        if (!table.TryGet("values", out TomlValue? list) || list.Content is not List<TomlValue> values)
        {
            table.Error("values", "CN6001", "'values' is no list", "write values = [a, b, c]");
            return [];
        }

        List<SweepLevel> levels = [];
        foreach (TomlValue value in values)
        {
            string setting = $"{path}={SweepValue.Text(value)}";
            places[setting] = value.Where;
            levels.Add(new(SweepValue.Name(value), [setting]));
        }

        return Distinct(table, "values", levels);
    }

    /// <summary>Equal steps from one end to the other, both included; the middle of strata in a Latin hypercube.</summary>
    private List<SweepLevel> Range(TomlTable table, string path)
    {
        double from = table.Number("from"), to = table.Number("to");
        bool hasStep = table.Has("step"), hasCount = table.Has("count"), strata = design == SweepDesign.LatinHypercube;
        double step = table.Number("step", 0);
        int count = table.Integer("count", 0);
        if (!double.IsFinite(from) || !double.IsFinite(to) || to < from || (hasStep && hasCount) || (!strata && !hasStep && !hasCount) || (hasStep && !(step > 0)) || (hasCount && count < (to > from ? 2 : 1)))
        {
            table.Error("from", "CN6002", "the range cannot be cut", "give from = a, to = b with a not above b, and step = ... above zero, or count = ... of 2 or more");
            return [];
        }

        double steps = hasStep ? Math.Floor(((to - from) / step) + 1e-9) + 1 : strata && !hasCount ? samples : count;
        if (steps > MostLevels)
        {
            table.Error(hasStep ? "step" : "count", "CN6006", $"the range has {steps:0.###e0} steps", $"at most {MostLevels} are taken");
            return [];
        }

        List<SweepLevel> levels = [];
        for (int k = 0; k < (int)steps; k++)
        {
            double value = hasStep ? from + (k * step) : strata && !hasCount ? from + ((k + 0.5) * (to - from) / steps) : steps == 1 ? from : from + (k * (to - from) / (steps - 1));

            // Nine digits: 0.1 + 2 x 0.1 is 0.3 in tables.
            string text = TomlLiteral.Of(double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
            string setting = $"{path}={text}";
            places[setting] = table.PlaceOf("from");
            levels.Add(new(text, [setting]));
        }

        return levels;
    }

    private List<SweepLevel> Alternatives(IReadOnlyList<TomlTable> tables, string key)
    {
        List<SweepLevel> levels = [];
        foreach (TomlTable table in tables)
        {
            List<string> settings = [];
            foreach ((string setting, SourceSpan where) in SweepValue.Settings(table.Table("set")))
            {
                settings.Add(setting);
                places[setting] = where;
            }

            levels.Add(new(table.String("name"), settings));
        }

        return tables.Count == 0 ? levels : Distinct(tables[0], key, levels);
    }

    private static List<SweepLevel> Distinct(TomlTable table, string key, List<SweepLevel> levels)
    {
        foreach (IGrouping<string, SweepLevel> same in levels.GroupBy(l => l.Name).Where(g => g.Key.Length > 0 && g.Count() > 1))
        {
            table.Error(key, "CN6009", $"'{same.Key}' is given {same.Count()} times", "give every level its own value or name");
        }

        return levels;
    }
}
