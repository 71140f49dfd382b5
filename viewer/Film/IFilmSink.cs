namespace Constellation.Viewer;

/// <summary>Takes the pictures of a film one after the other and keeps none of them longer than it must.</summary>
internal interface IFilmSink : IDisposable
{
    /// <param name="rgba">Rows from the top, opaque.</param>
    void Add(byte[] rgba);

    /// <summary>After the last picture: the file is whole. Without it, what was written is thrown away.</summary>
    void Finish();
}
