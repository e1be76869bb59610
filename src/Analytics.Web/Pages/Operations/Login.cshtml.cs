using System.Globalization;
using Analytics.Models.Operations;
using Analytics.Web.Http;
using Analytics.Web.Operations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Operations;

/// <summary>The login. A name of nobody is answered with the same words after the same work as a wrong password.</summary>
public sealed class LoginModel(OperatorStore operators, AuditStore audit, Passwords passwords, Guesses guesses, Door door) : OperatorPage
{
    /// <summary>The name as it was typed, for the form that comes back.</summary>
    public string Name { get; private set; } = "";

    protected override bool ForEverybody => true;

    public IActionResult OnGet() => Session is null ? Page() : OnTo("");

    public async Task<IActionResult> OnPostAsync()
    {
        Name = Sent["name"].ToString();
        var password = Sent["password"].ToString();
        var name = OperatorName.Find(Name);
        string[] counted = [$"name {name ?? Name}", $"source {Network.Of(HttpContext.Connection.RemoteIpAddress)}"];
        if (guesses.Begin(counted) is { } wait)
            return Wait(wait);
        var kept = name is null ? null : await operators.PasswordHashAsync(name, Stop);
        var check = await passwords.CheckAsync(kept, password, Stop);
        if (check == PasswordCheck.Busy)
            return Again(Text["operations.fault.busy"], StatusCodes.Status503ServiceUnavailable);
        if (check == PasswordCheck.Wrong)
        {
            await audit.AddFailedLoginAsync(kept is null ? null : name, Now, Stop);
            return Again(Text["operations.fault.wrong"]);
        }

        guesses.Forget(counted);
        if (check == PasswordCheck.RightButOld)
            await operators.RehashAsync(name!, kept!, passwords.Hash(password), Stop);
        await door.OpenAsync(HttpContext, name!);
        return OnTo("");
    }

    private PageResult Wait(TimeSpan wait)
    {
        var seconds = (long)Math.Ceiling(wait.TotalSeconds);
        Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Again(Text.Count("operations.fault.wait", (seconds + 59) / 60), StatusCodes.Status429TooManyRequests);
    }
}
