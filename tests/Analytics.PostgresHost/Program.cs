// A process that uses the private server of the folder named, for tests to kill: says "owner" or "guest" and stays until its input
// ends, or, with exit code 1, until the server is lost.
using Analytics.Models.Storage;

await using var server = await PrivatePostgres.StartAsync(
    new() { DataRoot = args[0], Log = Console.Error.WriteLine }, CancellationToken.None);
Console.WriteLine(server.IsOwner ? "owner" : "guest");
await Task.WhenAny((Task)Task.Run(Console.In.ReadLine), server.ServerLost);
return server.ServerLost.IsCompleted ? 1 : 0;
