"""Workbooks for the tests, written part by part: what the programs that make them would not write."""

import io
from base64 import b85decode
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile
from zlib import decompress

__all__ = ["SHEET", "TEXT_CELL", "XLS", "ods", "packed", "row_of", "sheet", "xlsx"]

SHEET = "xl/worksheets/sheet1.xml"
TEXT_CELL = '<c t="inlineStr"><is><t>{}</t></is></c>'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

# 青山镇年报 merged over three columns, a table of 3 x 3 (3, 25.1, "3", TRUE), its last row hidden.
XLS = decompress(
    b85decode(
        "c-rk)O=uHA6#izj+x(EGNo|EzD4}4hwHGOfAnmH4@nUS^LD5p1*npCf)KCO_v04KP3WA6zf)wh(OVx{7{6WEk2ciCef*>S{r=A2A4{g>rZ+9`("
        "92(G~Wxr+Kym|B9ytnhavoB^sg^AnEMf`#uxKJ{@s40^PN?yAV1l1dcWbNET$#C#r!Rw)ctkH14_PJY*p&aib6x>pu5CuL^>ccRi*-R?DgxJb4"
        "B!rBio2bB5k_6DiQPnd&$aDqMo2>bO>1LLkW7<u+1+fn^dbDGsHH-Huty~v?Z1*nPykp6FG~$_@#mCPJQ&+>5+~LH~zgf|u`Y{O_w@50J$|Z&h"
        "XrKX{#8)E>e6d&R<FF%NTDbtpzb}-#E66V>Dli6PfG2n!e$2XLjUo=6J{z6G4mq}*G>G`6BYlyJBmLKtDnxNtb|4>{-cRg?_{-hjqQfa-uk|O>"
        "lBL$3o+*q{b~N@TN^_>mC%0~1>cIs|y_T1NpXea!m=Ezn2-0RgcjNP`oylJP087Srdp8e()iQ1vI3X>_IKVY3Q~3fNY_X2%Np5u&^UX{f=xr!("
        ">ut1{?c=O-ifh}*PZ#60-d@J9AwEAFyVsKcsIMh{DpDM6n0l*Epp_1#L9&<6I66hAxN=!yTDNmyZ5Z#FHvP7Fc$A<OyJ4Mlb(n{b*$~r5T#~&b"
        "`$y`F3i^WeB{fTSZ<-~AN-oQrQo&kbYuSqrIbLZUVA-a2SYBOac45oT#X6eh$HjJXY&FG0C50pUWJSlb3q49b?nrmERsMtz4jede;J|?c2M(4!"
        "1b+~kpY1ANG|Y>E+xo9FPpRbmCRw(KBTLT+T}-zjLwOFzs+vD5p$WS!u}B;Hf1$)4@}5H)Nsc33_57uak|=+lMH>eH+!CtRf2o={|FZud_gUI1"
    )
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these entries."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


def row_of(*texts: str) -> str:
    """A row of text cells, as XML."""
    return f"<row>{''.join(map(TEXT_CELL.format, texts))}</row>"


def sheet(rows: str, after: str = "") -> str:
    """A sheet with these rows, as XML."""
    return f"<worksheet {_MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>"


def xlsx(*sheets: str, state: str = "visible", **parts: str) -> bytes:
    """A workbook of these sheets, 表1, 表2 and so on; ``state`` is that of the last. A part's name is its file's."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="表{n}" sheetId="{n}" r:id="r{n}" state="{state if n == len(sheets) else "visible"}"/>'
        for n in numbers
    )
    targets = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    root = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    kinds = '<Default Extension="xml" ContentType="application/xml"/>'
    return packed({
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{root}</Relationships>',
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{targets}</Relationships>',
        **{f"xl/worksheets/sheet{n}.xml": text for n, text in zip(numbers, sheets, strict=True)},
        **{f"xl/{name}.xml": text for name, text in parts.items()},
    })  # fmt: skip


def ods(rows: str) -> bytes:
    """An OpenDocument sheet 表1 with these rows, as XML."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    table = f'<table:table table:name="表1">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            "content.xml": f"<office:document-content{spaces}>{body}</office:document-content>",
        }
    )
