namespace Constellation.Viewer;

/// <summary>What is missing for a window.</summary>
public enum WindowProblem
{
    NoDisplay,
    NoLibrary,
    NoOpenGl,
}
