using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Analytics.Models.Reports;

namespace Analytics.Ingest.Verbs;

/// <summary><c>receipt verify FILE</c>, <c>receipt new-key</c>: deletion receipts and the keys that sign them.</summary>
internal static class ReceiptVerbs
{
    private const int Largest = 64 * 1024;

    public static Command Create(CommonOptions common, Terminal terminal) =>
        new("receipt", "Check a deletion receipt; sign with a new key.") { Verify(common, terminal), NewKey(common, terminal) };

    private static Command Verify(CommonOptions common, Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "The receipt, such as deletion-receipt.txt." };
        var signature = new Option<string?>("--signature") { Description = "Its signature; default: the file's name with .sig in place of its ending." };
        var key = new Option<string?>("--key") { Description = "The public key as a PEM file; default: the key that the receipt names, from the database." };
        var removed = new Option<string?>("--removed") { Description = "The file of what was removed, removed.json: its SHA-256 must be the one in the receipt." };
        var verify = new Command("verify", "Check that a deletion receipt is ours and unchanged. Exit code 1 where it is not.") { file, signature, key, removed };
        verify.SetAction(async (parsed, stop) =>
        {
            var name = parsed.GetValue(file)!;
            var text = Read(name);
            var signed = Read(parsed.GetValue(signature) ?? Path.ChangeExtension(name, ".sig"));
            var content = parsed.GetValue(removed) is { } json ? Read(json) : null;
            if (DeletionReceipt.KeyOf(Encoding.UTF8.GetString(text)) is not { } id)
                throw new WrongUseException($"{name} is no deletion receipt: it names no signing key. Give the file that the site calls deletion-receipt.txt.");
            var pem = parsed.GetValue(key) is { } given ? Encoding.ASCII.GetString(Read(given)) : await KeyAsync(common, parsed, terminal, id, stop);
            if (!Verifies(pem, parsed.GetValue(key) ?? $"the key {id}", text, signed))
            {
                terminal.Note($"{name} does not fit its signature: it was changed, or another key signed it.");
                return 1;
            }

            if (content is not null && !Encoding.UTF8.GetString(text).Contains(": " + Models.Storage.Key.OfContent(content) + "\n", StringComparison.Ordinal))
            {
                terminal.Note($"{parsed.GetValue(removed)} is not what the receipt says was removed: its SHA-256 is another.");
                return 1;
            }

            terminal.Answer($"{name} is genuine, signed with key {id}.");
            return 0;
        });
        return verify;
    }

    private static Command NewKey(CommonOptions common, Terminal terminal)
    {
        var command = new Command("new-key", "Retire the key in use and sign with a new one. Old keys stay, so that what they signed can be checked.");
        command.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            terminal.Answer($"Deletion receipts are signed with key {await session.SigningKeys.ReplaceAsync(session.Options.Time.GetUtcNow(), stop)} from now on.");
            return 0;
        });
        return command;
    }

    private static byte[] Read(string file) => NamedFile.Read(file, name =>
        new FileInfo(name).Length <= Largest ? File.ReadAllBytes(name) : throw new WrongUseException($"{name} has more than {Largest} bytes; it is no part of a deletion receipt."));

    private static async Task<string> KeyAsync(CommonOptions common, ParseResult parsed, Terminal terminal, string id, CancellationToken stop)
    {
        await using var session = await common.OpenAsync(parsed, terminal, stop);
        return await session.SigningKeys.PublicKeyAsync(id, stop) ?? throw new WrongUseException($"The receipt names the key {id}, which this database does not have. Give the key of the site that made it with --key.");
    }

    private static bool Verifies(string pem, string name, byte[] text, byte[] signature)
    {
        try
        {
            return SigningKey.Verifies(pem, text, signature);
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            throw new WrongUseException($"{name} is no public key in PEM: {fault.Message}");
        }
    }
}
