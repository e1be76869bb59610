using System.Globalization;
using System.Text;
using System.Xml;

namespace Analytics.Web.Charts;

/// <summary>Where a drawing is shown, which decides how its colours are written.</summary>
public enum ChartLook
{
    /// <summary>Within a page: the page's stylesheet colours it, light or dark; no ground of its own.</summary>
    Page,

    /// <summary>A file that follows the reader's preference for light or dark.</summary>
    Auto,

    /// <summary>A file with every colour resolved, light; what PNG is made from.</summary>
    Light,

    /// <summary>A file with every colour resolved, dark.</summary>
    Dark,
}

/// <summary>Writes a placed chart down as SVG 1.1. No arithmetic here: every place is in the plan.</summary>
public static class SvgChart
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, CheckCharacters = false };

    /// <summary>The plan as one <c>svg</c> element: well-formed XML, the same bytes for the same plan on every machine.</summary>
    public static string Write(ChartPlan plan, ChartLook look)
    {
        var text = new StringBuilder(16_384);
        using (var xml = XmlWriter.Create(text, Settings))
            new Pen(xml, plan, look).Draw();
        return text.ToString();
    }

    private sealed class Pen(XmlWriter xml, ChartPlan plan, ChartLook look)
    {
        private readonly ChartTheme theme = look == ChartLook.Dark ? ChartTheme.Dark : ChartTheme.Light;
        private readonly PlacedBox view = plan.View ?? new(0.0, 0.0, plan.Width, plan.Height, ChartColour.Paper);

        public void Draw()
        {
            Open();
            if (look != ChartLook.Page)
                Box(view);
            if (plan.Banner is { } banner)
                Box(banner);
            xml.WriteStartElement("g");
            Write("stroke-width", "1");
            Rules();
            xml.WriteEndElement();
            foreach (var figure in plan.Legend)
                Figure(figure);
            foreach (var figure in plan.Figures)
                Figure(figure);
            foreach (var style in plan.Texts.GroupBy(text => text.Style))
                Texts(style.Key, style);
            xml.WriteEndElement();
        }

        private void Open()
        {
            xml.WriteStartElement("svg", Namespace);
            Write("class", "drawing");
            Write("role", "img");
            Write("aria-labelledby", $"{plan.Id}-title {plan.Id}-desc");
            Write("lang", plan.Language);
            Write("width", view.Width.ToString());
            Write("height", view.Height.ToString());
            Write("viewBox", $"{view.X} {view.Y} {view.Width} {view.Height}");
            Said("title", plan.Title);
            Said("desc", plan.Description);
            if (look == ChartLook.Auto)
                xml.WriteElementString("style", ChartTheme.DarkRules);
        }

        // Within a page every byte is in the way of the words around it: rules alike are one path there.
        private void Rules()
        {
            if (look != ChartLook.Page)
            {
                foreach (var rule in plan.Rules)
                    Line(rule, null);
                return;
            }

            foreach (var alike in plan.Rules.GroupBy(rule => (rule.Colour, rule.Kind)))
            {
                xml.WriteStartElement("path");
                Stroke(alike.Key.Colour);
                if (Dashes(alike.Key.Kind) is { } dashes)
                    Write("stroke-dasharray", dashes);
                Write("d", string.Concat(alike.Select(Short)));
                xml.WriteEndElement();
            }
        }

        private static string Short(PlacedLine line) =>
            $"M{line.X1},{line.Y1}{(line.X1 == line.X2 ? $"V{line.Y2}" : line.Y1 == line.Y2 ? $"H{line.X2}" : $"L{line.X2},{line.Y2}")}";

        private void Said(string name, string words)
        {
            xml.WriteStartElement(name);
            Write("id", $"{plan.Id}-{name}");
            xml.WriteString(Clean(words));
            xml.WriteEndElement();
        }

        private void Box(PlacedBox box)
        {
            xml.WriteStartElement("rect");
            Fill(box.Colour);
            Write("x", box.X.ToString());
            Write("y", box.Y.ToString());
            Write("width", box.Width.ToString());
            Write("height", box.Height.ToString());
            xml.WriteEndElement();
        }

        private void Figure(PlacedFigure figure)
        {
            xml.WriteStartElement("g");
            if (figure.Says is { } says)
                xml.WriteElementString("title", Clean(says));
            foreach (var shape in figure.Shapes)
                Shape(shape);
            foreach (var line in figure.Lines)
                Line(line, line.Kind == LineKind.MiddleHalf ? "7" : "2");
            foreach (var arrow in figure.Arrows)
                Arrow(arrow);
            foreach (var mark in figure.Marks)
                Mark(mark);
            xml.WriteEndElement();
        }

        private void Shape(PlacedShape shape)
        {
            var filled = shape.Kind is ShapeKind.Bar or ShapeKind.Band;
            xml.WriteStartElement("path");
            if (filled)
                Fill(shape.Colour);
            else
                Stroke(shape.Colour);
            switch (shape.Kind)
            {
                case ShapeKind.Band:
                    Write("fill-opacity", "0.16");
                    break;
                case ShapeKind.Curve or ShapeKind.Edge:
                    Write("fill", "none");
                    Write("stroke-width", shape.Kind == ShapeKind.Curve ? "3" : "1.5");
                    Write("stroke-linejoin", "round");
                    break;
            }

            Write("d", "M" + string.Join('L', shape.Points.Select(at => $"{at.X},{at.Y}")) + (filled ? "Z" : ""));
            xml.WriteEndElement();
        }

        private void Line(PlacedLine line, string? thickness)
        {
            xml.WriteStartElement("path");
            Stroke(line.Colour);
            if (thickness is not null)
                Write("stroke-width", thickness);
            if (Dashes(line.Kind) is { } dashes)
                Write("stroke-dasharray", dashes);
            Write("d", $"M{line.X1},{line.Y1}L{line.X2},{line.Y2}");
            xml.WriteEndElement();
        }

        private void Arrow(PlacedArrow arrow)
        {
            xml.WriteStartElement("path");
            Fill(arrow.Colour);
            Write("transform", $"translate({arrow.X} {arrow.Y})");
            Write("d", arrow.ToRight ? "M0,-5L8,0L0,5Z" : "M0,-5L-8,0L0,5Z");
            xml.WriteEndElement();
        }

        private void Mark(PlacedMark placed)
        {
            var mark = placed.Mark;
            xml.WriteStartElement("path");
            Write("class", mark.ClassName);
            Write("fill", mark.Ink switch { MarkInk.Filled => theme[mark.Tone], MarkInk.Hollow => theme[ChartColour.Paper], _ => "none" });
            // A filled mark keeps a rim of paper, so that it stands out from a bar of its own colour.
            Write("stroke", theme[mark.Ink == MarkInk.Filled ? ChartColour.Paper : mark.Tone]);
            Write("stroke-width", "2");
            Write("transform", $"translate({placed.X} {placed.Y})");
            Write("d", mark.Path);
            xml.WriteEndElement();
        }

        private void Texts(TextStyle style, IEnumerable<PlacedText> texts)
        {
            xml.WriteStartElement("g");
            Fill(style.Colour);
            Write("font-family", style.Family);
            Write("font-size", style.Size.ToString(CultureInfo.InvariantCulture));
            Write("font-weight", style.Weight.ToString(CultureInfo.InvariantCulture));
            foreach (var text in texts)
            {
                xml.WriteStartElement("text");
                Write("x", text.X.ToString());
                Write("y", text.Y.ToString());
                if (text.Anchor != Anchor.Start)
                    Write("text-anchor", text.Anchor == Anchor.Middle ? "middle" : "end");
                xml.WriteString(Clean(text.Text));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        private void Fill(ChartColour colour)
        {
            Write("class", colour.FillClass());
            Write("fill", theme[colour]);
        }

        private void Stroke(ChartColour colour)
        {
            Write("class", colour.StrokeClass());
            Write("stroke", theme[colour]);
        }

        private void Write(string name, string value) => xml.WriteAttributeString(name, value);

        private static string? Dashes(LineKind kind) => kind switch
        {
            LineKind.PromisedRange => "6 4",
            LineKind.Open => "2 4",
            _ => null,
        };
    }

    // A name may hold what XML cannot: it is shown as a character that is missing.
    private static string Clean(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 && !text.Any(c => char.IsSurrogate(c) || c >= '\ufffe') ? text
        : string.Concat(text.EnumerateRunes().Select(rune => rune.Value is < ' ' and not ('\t' or '\n' or '\r') or 0xfffe or 0xffff ? "\ufffd" : rune.ToString()));
}
