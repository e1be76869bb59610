namespace Analytics.Benchmarks;

/// <summary>An ordinary user with the right to sudo, made for one measure by root and removed after it.</summary>
internal sealed class TemporaryUser : IAsyncDisposable
{
    private readonly string sudoers;

    private TemporaryUser(string name) => (Name, sudoers) = (name, "/etc/sudoers.d/" + name);

    public string Name { get; }

    /// <summary>Makes the user, whose name nobody has yet; says so when this machine has no sudo.</summary>
    public static async Task<TemporaryUser> MakeAsync(string repository, CancellationToken stop)
    {
        if (!Directory.Exists("/etc/sudoers.d"))
            throw new InvalidOperationException("This machine has no sudo: apt-get install sudo");
        var user = new TemporaryUser($"perjam-{Environment.ProcessId}");
        // Fails, and nothing has been done, when there is a user of that name.
        await OtherProgram.AnswerAsync("useradd", ["--system", "--user-group", "--home-dir", "/nonexistent", "--shell", "/bin/bash", user.Name], stop);
        try
        {
            // Written beside the folder that sudo reads, closed, and only then moved there: sudo refuses open files.
            var draft = Path.Combine(repository, "artifacts", user.Name);
            await File.WriteAllTextAsync(draft, $"{user.Name} ALL=(ALL) NOPASSWD: ALL\n", stop);
            await OtherProgram.AnswerAsync("install", ["-m", "0440", draft, user.sudoers], stop);
            File.Delete(draft);
            return user;
        }
        catch
        {
            await user.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(sudoers);
        await OtherProgram.AnswerAsync("userdel", [Name], CancellationToken.None);
    }
}
