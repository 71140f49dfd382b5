namespace Constellation.Viewer;

/// <summary>What was computed last, kept as long as what it depends on stays the same.</summary>
internal sealed class Kept<T>
    where T : class
{
    private object? _key;
    private T? _value;

    /// <param name="key">Everything that the value depends on, equal by value.</param>
    /// <param name="make">Computes it.</param>
    public T Get(object key, Func<T> make)
    {
        if (_value is null || !key.Equals(_key))
        {
            (_key, _value) = (key, make());
        }

        return _value;
    }
}
