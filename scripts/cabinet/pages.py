"""Web pages: depth, spans and markup without an end."""

from . import SENTENCE, TITLE, Shelf

shelf = Shelf()


def entries():
    return shelf.all


def page(body, head=""):
    return (f"<!DOCTYPE html><html><head><meta charset=\"utf-8\">{head}</head><body>"
            f"<p>{TITLE}</p><p>{SENTENCE}</p>{body}</body></html>").encode()


# Depth

shelf.error("deep.html", "a hundred thousand elements within each other", "depth")(
    lambda: page("<div>" * 100_000))
shelf.error("deep-hidden.html", "the same in a part that is not shown", "depth")(
    lambda: page("<div hidden>" + "<div>" * 200_000 + "</x>" * 200_000))
shelf.error("deep-inline.html", "inline elements that nobody closes", "depth")(
    lambda: page("<font><b><i>" * 50_000 + "x"))
shelf.error("deep-tables.html", "tables in tables, a thousand deep", "")(
    lambda: page("<table><tr><td>" * 1000 + "x"))
shelf.converted("tables-ten.html", "tables in tables, ten deep", "1234.56")(
    lambda: page("<table><tr><td>x" * 10))
shelf.either("lists-deep.html", "lists in lists")(lambda: page("<ol><li>" * 500 + "x"))
shelf.either("paths.html", "many paragraphs far down")(
    lambda: page("<div>" * 1500 + "<p>x</p>" * 200_000))
shelf.either("breaks-deep.html", "line breaks far down")(
    lambda: page("<div>" + "<span>" * 1500 + "x<br><br>" * 100_000))

# Spans

shelf.error("spans-beside.html", "a cell beside one over a million columns", "columns")(
    lambda: page('<table><tr><td rowspan="1000000" colspan="1000000">x</td><td>y</td></tr>'
                 "<tr><td>z</td></tr></table>"))
shelf.converted("spans.html", "cells over a million rows and columns", "1234.56")(
    lambda: page('<table><tr><td rowspan="1000000">x</td><td colspan="990">y</td></tr>'
                 '<tr><td>z</td></tr></table><table><tr><td colspan="1000000">x</td></tr>'
                 '<tr><td>1</td><td>2</td></tr></table>'))
shelf.either("spans-many.html", "a thousand cells over a thousand rows")(
    lambda: page("<table>" + ('<tr>' + '<td rowspan="1000">1</td>' * 900 + "</tr>") * 3 + "</table>"))
shelf.either("spans-odd.html", "spans that are no numbers")(
    lambda: page("<table>" + "".join(
        f'<tr><td rowspan="{span}" colspan="{span}">1</td><td>2</td></tr>'
        for span in ("-1", "0", "1e9", "9" * 400, "٣", "0x10", "", " 2 ")) + "</table>"))
shelf.error("row.html", "a row of five thousand cells", "columns")(
    lambda: page("<table><tr>" + "<td>1" * 5000 + "</table>"))
shelf.either("cells.html", "half a million cells")(
    lambda: page("<table>" + ("<tr>" + "<td>1" * 10) * 50_000 + "</table>"))
shelf.either("cells-million.html", "a million cells")(
    lambda: page("<table>" + ("<tr>" + "<td>1" * 10) * 100_000 + "</table>"))
shelf.either("stairs.html", "spans that make every row wider")(
    lambda: page("<table>" + "<tr><td rowspan=65000>1" * 1100 + "</table>"))
shelf.either("rows-empty.html", "a million rows without cells")(
    lambda: page("<table>" + "<tr>" * 1_000_000 + "<td>1<td>2</table>"))
shelf.either("tables.html", "a hundred thousand tables")(
    lambda: page("<table><tr><td>支出<td>1.00<tr><td>a<td>2</table>" * 40_000))

# Attributes

NAMES = " ".join(f"a{index}" for index in range(300_000))
shelf.error("attributes.html", "an element of three hundred thousand attributes", "attributes")(
    lambda: page(f"<p {NAMES}>x</p>"))
shelf.error("attributes-name.html", "the same behind a name that is none", "attributes")(
    lambda: page(f"<_ {NAMES}>x"))
shelf.error("attributes-quote.html", "the same behind a quotation mark within a value", "attributes")(
    lambda: page(f'<p a=b=" {NAMES} ">x</p>'))
shelf.error("attributes-bogus.html", "the same behind a mark where a name should be", "attributes")(
    lambda: page(f'<p "=" {NAMES} ">x</p>'))
shelf.either("attributes-medium.html", "many elements of two hundred attributes")(
    lambda: page(f"<p {' '.join(NAMES.split()[:200])}>x" * 4000))
shelf.either("attribute-long.html", "an attribute of eight megabytes")(
    lambda: page(f'<p style="{"color:red; " * 700_000}">x</p>'))
shelf.either("classes.html", "a million classes")(lambda: page(f'<div class="{"a " * 1_500_000}">x'))

# Markup without an end

shelf.either("open-comment.html", "a comment that nobody closes")(lambda: page("<!--" + "x-" * 2_500_000))
shelf.either("comments.html", "half a million comments")(lambda: page("<!---->" * 500_000))
shelf.either("comment-starts.html", "comments that begin and begin")(lambda: page("<!--" * 1_000_000))
shelf.either("less-than.html", "three million signs")(lambda: page("<" * 3_000_000))
shelf.either("open-tag.html", "a tag that nobody closes")(lambda: page("<p " + "x" * 5_000_000))
shelf.either("open-script.html", "a script that nobody closes")(
    lambda: page("<script>" + "</scrip" * 700_000))
shelf.either("ampersands.html", "three million ampersands")(lambda: page("&" * 3_000_000))
shelf.either("references.html", "characters by number, most of which are none")(
    lambda: page("&#x110000;&#0;&#xD800;&#9999999999;&#x41;" * 100_000))
shelf.either("end-tags.html", "ends of what never began")(lambda: page("</div></x></td>" * 300_000))
shelf.either("misnested.html", "ends in the wrong order")(
    lambda: page("<b><p><i></b></p></i>" * 100_000))
shelf.either("frames.html", "the beginning of a document again and again")(
    lambda: page("<html><head><body>" * 200_000))
shelf.either("instructions.html", "instructions without an end")(lambda: page("<?x " * 800_000))
shelf.either("long-text.html", "a text of eight megabytes without an element")(
    lambda: page("决算" * 1_400_000))
shelf.either("breaks.html", "a million line breaks")(lambda: page("x<br>" * 800_000))
shelf.either("spaces.html", "eight megabytes of white space")(lambda: page(" \n" * 4_000_000))
shelf.either("links.html", "a hundred thousand links to reports")(
    lambda: page('<a href="/x/y.pdf?z">报告</a>' * 100_000))

# What must not be followed

shelf.converted("external.html", "entities and frames that lead to files", "1234.56")(
    lambda: b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + page('&x;<iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1:9/">'))
shelf.converted("charset.html", "a charset that does not exist", "1234.56")(
    lambda: page("").replace(b'"utf-8"', b'"x-none-\xff"'))
shelf.either("charset-lie.html", "UTF-8 that says it is UTF-7")(
    lambda: page("").replace(b'"utf-8"', b'"utf-7"'))
shelf.either("invalid.html", "broken sequences within markup")(
    lambda: page("x\udcff<\udce4\udcb8p>y".encode("utf-8", "surrogateescape").decode("latin-1")))
