using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>A page by keyboard alone: Tab from its beginning to its end.</summary>
internal static class KeyboardWalk
{
    // Marks what can take the focus, and notes of each thing that does where it stands and whether one sees it.
    private const string Begin = """
        () => {
          const controls = 'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, [tabindex]:not([tabindex^="-"])';
          const shown = control => control.checkVisibility({ visibilityProperty: true }) && control.getClientRects().length > 0;
          // What only robots shall fill in is no place for the keyboard either.
          // Of radio buttons of one name only the chosen one, or the first, is stopped at.
          const stops = control => control.type !== 'radio'
            || control === (document.querySelector(`input[type=radio][name="${CSS.escape(control.name)}"]:checked`)
                            ?? document.querySelector(`input[type=radio][name="${CSS.escape(control.name)}"]`));
          const wanted = [...document.querySelectorAll(controls)].filter(control => shown(control) && stops(control) && !control.closest('.trap'));
          window.walk = { wanted, reached: new Set(), unseen: [] };
          document.addEventListener('focusin', event => {
            const control = event.target, style = getComputedStyle(control), place = control.getBoundingClientRect();
            window.walk.reached.add(control);
            const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            const inView = place.bottom > 0 && place.top < innerHeight && place.right > 0 && place.left < innerWidth;
            if (!ring || !inView) window.walk.unseen.push((ring ? 'out of view: ' : 'no focus ring: ') + control.outerHTML.slice(0, 120));
          });
          document.documentElement.style.scrollBehavior = 'auto';
          document.activeElement.blur();
          scrollTo(0, 0);
          return wanted.length;
        }
        """;

    private const string End = """
        () => ({
          missed: window.walk.wanted.filter(control => !window.walk.reached.has(control)).map(control => control.outerHTML.slice(0, 120)),
          unseen: window.walk.unseen,
          left: document.activeElement === document.body,
        })
        """;

    // What stands in a frame is of a page of its own, which is walked by itself; here it only takes its time.
    private const string Frames = "document.querySelectorAll('iframe').forEach(frame => frame.loading = 'eager')";

    /// <summary>Tab reaches everything that can be reached, each with a ring and in view, and leaves the page at its end.</summary>
    public static async Task AssertReachesAllAsync(IPage page)
    {
        await page.EvaluateAsync(Frames);
        foreach (var frame in page.Frames.Skip(1))
            await LoadedAsync(frame);
        var controls = await page.EvaluateAsync<int>(Begin);
        var inFrames = 0;
        foreach (var frame in page.Frames.Skip(1))
            inFrames += await frame.Locator("a[href], summary, [tabindex='0']").CountAsync();
        Assert.True(controls > 5, $"Only {controls} things take the focus.");
        // Scrolling boxes may be stopped at as well, so a little more than the things counted.
        for (var pressed = 0; pressed < (controls * 1.2) + inFrames + 10; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (pressed >= controls && await page.EvaluateAsync<bool>("document.activeElement === document.body"))
                break;
        }

        var walked = await page.EvaluateAsync<Walked>(End);
        Assert.True(walked.Missed.Length == 0, $"Tab does not reach {walked.Missed.Length} of {controls}: {string.Join("; ", walked.Missed.Take(3))}");
        Assert.True(walked.Unseen.Length == 0, $"{walked.Unseen.Length} of {controls}: {string.Join("; ", walked.Unseen.Take(3))}");
        Assert.True(walked.Left, "The focus stays in the page: " + await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)"));
    }

    // A frame that begins to load while one walks would take the focus with it.
    private static async Task LoadedAsync(IFrame frame)
    {
        for (var tries = 0; tries < 600 && (frame.Url is "" or "about:blank" || await frame.EvaluateAsync<string>("document.readyState") != "complete"); tries++)
            await Task.Delay(100);
    }

    // Filled by Playwright.
    private sealed class Walked
    {
        public string[] Missed { get; set; } = [];

        public string[] Unseen { get; set; } = [];

        public bool Left { get; set; }
    }
}
