using System.Xml;

namespace Constellation.Reporting;

/// <summary>Text as XML can hold it.</summary>
internal static class CleanText
{
    /// <summary>Control characters and half surrogate pairs become the replacement character.</summary>
    public static string Of(string text)
    {
        char[] clean = text.ToCharArray();
        for (int i = 0; i < clean.Length; i++)
        {
            if (i + 1 < clean.Length && char.IsSurrogatePair(clean[i], clean[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(clean[i]))
            {
                clean[i] = '\uFFFD';
            }
        }

        return new(clean);
    }
}
