using System.Xml.Linq;

namespace Constellation.Reporting;

/// <summary>Builds HTML as a tree, so that every text is escaped and every element closed: the page is well-formed XML too.</summary>
internal static class Html
{
    private static readonly HashSet<string> s_void = ["br", "img", "meta", "hr"];

    /// <summary>An element; content as for <see cref="XElement"/>: texts, elements, attributes, sequences of them, null for nothing.</summary>
    public static XElement Tag(string name, params object?[] content)
    {
        XElement element = new(name, content.Select(c => c is string text ? CleanText.Of(text) : c));
        if (element.IsEmpty && !s_void.Contains(name))
        {
            element.Add("");                      // <td></td>: HTML knows no <td/>
        }

        return element;
    }

    public static XAttribute Class(string name) => new("class", name);

    public static XAttribute Id(string id) => new("id", id);

    public static XAttribute Attribute(string name, string value) => new(name, CleanText.Of(value));

    public static XElement Paragraph(params object?[] content) => Tag("p", content);

    /// <summary>A table: the first column holds the names of the rows, the others are numbers unless marked as text.</summary>
    /// <param name="caption">Above the table.</param>
    /// <param name="head">Names of the columns.</param>
    /// <param name="rows">Cells row by row.</param>
    /// <param name="textColumns">How many columns from the left hold text.</param>
    public static XElement Table(string caption, IEnumerable<string> head, IEnumerable<IReadOnlyList<string>> rows, int textColumns = 1) =>
        Tag("div", Class("table"), Tag(
            "table",
            Tag("caption", caption),
            Tag("thead", Tag("tr", head.Select((h, i) => Tag("th", Attribute("scope", "col"), i < textColumns ? Class("text") : null, h)))),
            Tag("tbody", rows.Select(row => Tag(
                "tr", row.Select((cell, i) => i == 0 ? Tag("th", Attribute("scope", "row"), cell) : Tag("td", i < textColumns ? Class("text") : null, cell)))))));
}
