using Constellation.Core;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads a schedule of crosslinks: a table with named columns <c>slot,sat_a,sat_b</c> and, if wanted, <c>epoch_gpst,terminal_a,terminal_b</c>, as <c>links --what schedule</c> writes it.</summary>
/// <remarks>Codes: CN2160 a table without these columns, CN2161 a field that is not what its column holds, CN2162 a terminal used twice in a slot, CN2163 a satellite without a link,
/// CN2164 one that does not take part. Comments begin with '#'.</remarks>
public sealed class LinkScheduleReader
{
    private readonly DiagnosticBag _bag;
    private readonly LinkSystem _system;
    private readonly LinkPayload _payload;
    private readonly Dictionary<string, int> _nodes;
    private readonly List<GivenLink> _links = [];
    private readonly Dictionary<(Epoch?, int Slot, int Node, int Terminal), int> _used = [];
    private string[]? _columns;

    private LinkScheduleReader(string fileName, LinkSystem system)
    {
        (_bag, _system) = (new DiagnosticBag(fileName), system);
        _payload = system.Payload ?? throw new ArgumentException("no satellite has a terminal", nameof(system));
        _nodes = Enumerable.Range(0, system.NodeCount).ToDictionary(system.NameOf);
    }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<GivenSchedule> Read(string path, LinkSystem system)
    {
        using Stream stream = TextSource.Open(path);
        return Read(stream, path, system);
    }

    public static ReadResult<GivenSchedule> Read(Stream stream, string fileName, LinkSystem system)
    {
        LinkScheduleReader reader = new(fileName, system);
        LineReader lines = new(TextSource.Decompress(stream), reader._bag);
        while (!reader._bag.Full && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            int comment = line.IndexOf((byte)'#');
            string text = System.Text.Encoding.UTF8.GetString(comment < 0 ? line : line[..comment]);
            if (text.Trim().Length > 0)
            {
                reader.Line(text, lines.LineNumber);
            }
        }

        return reader.Finish();
    }

    private ReadResult<GivenSchedule> Finish()
    {
        if (_columns is null)
        {
            _bag.Error("CN2160", 1, 1, "the file is empty", "write a header 'slot,sat_a,sat_b' and a row for every link of a slot");
        }
        else if (!_bag.HasErrors)
        {
            HashSet<int> scheduled = [.. _links.SelectMany(l => new[] { l.A, l.B })];
            string[] idle = [.. Enumerable.Range(0, _system.Satellites.Count).Where(n => _system.Satellites[n].Payload is not null && !scheduled.Contains(n)).Select(_system.NameOf)];
            if (idle.Length > 0)
            {
                _bag.Error("CN2163", 1, 1, $"no slot has a link of {string.Join(' ', idle)}", "schedule every satellite, or leave it out of constellation.satellites");
            }
        }

        return _bag.Result(new GivenSchedule(_payload, _links));
    }

    private void Line(string text, int line)
    {
        (string Text, int Column)[] fields = Fields(text);
        if (_columns is null)
        {
            Header(fields, line);
            return;
        }

        if (_columns.Length == 0)
        {
            return;                            // the header was told to be wrong
        }

        if (fields.Length != _columns.Length)
        {
            _bag.Error("CN2161", line, 1, $"{fields.Length} fields, the header has {_columns.Length}", "separate them by commas");
            return;
        }

        int errors = _bag.Diagnostics.Count;
        int slot = Number(fields, "slot", line, _payload.SlotsPerFrame, "a slot") ?? 0;
        int a = Node(fields, "sat_a", line), b = Node(fields, "sat_b", line);
        int terminalA = Number(fields, "terminal_a", line, Terminals(a), "a terminal") ?? -1, terminalB = Number(fields, "terminal_b", line, Terminals(b), "a terminal") ?? -1;
        Epoch? epoch = EpochOf(fields, line);
        if (_bag.Diagnostics.Count > errors)
        {
            return;
        }

        (string first, int column) = fields[Array.IndexOf(_columns, "sat_b")];
        if (a == b)
        {
            _bag.Error("CN2161", line, column, $"{first} is paired with itself", "name two satellites");
            return;
        }

        if (_payload.Access != LinkAccess.Broadcast)
        {
            Use(epoch, slot, a, terminalA, fields, "sat_a", line);
            Use(epoch, slot, b, terminalB, fields, "sat_b", line);
        }

        _links.Add(new GivenLink(slot, a, b, terminalA, terminalB, epoch, new SourceSpan(_bag.File, line, 1)));
    }

