namespace Constellation.Viewer;

/// <summary>What has been typed into the search, and which of the finds is chosen.</summary>
internal sealed class SearchState(Func<IReadOnlyList<SearchEntry>> entries, Action changed)
{
    /// <summary>Longer is nobody's name.</summary>
    private const int Longest = 40;

    private IReadOnlyList<SearchEntry> _entries = [];

    /// <summary>Keys are typed into it.</summary>
    public bool Active { get; private set; }

    public string Text { get; private set; } = "";

    public IReadOnlyList<SearchEntry> Found { get; private set; } = [];

    /// <summary>Index into <see cref="Found"/>.</summary>
    public int Chosen { get; private set; }

    public SearchEntry? Choice => Chosen < Found.Count ? Found[Chosen] : null;

    public void Begin()
    {
        (Active, _entries) = (true, entries());
        Find("");
    }

    public void End()
    {
        Active = false;
        changed();
    }

    public void Type(string letters)
    {
        string text = new([.. letters.Where(c => !char.IsControl(c))]);
        Find((Text + text)[..Math.Min(Longest, Text.Length + text.Length)]);
    }

    public void Erase() => Find(Text.Length > 0 ? Text[..^(Text.Length > 1 && char.IsLowSurrogate(Text[^1]) ? 2 : 1)] : "");

    public void Choose(int steps)
    {
        Chosen = Found.Count == 0 ? 0 : (Chosen + steps + Found.Count) % Found.Count;
        changed();
    }

    private void Find(string text)
    {
        (Text, Chosen) = (text, 0);
        Found = SearchIndex.Find(_entries, text);
        changed();
    }
}
