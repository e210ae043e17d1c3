"""Our code of a template prints what Jinja's own prints."""

from collections import namedtuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from afterword.edition.template_code import TemplateCode
from afterword.escaping import block_safe

TEMPLATE = """
{% macro link(one, soft="", side="") -%}
<a class="{{ side }}" href="{{ href(one.path, line=one.line) }}">{{ one.text }}</a>{% if soft %}<i>{{ soft }}</i>{% endif %}
{%- endmacro %}
{% macro boxed(name, counted="") -%}
<div>{{ name|upper }}{{ counted }}{{ caller() }}</div>
{%- endmacro %}
# {{ title }}
{% call boxed(title, counted="<3>") %}
{% for one in items %}{{ link(one, side="it's") }}{{ link(one, one.text) }}{% if not loop.last %}, {% endif %}
{% else %}<p>{{ nothing() }}</p>
{% endfor %}
{% endcall %}
{{ bold }}{{ 3|string }}{{ "a" ~ bold }}
"""
Item = namedtuple("Item", "path line text")


def printed(template: str, code: type[CodeGenerator], **values: object) -> str:
    made = Environment(autoescape=True, undefined=StrictUndefined, finalize=block_safe)
    made.code_generator_class = code
    return made.from_string(template).render(**values)


def href(path: str, *, line: int) -> str:
    return f"../{path}?a&b#line-{line}"


@pytest.mark.reaches
@given(st.text(), st.lists(st.text(), max_size=3))
def test_a_template_prints_the_same_by_our_code_as_by_jinjas(title: str, texts: list[str]) -> None:
    values = {
        "title": title,
        "items": [Item(f"{at}.md", at, text) for at, text in enumerate(texts)],
        "nothing": lambda: "<Nothing> is `here`.",
        "bold": Markup("<b>{bold}</b>"),
        "href": href,
    }
    ours = printed(TEMPLATE, TemplateCode, **values)
    assert ours == printed(TEMPLATE, CodeGenerator, **values)


def test_an_attribute_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="nobody"):
        printed("{% if one.nobody %}{% endif %}", TemplateCode, one=Item("", 1, ""))
