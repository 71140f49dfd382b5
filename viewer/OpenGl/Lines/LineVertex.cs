using System.Runtime.InteropServices;

namespace Constellation.Viewer;

/// <summary>A corner of the triangles that make a line, as the GPU gets it.</summary>
/// <param name="X">Pixels from the left edge of the picture.</param>
/// <param name="Y">Pixels from its upper edge.</param>
/// <param name="Across">Distance from the middle of the line, px.</param>
/// <param name="Colour">Red, green, blue, opacity from the lowest byte on.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct LineVertex(float X, float Y, float Across, uint Colour);
