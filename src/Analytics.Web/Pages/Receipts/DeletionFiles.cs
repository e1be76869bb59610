using System.Text;
using Analytics.Models.Reports;
using Analytics.Web.Http;

namespace Analytics.Web.Pages.Receipts;

/// <summary>A deletion receipt as two files, text and signature, and the public keys that they are checked with: <c>/keys/{id}.pem</c>.</summary>
internal static class DeletionFiles
{
    public const string Text = "deletion-receipt.txt";
    public const string Signature = "deletion-receipt.sig";

    public static string Address(string withdrawal, string file) => $"/withdrawals/{withdrawal}/{file}";

    public static string KeyAddress(string key) => $"/keys/{key}.pem";

    public static WebApplication MapDeletionReceipts(this WebApplication app)
    {
        app.MapGet("/withdrawals/{id}/{file}", async (string id, string file, WithdrawalStore withdrawals, HttpContext context, CancellationToken stop) =>
        {
            context.Response.BelongsToOneReader();
            if (FormToken.Find(id) is not { } token || await withdrawals.FindAsync(token.Value, stop) is not { } found)
                return Results.NotFound();
            return file switch
            {
                Text => Results.File(Encoding.UTF8.GetBytes(found.Text), "text/plain; charset=utf-8", Text),
                Signature => Results.File(found.Signature, "application/octet-stream", Signature),
                _ => Results.NotFound(),
            };
        });
        app.MapGet("/keys/{file}", async (string file, SigningKeyStore keys, CancellationToken stop) =>
            file.EndsWith(".pem", StringComparison.Ordinal) && await keys.PublicKeyAsync(Path.GetFileNameWithoutExtension(file), stop) is { } key
                ? Results.File(Encoding.ASCII.GetBytes(key), "application/x-pem-file", file)
                : Results.NotFound());
        return app;
    }
}
