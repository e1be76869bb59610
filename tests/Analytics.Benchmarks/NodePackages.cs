namespace Analytics.Benchmarks;

/// <summary>Packages of the npm registry as a package-lock.json of ours pins them, installed by the function that ./test uses.</summary>
internal static class NodePackages
{
    /// <summary>Installs those of <paramref name="folder"/>, a path in the checkout; where they then are.</summary>
    public static async Task<string> InstallAsync(MeasureRun run, string folder, CancellationToken stop)
    {
        await OtherProgram.AnswerAsync("bash", ["-c", "cd \"$0\" && source .ci/setup.sh && prepare_environment && need_node_packages \"$1\"", run.Repository, folder], stop);
        return Path.Combine(run.Repository, "artifacts", "node", Path.GetFileName(folder), "node_modules");
    }
}
