using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary><c>data add FILE...</c> and <c>data list</c>: files of Earth orientation, leap seconds, antennas and elements in the data folder.</summary>
internal static class DataVerb
{
    private const string Notes =
        """
        Data are looked for in the folder of --ephemeris, then in that of CONSTELLATION_DATA, then beside the program. Files are added to
        the first of them that is named. Earth orientation that was observed for longer than the built-in table goes on is used in its place,
        and manifests tell so. A list of leap seconds tells how long the built-in table holds; a step that it lacks is counted from the list, and
        manifests tell its name and the beginning of its SHA-256. Antennas are found by their names wherever an ANTEX file is asked for,
        elements wherever TLE or OMM files are: position ... --atx igs20.atx, view gps-ops.tle. A file of that name in the folder at hand goes before.
        """;

    public static Command Create() => new Command("data", "Install files of Earth orientation, leap seconds, antennas and elements, and list them") { Add(), List() }
        .WithNotes(Notes).WithExamples("constellation data add finals2000A.all Leap_Second.dat", "constellation data list");

    private static Command Add()
    {
        Argument<string[]> files = new("file") { Description = "Earth orientation (finals2000A, C04, ERP), leap seconds (leap-seconds.list, Leap_Second.dat), ANTEX, TLE or OMM; told by their contents", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
        Option<bool> replace = new("--replace") { Description = "Replace a file of the same name" };
        Command command = new("add", "Read files and copy them into the data folder") { files, replace };
        command.SetAction(parsed =>
        {
            // All are read before any is copied.
            InstalledFile[] read = [.. parsed.GetRequiredValue(files).Select(InstalledFile.Read)];
            (InstalledFile File, string Target)[] places = [.. read.Select(f => (f, Path.Combine(EphemerisFolder.Target, InstalledFile.FolderOf(f.Kind), Path.GetFileName(f.Path))))];
            Diagnostic[] there =
            [
                .. places.Where(p => File.Exists(p.Target) && !parsed.GetValue(replace)).Select(p => Diagnostic.Error("CN6122", new SourceSpan(p.Target), "is there already", "give --replace to put the new one in its place")),
                .. places.GroupBy(p => p.Target).Where(g => g.Count() > 1).Select(g => Diagnostic.Error("CN6123", new SourceSpan(g.First().File.Path), $"{g.Count()} of the files have this name", "rename one")),
            ];
            if (there.Length > 0)
            {
                throw new InputException(there);
            }

            foreach ((InstalledFile file, string target) in places)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                AtomicFile.Write(target, stream =>
                {
                    using FileStream source = File.OpenRead(file.Path);
                    source.CopyTo(stream);
                });
                Console.Out.WriteLine($"{target}: {file.Summary}");
            }

            return ExitCode.Done;
        });
        return command.WithExamples("constellation data add finals2000A.all", "constellation data add --replace igs20.atx gps-ops.tle");
    }

    private static Command List()
    {
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("list", "List what is installed, with its dates") { format, output };
        command.SetAction(parsed =>
        {
            InstalledFile[] files = [.. InstalledFile.All()];
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From("name,kind,from,until,summary,path", text: ["name", "kind", "from", "until", "summary", "path"]), writer =>
            {
                foreach (InstalledFile f in files)
                {
                    writer.Text(f.Name).Text(InstalledFile.FolderOf(f.Kind)).Text(f.From?.ToString("yyyy-MM-dd") ?? "").Text(f.Until?.ToString("yyyy-MM-dd") ?? "").Text(f.Summary).Text(f.Path).EndRow();
                }
            });
            return ExitCode.Done;
        });
        return command.WithExamples("constellation data list", "constellation data list --format json");
    }
}
