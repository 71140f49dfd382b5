using System.Diagnostics;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Formats;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Link_stays_and_its_target_is_replaced()
    {
        (string target, string link) = (Path.Combine(_folder, "real"), Path.Combine(_folder, "link"));
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(link, target);
        AtomicFile.WriteText(link, "new");
        Assert.Equal("new", File.ReadAllText(target));
        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    /// <summary>Folders made for it go with it; those that were there, or got something else meanwhile, stay.</summary>
    [Fact]
    public void Writer_that_fails_leaves_neither_file_nor_empty_folders()
    {
        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(Path.Combine(_folder, "a", "b", "c.txt"), _ => throw new OperationCanceledException()));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(Path.Combine(_folder, "a", "b", "c.txt"), _ =>
        {
            AtomicFile.WriteText(Path.Combine(_folder, "a", "other"), "stays");
            throw new OperationCanceledException();
        }));
        Assert.Equal([Path.Combine(_folder, "a", "other")], Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Where(File.Exists));
        Assert.False(Directory.Exists(Path.Combine(_folder, "a", "b")));
    }

    [Fact]
    public void Link_to_a_device_is_written_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no device files");
        string link = Path.Combine(_folder, "null");
        File.CreateSymbolicLink(link, "/dev/null");
        AtomicFile.WriteText(link, "gone");
        Assert.Equal("/dev/null", new FileInfo(link).LinkTarget);
    }

    [Fact]
    public async Task Pipe_is_written_to_and_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no named pipes in folders");
        string pipe = Path.Combine(_folder, "pipe");
        Process.Start("mkfifo", [pipe])!.WaitForExit();
        Task<string> reader = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);
        AtomicFile.WriteText(pipe, "through");
        Assert.Equal("through", await reader.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.Equal([pipe], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Failure_leaves_the_old_file_and_nothing_else()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "old");
        Assert.Throws<IOException>(() => AtomicFile.Write(file, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("full");
        }));
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Folder_and_empty_name_are_told()
    {
        Assert.Equal("CN1005", Assert.Throws<InputException>(() => AtomicFile.WriteText(_folder, "x")).Diagnostics.Single().Code);
        Assert.Equal("CN1005", Assert.Throws<InputException>(() => AtomicFile.WriteText("", "x")).Diagnostics.Single().Code);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    /// <summary>As every table: <c>-o -</c> is no file of that name. What is written there can be sought in.</summary>
    [Fact]
    public void A_dash_is_standard_output()
    {
        bool seekable = false;
        AtomicFile.Write("-", stream => seekable = stream.CanSeek);
        Assert.True(seekable);
        Assert.False(File.Exists("-"));
    }
}
