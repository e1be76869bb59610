using Analytics.Models.Reports;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Receipts;

/// <summary>A signed deletion receipt on a page (<c>_Deletion</c>).</summary>
public sealed record DeletionShown(Asked Asked, Withdrawal Withdrawal)
{
    public string Page => Asked.To($"/withdrawals/{Withdrawal.Id}");

    public string Text => DeletionFiles.Address(Withdrawal.Id, DeletionFiles.Text);

    public string Signature => DeletionFiles.Address(Withdrawal.Id, DeletionFiles.Signature);

    public string Key => DeletionFiles.KeyAddress(Withdrawal.SigningKey);

    /// <summary>The line that checks the downloaded files.</summary>
    public string Command => $"openssl dgst -sha256 -verify {Withdrawal.SigningKey}.pem -signature {DeletionFiles.Signature} {DeletionFiles.Text}";
}
