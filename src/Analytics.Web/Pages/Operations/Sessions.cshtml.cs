using Analytics.Models.Operations;
using Analytics.Web.Operations;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Operations;

/// <summary>Where the operator is in: end one session or all, log out, change the password.</summary>
public sealed class SessionsModel(SessionStore sessions, OperatorStore operators, Passwords passwords, Guesses guesses) : OperatorPage
{
    public IReadOnlyList<OperatorSession> All { get; private set; } = [];

    public async Task OnGetAsync() => All = await sessions.ListAsync(By, Now, Stop);

    public async Task<IActionResult> OnPostAsync()
    {
        switch (Sent["act"].ToString())
        {
            case "logout":
                await sessions.LogOutAsync(Session!, Now, Stop);
                return Out();
            case "end":
                var id = Sent["session"].ToString() is { Length: > 0 } one ? one : null;
                await sessions.EndAsync(By, id, Now, Stop);
                return id is null || id == Session!.Id ? Out() : OnTo("/sessions");
            case "password":
                return await ChangeAsync();
            default:
                return BadRequest();
        }
    }

    private async Task<IActionResult> ChangeAsync()
    {
        // Somebody at a browser that was left open must not guess here either.
        var counted = $"name {By}";
        if (guesses.Begin(counted) is { } wait)
            return await AgainAsync(Text.Count("operations.fault.wait", (long)Math.Ceiling(wait.TotalMinutes)), StatusCodes.Status429TooManyRequests);
        var check = await passwords.CheckAsync(await operators.PasswordHashAsync(By, Stop), Sent["current"].ToString(), Stop);
        if (check == PasswordCheck.Busy)
            return await AgainAsync(Text["operations.fault.busy"], StatusCodes.Status503ServiceUnavailable);
        if (check == PasswordCheck.Wrong)
            return await AgainAsync(Text["operations.fault.current"]);
        guesses.Forget(counted);
        var password = Sent["password"].ToString();
        if (NewPassword.Fault(Text, password, Sent["again"].ToString()) is { } fault)
            return await AgainAsync(fault);
        await operators.ChangePasswordAsync(By, passwords.Hash(password), Session!.Id, Now, Stop);
        return OnTo("/sessions");
    }

    private async Task<IActionResult> AgainAsync(string fault, int status = StatusCodes.Status422UnprocessableEntity)
    {
        await OnGetAsync();
        return Again(fault, status);
    }

    private StatusCodeResult Out()
    {
        Door.Close(HttpContext);
        return OnTo("/login");
    }
}
