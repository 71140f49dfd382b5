using System.Diagnostics;
using System.Globalization;
using Constellation.Formats;
using Constellation.Geodesy;

namespace Constellation.Cli;

/// <summary>RTKLIB's program <c>rnx2rtkp</c> on the files of a trial, where it is installed: an independent second opinion.</summary>
internal sealed class RtklibProgram(string program, CancellationToken cancel)
{
    /// <summary>Longer than a day of any file here takes by ten times.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    /// <summary>Null where it is not in the search path.</summary>
    public static RtklibProgram? Find(CancellationToken cancel) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(d => Path.Combine(d, "rnx2rtkp")).FirstOrDefault(File.Exists) is { } found ? new(found, cancel) : null;

    /// <summary>Positions by time tag, in milliseconds of the GPS week; empty where it finds none.</summary>
    /// <param name="request">Observations and messages.</param>
    /// <param name="settings">Lines of its configuration file.</param>
    public Dictionary<long, Position<Itrf>> Run(PositionRequest request, IReadOnlyList<string> settings)
    {
        string folder = Directory.CreateTempSubdirectory("constellation-").FullName;
        try
        {
            string options = Path.Combine(folder, "options.conf"), result = Path.Combine(folder, "result.pos"), observations = Path.Combine(folder, "observations.rnx");
            File.WriteAllLines(options, [.. settings, "out-solformat=xyz", "out-timesys=gpst", "out-timeform=tow"]);
            using (RinexObservationReader reader = RinexObservationReader.Open(request.Observations, request.Rules))
            using (FileStream stream = File.Create(observations))
            {
                _ = RinexObservationWriter.Write(stream, reader.Header, reader, 3.05);
            }

            List<string> arguments = ["-k", options, "-o", result, observations];
            foreach (string messages in request.Navigation)
            {
                arguments.Add(Path.Combine(folder, $"messages{arguments.Count}.nav"));
                using Stream plain = TextSource.Open(messages);
                using FileStream stream = File.Create(arguments[^1]);
                plain.CopyTo(stream);
            }

            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.OutputDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(s_longest);
            using CancellationTokenRegistration stop = limit.Token.Register(() => process.Kill(entireProcessTree: true));
            process.WaitForExit();
            cancel.ThrowIfCancellationRequested();
            return File.Exists(result) ? Read(result) : [];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Its times are of true reception: up to a millisecond off the tags.</summary>
    private static Dictionary<long, Position<Itrf>> Read(string path)
    {
        Dictionary<long, Position<Itrf>> positions = [];
        foreach (string line in File.ReadLines(path).Where(l => !l.StartsWith('%')))
        {
            string[] f = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            positions[1000 * (long)Math.Round(Number(f[1]))] = new(Number(f[2]), Number(f[3]), Number(f[4]));
        }

        return positions;

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }
}
