"""One short ``repr`` for the values of the model, instead of one that attrs writes for each class."""

from typing import TYPE_CHECKING, cast

from attrs import fields

if TYPE_CHECKING:
    from attrs import AttrsInstance

__all__ = ["Brief"]


class Brief:
    """The base of values that show themselves by what is filled in; their decorator says ``repr=False``.

    A method less to compile in each class is a tenth of what the import costs over attrs.

    Example:
        >>> from govdisclosure import Subsection
        >>> Subsection("平台建设", "新建网站一个。")
        Subsection(title='平台建设', blocks=('新建网站一个。',))
    """

    __slots__ = ()

    def __repr__(self) -> str:
        parts = ((a.name, getattr(self, a.name), a.default) for a in fields(cast("type[AttrsInstance]", type(self))))
        return f"{type(self).__name__}({', '.join(f'{name}={part!r}' for name, part, blank in parts if part != blank)})"
