using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Constellation.Simulation;

/// <summary>The JSON Schema of scenario files, for editors that complete and check TOML.</summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions s_layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Draft 2020-12, made from <see cref="ScenarioKeys"/>; unknown keys are refused as the reader refuses them.</summary>
    public static string Json()
    {
        JsonObject root = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "scenario.schema.json",
            ["title"] = "Scenario of Constellation",
        };
        foreach ((string name, JsonNode? value) in Table(ScenarioKeys.Root).ToArray())
        {
            root[name] = value?.DeepClone();
        }

        return root.ToJsonString(s_layout) + "\n";
    }

    private static JsonObject Table(ScenarioTable table)
    {
        JsonObject properties = [];
        foreach (ScenarioKey key in table.Keys)
        {
            JsonObject schema = key.Schema();
            schema["description"] = key.Description + (key.Unit.Length > 0 ? $", {key.Unit}" : "") + (key.DefaultNote is null ? "" : $" (default: {key.DefaultNote})");
            if (key.DefaultJson is { } value)
            {
                schema["default"] = value;
            }

            properties[key.Name] = schema;
        }

        ScenarioTable[] children = [.. ScenarioKeys.Tables.Where(t => t != ScenarioKeys.Root && t.Split.Parent == table.Path)];
        foreach (ScenarioTable child in children)
        {
            properties[child.Split.Name] = child.IsList
                ? new JsonObject { ["type"] = "array", ["maxItems"] = child.Most, ["description"] = child.Description, ["items"] = Table(child) }
                : Table(child);
        }

        JsonObject result = new() { ["type"] = "object", ["description"] = table.Description, ["properties"] = properties, ["additionalProperties"] = false };
        JsonNode[] required = [.. table.Keys.Where(k => k.Required).Select(k => k.Name).Concat(children.Where(c => c.Required).Select(c => c.Split.Name)).Select(n => (JsonNode)n)];
        if (required.Length > 0)
        {
            result["required"] = new JsonArray(required);
        }

        if (table.OneOf.Count > 0)
        {
            result["oneOf"] = new JsonArray([.. table.OneOf.Select(n => (JsonNode)new JsonObject { ["required"] = new JsonArray(n) })]);
        }

        return result;
    }
}
