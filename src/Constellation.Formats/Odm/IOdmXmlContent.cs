using System.Xml;

namespace Constellation.Formats;

/// <summary>Receives the elements of a message in XML as they come.</summary>
internal interface IOdmXmlContent
{
    /// <summary>An element begins; the path runs from the message's own element on: <c>oem/body/segment</c>.</summary>
    void Begin(string path, OdmPlace place, XmlReader reader);

    /// <summary>An element with text only; its <c>units</c>, or for what the user defined its <c>parameter</c>.</summary>
    void Value(string parent, string name, string? units, string value, OdmPlace place);

    /// <summary>An element with elements inside ends.</summary>
    void End(string path, OdmPlace place);
}
