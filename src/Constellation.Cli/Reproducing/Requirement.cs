namespace Constellation.Cli;

/// <summary>One line of a validation page: what was to be reached, and what was.</summary>
/// <param name="What">What is measured, with its data.</param>
/// <param name="Target">The published or theoretical value.</param>
/// <param name="Tolerance">What counts as reached.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Met">Null: reported only.</param>
/// <param name="Reason">Why it is not met, or what limits it.</param>
internal sealed record Requirement(string What, string Target, string Tolerance, string Value, bool? Met, string Reason = "")
{
    public const string Head = "| what | target | tolerance | value | reached |\n|---|---|---|---|---|\n";

    public override string ToString() =>
        $"| {What} | {Target} | {Tolerance} | {Value} | {Met switch { true => "yes", false => "**no**", null => "reported" }}{(Reason.Length > 0 ? ": " + Reason : "")} |\n";
}
