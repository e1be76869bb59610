using System.Net;
using System.Net.Sockets;
using Analytics.Models.Storage;
using Analytics.Web.Start;

namespace Analytics.Web.Tests.Start;

public sealed class SiteArgumentsTests
{
    [Fact]
    public void All_forms_are_understood()
    {
        Assert.Equivalent(new SiteArguments(5080, null, false, false, []), SiteArguments.Parse([]));
        Assert.Equivalent(new SiteArguments(8080, "/data", true, true, ["--Site:OutputCache=off"]),
            SiteArguments.Parse(["--demo", "--new-operator-link", "--port", "8080", "--data=/data", "--Site:OutputCache=off"]));
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "seventy")]
    [InlineData("--port", "70000")]
    [InlineData("--prot", "5080")]
    [InlineData("serve")]
    public void Wrong_use_is_told_with_what_would_be_right_and_ends_with_2(params string[] args)
    {
        var failure = Assert.Throws<UsageException>(() => SiteArguments.Parse(args));
        Assert.Contains("Usage: Analytics.Web [--port N]", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, ProgramFailure.Explain(failure, CancellationToken.None)?.ExitCode);
    }

    [Fact]
    public void A_taken_port_is_found_before_anything_is_started()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var failure = Assert.Throws<UsageException>(() => SiteArguments.Parse(["--port", $"{port}"]).CheckPort());
        Assert.Contains($"Port {port}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--port N", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_of_the_storage_is_one_sentence_and_a_fault_of_ours_is_not_hidden()
    {
        Assert.Equal(new ProgramFailure("The folder is read-only.", 1), ProgramFailure.Explain(new StorageException("The folder is read-only."), CancellationToken.None));
        Assert.Null(ProgramFailure.Explain(new InvalidOperationException(), CancellationToken.None));
    }
}
