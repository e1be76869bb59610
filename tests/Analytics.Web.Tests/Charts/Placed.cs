using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

/// <summary>What holds of every placed chart.</summary>
internal static class Placed
{
    /// <summary>Nothing is cut off, no text lies on another, and every place is a number.</summary>
    public static void IsWhole(ChartPlan plan)
    {
        var boxes = plan.Texts.Select(Box).ToList();
        foreach (var box in boxes)
        {
            Assert.InRange(box.Left, -0.1, plan.Width.Value);
            Assert.InRange(box.Right, 0, plan.Width.Value + 0.1);
            Assert.InRange(box.Top, 0, plan.Height.Value);
            Assert.InRange(box.Bottom, 0, plan.Height.Value);
        }

        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = i + 1; j < boxes.Count; j++)
                Assert.False(boxes[i].Overlaps(boxes[j]), $"'{boxes[i].Text}' lies on '{boxes[j].Text}' at {plan.Width} px.");
        }

        var shapes = plan.Figures.Concat(plan.Legend).ToList();
        foreach (var x in shapes.SelectMany(s => s.Marks.SelectMany(m => new[] { m.X.Value - 8, m.X.Value + 8 })
            .Concat(s.Lines.SelectMany(l => new[] { l.X1.Value, l.X2.Value }))
            .Concat(s.Shapes.SelectMany(shape => shape.Points.Select(at => at.X.Value)))
            .Concat(s.Arrows.Select(a => a.X.Value + (a.ToRight ? 8 : -8)))))
        {
            Assert.InRange(x, 0, plan.Width.Value);
        }

        foreach (var y in shapes.SelectMany(s => s.Marks.SelectMany(m => new[] { m.Y.Value - 8, m.Y.Value + 8 })
            .Concat(s.Lines.SelectMany(l => new[] { l.Y1.Value, l.Y2.Value }))
            .Concat(s.Shapes.SelectMany(shape => shape.Points.Select(at => at.Y.Value)))))
        {
            Assert.InRange(y, 0, plan.Height.Value);
        }
    }

    private static TextBox Box(PlacedText text)
    {
        var width = text.Style.Room(text.Text);
        var left = text.X.Value - (text.Anchor switch { Anchor.Start => 0, Anchor.Middle => width / 2, _ => width });
        return new TextBox(text.Text, left, left + width, text.Y.Value - (text.Style.Size * 0.7), text.Y.Value + (text.Style.Size * 0.2));
    }

    private sealed record TextBox(string Text, double Left, double Right, double Top, double Bottom)
    {
        public bool Overlaps(TextBox other) =>
            Text.Length > 0 && other.Text.Length > 0
            && Left < other.Right - 0.5 && other.Left < Right - 0.5 && Top < other.Bottom - 0.5 && other.Top < Bottom - 0.5;
    }
}
