"""What our templates become in Python: code that asks for attributes, calls and escapes as a module by hand would.

Jinja's own asks a method of the environment for each attribute, which looks for an item of that name as well, has each function
called by its context, which looks whether that is wanted as an argument, and escapes what was escaped before. Ours are given
objects alone, no function of theirs asks for the context, and whatever is printed is escaped by `finalize`.
"""

from __future__ import annotations

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Getattr, Output, TemplateData


class TemplateCode(CodeGenerator):
    """The code of a template in an environment that always escapes, by its `finalize`."""

    def visit_Output(self, node: Output, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """Print the template's own text as it stands, and whatever else as `finalize` gives it back."""
        self.writeline(f"{frame.buffer}.extend((" if frame.buffer else "yield from ((")
        self.indent()
        for child in node.nodes:
            self.newline(child)
            if isinstance(child, TemplateData):
                self.write(repr(child.data))
            else:
                self.write("environment.finalize(")
                self.visit(child, frame)
                self.write(")")
            self.write(",")
        self.outdent()
        self.writeline("))")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """Ask for an attribute; one that is not there is an error."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802  Jinja's name
        """Call a function or a macro."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for named in node.kwargs:
            self.visit(named, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")
