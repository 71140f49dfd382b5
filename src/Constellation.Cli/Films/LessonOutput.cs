using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>A lesson without a window.</summary>
internal static class LessonOutput
{
    public static void Write(string name, string path, GlobeOptions options, FilmRequest request, CancellationToken cancel)
    {
        Lesson lesson = LessonSources.Read(name);
        FilmOutput.WriteLesson(lesson, LessonSources.Open(lesson, cancel), path, options, request, cancel);
    }
}
