using System.Collections;

namespace Constellation.Formats;

/// <summary>A handful of group delays by name; thousands of messages share the names.</summary>
/// <param name="names">In the order of the values.</param>
/// <param name="values">NaN where the message has none.</param>
internal sealed class MessageDelays(string[] names, double[] values) : IReadOnlyDictionary<string, double>
{
    public static MessageDelays None { get; } = new([], []);

    public int Count => values.Count(v => !double.IsNaN(v));

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<double> Values => this.Select(pair => pair.Value);

    public double this[string key] => TryGetValue(key, out double value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, out double value)
    {
        int index = Array.IndexOf(names, key);
        value = index < 0 ? double.NaN : values[index];
        if (double.IsNaN(value))
        {
            value = 0;
            return false;
        }

        return true;
    }

    public IEnumerator<KeyValuePair<string, double>> GetEnumerator()
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                yield return new(names[i], values[i]);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
