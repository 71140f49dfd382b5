using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>All that a written text's pixels depend on.</summary>
/// <param name="Text">What.</param>
/// <param name="Size">Of the font, px.</param>
/// <param name="Bold">The bold font.</param>
/// <param name="Colour">Of the letters.</param>
/// <param name="Shadow">Width of the dark line about them, px.</param>
internal readonly record struct TextKey(string Text, float Size, bool Bold, SKColor Colour, float Shadow);