    private void Header((string Text, int Column)[] fields, int line)
    {
        string[] known = ["epoch_gpst", "slot", "sat_a", "sat_b", "terminal_a", "terminal_b"];
        _columns = [.. fields.Select(f => f.Text)];
        foreach ((string text, int column) in fields.Where((f, i) => !known.Contains(f.Text) || Array.IndexOf(_columns, f.Text) < i))
        {
            _bag.Error("CN2160", line, column, $"'{text}' is not a column of a schedule, or is one twice", "known: " + string.Join(", ", known) + Spelling.Hint(text, known));
        }

        if (new[] { "slot", "sat_a", "sat_b" }.Where(c => !_columns.Contains(c)).ToArray() is { Length: > 0 } missing)
        {
            _bag.Error("CN2160", line, 1, $"the header lacks {string.Join(", ", missing)}", "begin with a line 'slot,sat_a,sat_b'");
        }

        _columns = _bag.HasErrors ? [] : _columns;
    }

    /// <summary>Each terminal once in a slot; where terminals are not named, no more links than there are.</summary>
    private void Use(Epoch? epoch, int slot, int node, int terminal, (string Text, int Column)[] fields, string name, int line)
    {
        int column = fields[Array.IndexOf(_columns!, name)].Column, terminals = Terminals(node);
        int free = terminal >= 0 ? terminal : Enumerable.Range(0, terminals).Cast<int?>().FirstOrDefault(t => !_used.ContainsKey((epoch, slot, node, t!.Value))) ?? terminals;
        if (free < terminals && _used.TryAdd((epoch, slot, node, free), line))
        {
            return;
        }

        int other = _used[(epoch, slot, node, Math.Min(free, terminals - 1))];
        _bag.Error(
            "CN2162", line, column, $"{_system.NameOf(node)} is already at work in slot {slot} (line {other}); it has {terminals} terminal{(terminals == 1 ? "" : "s")}",
            "give each terminal one link in a slot");
    }

    private int Terminals(int node) => node < 0 || _system.IsStation(node) ? 1 : _system.Satellites[node].Payload?.Terminals.Count ?? 1;

    private int Node((string Text, int Column)[] fields, string name, int line)
    {
        (string text, int column) = fields[Array.IndexOf(_columns!, name)];
        if (_nodes.TryGetValue(text, out int node) && (_system.IsStation(node) || _system.Satellites[node].Payload is not null))
        {
            return node;
        }

        _bag.Error("CN2164", line, column, $"'{text}' is not a satellite of the scenario or an anchor station", "known: " + string.Join(' ', _nodes.Keys) + Spelling.Hint(text, _nodes.Keys));
        return -1;
    }

    private int? Number((string Text, int Column)[] fields, string name, int line, int below, string what)
    {
        int at = Array.IndexOf(_columns!, name);
        if (at < 0 || (fields[at].Text.Length == 0 && name != "slot"))
        {
            return null;
        }

        if (int.TryParse(fields[at].Text, out int value) && value >= 0 && value < below)
        {
            return value;
        }

        _bag.Error("CN2161", line, fields[at].Column, $"'{fields[at].Text}' is not {what}", $"write a whole number from 0 to {below - 1}");
        return null;
    }

    private Epoch? EpochOf((string Text, int Column)[] fields, int line)
    {
        int at = Array.IndexOf(_columns!, "epoch_gpst");
        if (at < 0)
        {
            return null;
        }

        if (Epoch.TryParse(fields[at].Text + "GPST", out Epoch epoch, out _))
        {
            return epoch;
        }

        _bag.Error("CN2161", line, fields[at].Column, $"'{fields[at].Text}' is not an epoch", "write it as 2024-09-20T00:00:03");
        return null;
    }

    private static (string Text, int Column)[] Fields(string line)
    {
        List<(string, int)> fields = [];
        for (int start = 0; start <= line.Length;)
        {
            int comma = line.IndexOf(',', start);
            int end = comma < 0 ? line.Length : comma;
            string text = line[start..end];
            fields.Add((text.Trim(), start + 1 + (text.Length - text.TrimStart().Length)));
            start = end + 1;
        }

        return [.. fields];
    }
}
