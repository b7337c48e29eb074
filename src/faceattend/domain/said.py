"""Sentences for people that remember how they were made, so that the window can say them in another language.

    said("Camera", "Camera {name} cannot be reached.").format(name=camera.name)

is the finished English text for logs, the command line and comparisons. Beside that it knows its context, its words
before the names were put in, and the names; ``ui/translation.py`` has the words translated and puts them in again.
``scripts/translations`` finds every text that is a literal here.
"""

from collections.abc import Mapping
from enum import Enum
from typing import LiteralString, Self, final


class Phrase(str):
    """An English text that can be said in another language. Made by :func:`said` and :func:`joined`.

    Attributes:
        context: where the words belong in the catalogues of translations; empty where only the values are translated.
        template: the words, with names of values in braces if there are any values.
        values: what is put in; those that are phrases themselves are translated too.
    """

    __slots__ = ("context", "template", "values")
    context: str
    template: str
    values: Mapping[str, object]

    def __new__(cls, context: str, template: str, values: Mapping[str, object]) -> Self:  # noqa: D102 - see the class
        made = super().__new__(cls, filled(template, values))
        made.context, made.template, made.values = context, template, values
        return made

    @final
    def format(self, *args: object, **kwargs: object) -> "Phrase":
        """Put values in, each by the name that stands in braces: ``{name}``, ``{name!r}``, ``{name:.1f}``."""
        if args:
            raise TypeError("a translator sees names, not places")
        return Phrase(self.context, self.template, kwargs)

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, Mapping[str, object]]]:
        return type(self), (self.context, self.template, self.values)


class PhraseEnum(Phrase, Enum):
    """An enumeration whose values are words for people: ``CLEAR = said("Match", "Clear match")``."""

    def __new__(cls, words: Phrase) -> Self:  # noqa: D102 - see the class
        made = str.__new__(cls, words)
        made.context, made.template, made.values = words.context, words.template, words.values
        made._value_ = str(words)
        return made

    __str__ = str.__str__
    __format__ = str.__format__


def said(context: LiteralString, template: LiteralString) -> Phrase:
    """Say something to people; both arguments are literals, so that they are found.

    Args:
        context: where the words belong in the catalogues of translations, such as "Camera".
        template: the words; names in braces are filled in by ``format``.
    """
    return Phrase(context, template, {})


def joined(*parts: object, between: LiteralString = " ") -> Phrase:
    """Return the parts that are not empty one after the other; each phrase among them can still be translated.

    Args:
        parts: texts; a plain one, such as a name, stays as it is in every language.
        between: what stands between two of them.
    """
    values = {f"part{place}": part for place, part in enumerate(parts) if part != ""}
    return Phrase("", between.join(f"{{{name}}}" for name in values), values)


def filled(template: str, values: Mapping[str, object]) -> str:
    """Put values into a template; one without values is finished, braces included."""
    return template.format_map(values) if values else template


UNSAID = joined()
"""Nothing to say."""
