using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>All messages of a constellation over a span, by satellite and kind; answers which one a user has at an epoch.</summary>
public sealed class NavigationMessages
{
    private static readonly int s_kinds = Enum.GetValues<MessageType>().Length;

    private readonly SortedDictionary<SatelliteId, Dictionary<MessageType, NavigationMessage[]>> _bySatellite = [];

    /// <summary>The same lists, found faster: by satellite, then by the number of the kind.</summary>
    private readonly Dictionary<SatelliteId, NavigationMessage[]?[]> _kinds = [];

    /// <summary>Repeats (the same satellite, kind, reference and transmission) are kept once.</summary>
    public NavigationMessages(IEnumerable<NavigationMessage> messages)
    {
        Dictionary<(SatelliteId Satellite, MessageType Type), List<NavigationMessage>> kinds = [];
        foreach (NavigationMessage message in messages)
        {
            ref List<NavigationMessage>? kind = ref CollectionsMarshal.GetValueRefOrAddDefault(kinds, (message.Satellite, message.Type), out _);
            (kind ??= []).Add(message);
        }

        foreach (((SatelliteId satellite, MessageType type), List<NavigationMessage> kind) in kinds)
        {
            if (!_bySatellite.TryGetValue(satellite, out Dictionary<MessageType, NavigationMessage[]>? known))
            {
                _bySatellite.Add(satellite, known = []);
            }

            known[type] = Ordered(kind);
            ref NavigationMessage[]?[]? row = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, satellite, out _);
            (row ??= new NavigationMessage[]?[s_kinds])[(int)type] = known[type];
            Count += known[type].Length;
        }
    }

    /// <summary>Number of messages, without repeats.</summary>
    public int Count { get; }

    /// <summary>In order of system letter and number.</summary>
    public IReadOnlyCollection<SatelliteId> Satellites => _bySatellite.Keys;

    /// <summary>Every message, by satellite, kind, and time of transmission.</summary>
    public IEnumerable<NavigationMessage> All =>
        _bySatellite.Values.SelectMany(kinds => kinds.OrderBy(k => k.Key).SelectMany(k => k.Value));

    /// <summary>The messages of one kind of a satellite, by time of transmission.</summary>
    public IReadOnlyList<NavigationMessage> Of(SatelliteId satellite, MessageType type) =>
        _bySatellite.TryGetValue(satellite, out Dictionary<MessageType, NavigationMessage[]>? kinds) && kinds.TryGetValue(type, out NavigationMessage[]? messages)
            ? messages
            : [];

    /// <summary>The message that a user has at an epoch, or null. Never one that was not yet transmitted, unless the rule asks for hindsight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public NavigationMessage? Select(SatelliteId satellite, Epoch epoch, MessageRule? rule = null)
    {
        rule ??= MessageRule.Default;
        if (!_kinds.TryGetValue(satellite, out NavigationMessage[]?[]? kinds))
        {
            return null;
        }

        Duration age = rule.LargestAge ?? MessageRule.DefaultAge(satellite.System);
        IReadOnlyList<MessageType> types = rule.Types ?? MessageRule.DefaultTypes(satellite.System);
        for (int i = 0; i < types.Count; i++)
        {
            if (kinds[(int)types[i]] is { } messages && Choose(messages, epoch, rule, age) is { } chosen)
            {
                return chosen;
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static NavigationMessage? Choose(NavigationMessage[] messages, Epoch epoch, MessageRule rule, Duration largestAge)
    {
        bool hindsight = rule.Choice == MessageChoice.NearestReferenceInHindsight;
        NavigationMessage? best = null;
        Duration bestDistance = default;
        for (int i = hindsight ? messages.Length - 1 : LastTransmitted(messages, epoch); i >= 0; i--)
        {
            NavigationMessage message = messages[i];
            Duration distance = Distance(epoch, message.EphemerisReference);
            if (distance > largestAge || (rule.ReferenceReached && message.EphemerisReference >= epoch))
            {
                continue;
            }

            if (rule.Choice == MessageChoice.LatestTransmitted)
            {
                // What the satellite says now decides: an unhealthy message is not replaced by an older healthy one.
                return message.Healthy || !rule.HealthyOnly ? message : null;
            }

            if ((message.Healthy || !rule.HealthyOnly) && (best is null || distance < bestDistance))
            {
                (best, bestDistance) = (message, distance);
            }
        }

        return best;
    }

    /// <summary>Index of the last message transmitted at or before the epoch, -1 if none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int LastTransmitted(NavigationMessage[] messages, Epoch epoch)
    {
        (int low, int high) = (0, messages.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = messages[middle].TransmissionTime <= epoch ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private static Duration Distance(Epoch a, Epoch b) => a > b ? a - b : b - a;

    private static NavigationMessage[] Ordered(List<NavigationMessage> messages)
    {
        NavigationMessage[] ordered = [.. messages];
        bool inOrder = true;
        for (int i = 1; i < ordered.Length && inOrder; i++)
        {
            inOrder = Compare(ordered[i - 1], ordered[i]) < 0;
        }

        return inOrder
            ? ordered
            : [.. messages.DistinctBy(m => (m.TransmissionTime, m.EphemerisReference, m.Clock.Reference)).OrderBy(m => m.TransmissionTime).ThenBy(m => m.EphemerisReference)];
    }

    private static int Compare(NavigationMessage a, NavigationMessage b)
    {
        int order = a.TransmissionTime.CompareTo(b.TransmissionTime);
        return order != 0 ? order : a.EphemerisReference.CompareTo(b.EphemerisReference);
    }
}
