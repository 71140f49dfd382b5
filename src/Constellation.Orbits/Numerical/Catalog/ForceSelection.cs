using System.Globalization;
using Constellation.Core;

namespace Constellation.Orbits;

/// <summary>Some of the named forces, once each, in the order of the catalogue.</summary>
/// <remarks>Written as a list of names of forces and sets; a name after a minus sign takes away: <c>["full", "-relativity"]</c>.</remarks>
public sealed class ForceSelection : IEquatable<ForceSelection>
{
    private readonly int? _degree;
    private readonly HashSet<string> _names;

    private ForceSelection(HashSet<string> names, int? degree) => (_names, _degree) = (names, degree);

    public static ForceSelection Standard { get; } = Of("standard");

    public static ForceSelection Full { get; } = Of("full");

    /// <summary>The names, in the order of the catalogue; the gravity field with its degree where one was given.</summary>
    public IReadOnlyList<string> Names => [.. ForceCatalog.Forces.Where(f => _names.Contains(f.Name)).Select(f => f.Name == ForceCatalog.Gravity && _degree is { } n ? $"{f.Name}-{n}" : f.Name)];

    /// <summary>Of names that are known.</summary>
    /// <exception cref="ArgumentException">A name is not known.</exception>
    public static ForceSelection Of(params ReadOnlySpan<string> names) =>
        TryParse([.. names], out ForceSelection? selection, out string problem) ? selection : throw new ArgumentException(problem, nameof(names));

    /// <summary>Reads a list of names.</summary>
    /// <param name="names">Forces, sets, and either after a minus sign, which takes them away from what stands before.</param>
    /// <param name="selection">The forces.</param>
    /// <param name="problem">What is wrong with the first name that is not understood, and what would be right.</param>
    public static bool TryParse(IReadOnlyList<string> names, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ForceSelection? selection, out string problem)
    {
        HashSet<string> chosen = [];
        int? degree = null;
        (selection, problem) = (null, "");
        if (names.Count > 0 && names[0].StartsWith('-'))
        {
            problem = $"'{names[0]}' takes away from nothing: begin with a set or a force, such as full,{names[0]}";
            return false;
        }

        foreach (string written in names)
        {
            bool away = written.StartsWith('-');
            string name = away ? written[1..] : written;
            IReadOnlyList<string> forces = ForceCatalog.Sets.FirstOrDefault(s => s.Name == name)?.Forces ?? [name];
            foreach (string force in forces)
            {
                if (!TryOne(force, out string plain, out int? itsDegree, out string what))
                {
                    problem = $"'{written}' is no force{what}; known: {string.Join(", ", ForceCatalog.Names)}{Spelling.Hint(name, ForceCatalog.Names)}";
                    return false;
                }

                if (away)
                {
                    chosen.Remove(plain);
                }
                else
                {
                    chosen.ExceptWith(ForceCatalog.InPlaceOf(plain));
                    chosen.Add(plain);
                    degree = itsDegree ?? (plain == ForceCatalog.Gravity ? null : degree);
                }
            }
        }

        selection = new(chosen, degree);
        return true;
    }

    /// <summary>Degree of the gravity field: what the list says, or else <paramref name="otherwise"/>; 0 without that force.</summary>
    public int GravityDegree(int otherwise) => _names.Contains(ForceCatalog.Gravity) ? _degree ?? otherwise : 0;

    /// <summary>The same without a force or a set.</summary>
    public ForceSelection Without(string name) => Of([.. Names, "-" + name]);

    /// <summary>The same with the gravity field to a degree.</summary>
    public ForceSelection WithGravity(int degree) => Of([.. Names, $"{ForceCatalog.Gravity}-{degree}"]);

    /// <summary>The model of these forces; the Earth as a point comes first.</summary>
    public ForceModel Build(ForceSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        setting = setting with { Degree = _degree ?? setting.Degree };
        List<IForce> forces = [new PointMass(setting.Field.GravitationalParameter)];
        GravityChanges changes = GravityChanges.None;
        foreach (NamedForce force in ForceCatalog.Forces.Where(f => _names.Contains(f.Name)))
        {
            changes |= force.Changes;
            if (force.Make?.Invoke(setting) is { } made)
            {
                forces.Add(made);
            }
        }

        if (changes != GravityChanges.None)
        {
            forces.Add(ChangingGravity.Shared(setting.Earth, setting.Field, changes));
        }

        return new ForceModel(setting.Earth, [.. forces]);
    }

    /// <summary>The name of a set where it is one, else the names with commas.</summary>
    public override string ToString() => ForceCatalog.Sets.FirstOrDefault(s => Of(s.Name).Equals(this))?.Name ?? string.Join(',', Names);

    public bool Equals(ForceSelection? other) => other is not null && _degree == other._degree && _names.SetEquals(other._names);

    public override bool Equals(object? obj) => Equals(obj as ForceSelection);

    public override int GetHashCode() => HashCode.Combine(_names.Count, _degree);

    private static bool TryOne(string name, out string plain, out int? degree, out string what)
    {
        (plain, degree, what) = (name, null, "");
        string prefix = ForceCatalog.Gravity + "-";
        if (name.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int n))
        {
            (plain, degree) = (ForceCatalog.Gravity, n);
            what = n is < 2 or > GravityField.GreatestDegree ? $": degrees go from 2 to {GravityField.GreatestDegree}" : "";
            return what.Length == 0;
        }

        return ForceCatalog.Forces.Any(f => f.Name == name);
    }
}
