using Analytics.Models.Operations;
using Analytics.Web.Operations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Web.Pages.Operations;

/// <summary>Makes an operator, or gives one a new password, by the link that the start of the site prints. Opening it does not use it up; sending the form does.</summary>
public sealed class SetUpModel(OperatorStore operators, Passwords passwords, Door door) : OperatorPage
{
    public string Name { get; private set; } = "";

    /// <summary>Whether the link can be used.</summary>
    public bool Holds { get; private set; }

    /// <summary>The link's key, as the query of this page.</summary>
    public string Query => QueryHelpers.AddQueryString("", "key", Request.Query["key"].ToString());

    protected override bool ForEverybody => true;

    private string KeyHash => SecretKey.HashOf(Request.Query["key"].ToString());

    public async Task<IActionResult> OnGetAsync() => await HoldsAsync() ? Page() : Over();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await HoldsAsync())
            return Over();
        Name = Sent["name"].ToString();
        if (OperatorName.Find(Name) is not { } name)
            return Again(Text["operations.fault.name"]);
        var password = Sent["password"].ToString();
        if (NewPassword.Fault(Text, password, Sent["again"].ToString()) is { } fault)
            return Again(fault);
        if (!await operators.SetUpAsync(KeyHash, name, passwords.Hash(password), Now, Stop))
            return Over();
        await door.OpenAsync(HttpContext, name);
        return OnTo("");
    }

    private async Task<bool> HoldsAsync() => Holds = await operators.LinkHoldsAsync(KeyHash, Now, Stop);

    private PageResult Over()
    {
        Holds = false;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
