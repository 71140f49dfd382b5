using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Reads element sets of any kind: two-line elements, or OMM in any layout.</summary>
public static class ElementSetReader
{
    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static ReadResult<ElementSetFile> Read(string path, TleReadOptions? options = null) =>
        FileKinds.Of(path) == FileKind.Omm ? OmmReader.Read(path) : TleReader.Read(path, options);
}
