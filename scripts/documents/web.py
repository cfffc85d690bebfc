"""HTML."""

from . import PART, SENTENCE, TITLE, TOTAL


def page(body, charset="utf-8"):
    return (f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{TITLE}</title></head><body>'
            f"<h1>{TITLE}</h1><h2>{PART}</h2>{body}</body></html>")


def table(*rows, caption="收入支出决算总表"):
    return f"<p>{caption}</p><p>单位：万元</p><table>" + "".join(f"<tr>{r}</tr>" for r in rows) + "</table>"


def documents():
    yield ("rowspan-0.html", "Cells that span all rows that are left, and rows behind the last.", "a span of 0 is taken as 1: 851.75 stands in the column of the names.", page(table(
        "<td>项目<td>决算数", "<td rowspan=0>本年收入合计<td>840.10", "<td>851.75", "<td rowspan=9>年末结转和结余<td>10.65")).encode())
    yield ("over-span.html", "Columns beyond the table, a span that is no number, overlapping spans.", "840.10 is unmapped in a column of its own.", page(table(
        "<td>项目<td>行次<td>决算数", "<td colspan=7>本年收入合计<td>840.10", '<td colspan="x">本年支出合计<td rowspan=2>2<td>851.75',
        "<td colspan=2>年末结转和结余<td>10.65")).encode())
    yield ("nested.html", "A page laid out in tables, the report's table deep within.", "the figure of the innermost table is lost to its row, and the links become a table with the report's title.", page(
        "<table><tr><td><table><tr><td>首页<td>公开</table><td>" + table("<td>项目<td>决算数", "<td>本年收入合计<td><table><tr><td>840.10</table>")
        + "</table>").encode())
    yield ("hidden.html", "Parts that nobody sees: style, attribute, comment, script, template.", "", page(
        f"<h3>{TOTAL}</h3><p>2023年度收入总计<span style='display:none'>111.11</span><span hidden>222.22</span><!-- 333.33 -->862.40万元。</p>"
        "<script>document.write('收入总计444.44万元。')</script><template><p>收入总计555.55万元。</p></template>"
        "<p style='visibility:hidden'>收入总计666.66万元。</p><p>支出总计<s>777.77</s>862.40万元。</p>").encode())
    yield ("breaks.html", "Line breaks and odd spaces within sentence, figure and cell.", "the figures over two lines are unmapped.", page(
        f"<h3>{TOTAL}</h3><p>2023年度收入总计&nbsp;862<wbr>.40&ensp;万元，<br>支出总计862<br>.40万元。</p>" + table(
            "<td>项&emsp;&emsp;目<td>决算数", "<td>本年收入<br>合计<td>840<br>.10", "<td><p>本年支出</p><p>合计</p><td>851&#8203;.75")).encode())
    yield ("gb18030.html", "GB18030 under the name of UTF-8.", "", page(f"<h3>{TOTAL}</h3><p>{SENTENCE}</p>").encode("gb18030"))
    yield ("unclosed.html", "Nothing is closed, cells stand without rows, text within the table.", "", (
        f"<h1>{TITLE}<h2>{PART}<p>收入支出决算总表<p>单位：万元<table>附表<td>项目<td>决算数<tr><th>本年收入合计<td>840.10<tr><td>本年支出合计<td>851.75"
        f"</div></p><h3>{TOTAL}<p>{SENTENCE}").encode())
    yield ("two-heads.html", "The head stands again in the middle, with the columns the other way round.", "below the second head budget and final figures are exchanged.", page(table(
        "<td>项目<td>年初预算数<td>决算数", "<td>本年收入合计<td>800.00<td>840.10", "<td>项目<td>决算数<td>年初预算数",
        "<td>本年支出合计<td>851.75<td>800.00")).encode())
    yield ("navigation.html", "Links, dates and counters around the report.", "", (
        f"<html><meta charset=utf-8><title>{TITLE}</title><div class=nav><a href=a>首页</a> &gt; <a href=b>财政资金</a></div><h1>{TITLE}</h1>"
        f"<div>发布时间：2024-09-03　浏览次数：1203</div><div class=content><p>{PART}</p><p>{TOTAL}</p><p>{SENTENCE}</p></div>"
        "<div class=footer>备案号00001234 技术支持12345</div>").encode())
    yield ("no-text.html", "Markup without a word.", "", b"<html><head></head><body><table><tr><td></td></tr></table></body></html>")
