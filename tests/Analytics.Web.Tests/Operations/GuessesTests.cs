using Analytics.Web.Operations;

namespace Analytics.Web.Tests.Operations;

public sealed class GuessesTests
{
    private readonly TurnedClock clock = new();

    [Fact]
    public void A_right_guess_takes_its_own_back_and_a_day_forgets_all()
    {
        var guesses = new Guesses(clock);
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(guesses.Begin("name anna", "source 1"));
            guesses.Forget("name anna", "source 1");
        }

        for (var i = 0; i < Guesses.Free; i++)
            Assert.Null(guesses.Begin("name anna"));
        Assert.InRange(guesses.Begin("name anna")!.Value, TimeSpan.FromSeconds(29), Guesses.FirstWait);
        Assert.NotNull(guesses.Begin("name berta", "name anna"));
        // What had to wait was not counted of the other.
        for (var i = 0; i < Guesses.Free; i++)
            Assert.Null(guesses.Begin("name berta"));
        clock.Ahead += TimeSpan.FromHours(24);
        for (var i = 0; i < Guesses.Free; i++)
            Assert.Null(guesses.Begin("name anna"));
    }

    [Fact]
    public void A_flood_of_names_does_not_grow_without_end_nor_drive_out_who_has_just_guessed()
    {
        var guesses = new Guesses(clock);
        for (var i = 0; i < 25_000; i++)
        {
            clock.Ahead += TimeSpan.FromMilliseconds(1);
            guesses.Begin($"name {i}");
            if (i >= 24_990)
                guesses.Begin("name anna");
        }

        Assert.NotNull(guesses.Begin("name anna"));
        var kept = (System.Collections.IDictionary)typeof(Guesses).GetField("counts", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(guesses)!;
        Assert.InRange(kept.Count, 1, 10_001);
        // With its blank: letters alone may stand in a key by chance.
        Assert.DoesNotContain("name ", string.Concat(kept.Keys.Cast<string>()), StringComparison.Ordinal);
    }
}
