namespace Constellation.Viewer;

/// <summary>No window can be opened here. The message says why and what to do.</summary>
public sealed class WindowUnavailableException : Exception
{
    internal WindowUnavailableException(WindowProblem problem, string reason)
        : base($"{reason}; {RemedyOf(problem)}") => (Problem, Reason) = (problem, reason);

    public WindowProblem Problem { get; }

    /// <summary>Why, without the remedy.</summary>
    public string Reason { get; }

    private static string RemedyOf(WindowProblem problem) => problem switch
    {
        WindowProblem.NoDisplay => "start it from a desktop, set DISPLAY, or draw the same picture without a window: constellation render RUN -o globe.png",
        WindowProblem.NoLibrary => "install GLFW 3.3: on Debian and Ubuntu 'apt-get install libglfw3', on Fedora 'dnf install glfw', on Alpine 'apk add glfw', on macOS 'brew install glfw'; 'constellation render' does without",
        _ => "install OpenGL: on Debian and Ubuntu 'apt-get install libgl1 libglx-mesa0 libgl1-mesa-dri', on Fedora 'dnf install mesa-libGL mesa-dri-drivers'; 'constellation render' does without a window",
    };
}
